//===- Indexing.cpp - Lowering of picking by index to linalg --------------===//

#include "tenon/Dialect/IR/Indexing.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"

using namespace mlir;

namespace tenon {
namespace {

/// The position that an index means: negative ones count from the end, and
/// what is out of range is limited to it, so that nothing beyond is read.
Value createPosition(OpBuilder &builder, Location at, Value index,
                     bool isUnsigned, Value size, Value last) {
  Type type = builder.getIndexType();
  Value zero = arith::ConstantIndexOp::create(builder, at, 0);
  if (isUnsigned) {
    Value position = arith::IndexCastUIOp::create(builder, at, type, index);
    return arith::MinUIOp::create(builder, at, position, last);
  }
  Value position = arith::IndexCastOp::create(builder, at, type, index);
  Value isNegative = arith::CmpIOp::create(
      builder, at, arith::CmpIPredicate::slt, position, zero);
  Value fromEnd = arith::AddIOp::create(builder, at, position, size);
  position = arith::SelectOp::create(builder, at, isNegative, fromEnd, position);
  position = arith::MaxSIOp::create(builder, at, position, zero);
  return arith::MinSIOp::create(builder, at, position, last);
}

Value lowerGather(GatherOp op, LoweringContext &context) {
  TensorType input = context.getType(op.getInput());
  TensorType indices = context.getType(op.getIndices());
  TensorType result = context.getType(op.getResult());
  int64_t axis = op.getAxis();
  axis = axis < 0 ? axis + input.getRank() : axis;
  bool isUnsigned = indices.getElementType().isUnsignedInteger();
  Value size = context.getIndex(input.getDim(axis));
  Value last = context.getIndex(input.getDim(axis) - 1);
  SmallVector<AffineExpr> positions;
  for (int64_t i = 0; i < indices.getRank(); ++i)
    positions.push_back(context.builder.getAffineDimExpr(axis + i));
  AffineMap map =
      AffineMap::get(result.getRank(), 0, positions, op.getContext());
  Value source = context.get(op.getInput());
  return context.createElementwise(
      op.getLoc(), result, context.get(op.getIndices()), map,
      [&](OpBuilder &builder, Location at, ValueRange elements) -> Value {
        SmallVector<Value> position;
        for (int64_t i = 0; i < input.getRank(); ++i) {
          if (i == axis) {
            position.push_back(createPosition(builder, at, elements[0],
                                              isUnsigned, size, last));
            continue;
          }
          int64_t loop = i < axis ? i : i + indices.getRank() - 1;
          position.push_back(linalg::IndexOp::create(builder, at, loop));
        }
        return tensor::ExtractOp::create(builder, at, source, position);
      });
}

} // namespace

void registerIndexingLowerings(LoweringRegistry &registry) {
  registry.add<GatherOp>(lowerGather);
}

} // namespace tenon
