//===- MovementSequence.cpp - Lowering of reverse_sequence to linalg ------===//

#include "IndexingPosition.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Movement.h"

using namespace mlir;

namespace tenon {

void registerSequenceLowerings(LoweringRegistry &registry);

namespace {

Value lowerReverseSequence(ReverseSequenceOp op, LoweringContext &context) {
  TensorType type = context.getType(op.getResult());
  int64_t rank = type.getRank();
  auto resolve = [&](int64_t axis) { return axis < 0 ? axis + rank : axis; };
  int64_t batch = resolve(op.getBatchAxis()), time = resolve(op.getTimeAxis());
  bool isUnsigned =
      context.getType(op.getLengths()).getElementType().isUnsignedInteger();
  Value input = context.get(op.getInput());
  Value size = context.getIndex(type.getDim(time));
  AffineMap map =
      AffineMap::get(rank, 0, context.builder.getAffineDimExpr(batch),
                     op.getContext());
  return context.createElementwise(
      op.getLoc(), type, context.get(op.getLengths()), map,
      [&](OpBuilder &builder, Location at, ValueRange lengths) -> Value {
        SmallVector<Value> position;
        for (int64_t axis = 0; axis < rank; ++axis)
          position.push_back(linalg::IndexOp::create(builder, at, axis));
        Type index = builder.getIndexType();
        Value raw = isUnsigned ? arith::IndexCastUIOp::create(builder, at,
                                                              index, lengths[0])
                                     .getResult()
                               : arith::IndexCastOp::create(builder, at, index,
                                                            lengths[0]);
        Value length = limitPosition(builder, at, raw, isUnsigned, size);
        Value here = position[time];
        Value one = arith::ConstantIndexOp::create(builder, at, 1);
        Value last = arith::SubIOp::create(builder, at, length, one);
        Value mirrored = arith::SubIOp::create(builder, at, last, here);
        Value isInside = arith::CmpIOp::create(
            builder, at, arith::CmpIPredicate::slt, here, length);
        position[time] =
            arith::SelectOp::create(builder, at, isInside, mirrored, here);
        return tensor::ExtractOp::create(builder, at, input, position);
      });
}

} // namespace

void registerSequenceLowerings(LoweringRegistry &registry) {
  registry.add<ReverseSequenceOp>(lowerReverseSequence);
}

} // namespace tenon
