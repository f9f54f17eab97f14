//===- Creation.cpp - Lowering of creating ops to linalg ------------------===//

#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Rule.h"
#include "ElementwiseScalars.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Evaluation.h"

using namespace mlir;

namespace tenon {
namespace {

/// The same values as a constant of the builtin type; null if they cannot be
/// read.
ElementsAttr convertElements(ElementsAttr elements, RankedTensorType type) {
  if (auto dense = dyn_cast<DenseElementsAttr>(elements))
    return DenseElementsAttr::getFromRawBuffer(type, dense.getRawData());
  auto resource = dyn_cast<DenseResourceElementsAttr>(elements);
  if (!resource)
    return {};
  // Truth values are bytes with us, and bits upstream.
  if (type.getElementType().isInteger(1)) {
    FailureOr<HostTensor> host = HostTensor::read(elements);
    if (failed(host))
      return {};
    return DenseElementsAttr::get(
        type, llvm::map_to_vector(host->integers,
                                  [](int64_t value) { return value != 0; }));
  }
  // The handle is shared: the blob is not copied.
  return DenseResourceElementsAttr::get(type, resource.getRawHandle());
}

Value lowerConstant(ConstantOp op, LoweringContext &context) {
  ElementsAttr elements = convertElements(
      op.getValue(), context.convertType(context.getType(op.getResult())));
  if (!elements)
    return {};
  return arith::ConstantOp::create(context.builder, op.getLoc(), elements);
}

Value lowerShapeOf(ShapeOfOp op, LoweringContext &context) {
  TensorType input = context.getType(op.getInput());
  TensorType result = context.getType(op.getResult());
  SmallVector<Value> entries;
  Type elementType = context.convertElementType(result.getElementType());
  for (DimAttr dim : op.selectDims(input))
    entries.push_back(arith::IndexCastOp::create(
        context.builder, op.getLoc(), elementType, context.getIndex(dim)));
  if (entries.empty())
    return context.createEmpty(op.getLoc(), result);
  return tensor::FromElementsOp::create(
      context.builder, op.getLoc(), context.convertType(result), entries);
}

/// The vector itself; its entries become sizes.
Value lowerAsSizes(AsSizesOp op, LoweringContext &context) {
  OpBuilder &builder = context.builder;
  Location at = op.getLoc();
  Value input = context.get(op.getInput());
  TensorType type = context.getType(op.getInput());
  bool isUnsigned = type.getElementType().isUnsignedInteger();
  std::string who = describeOperation(op);
  for (auto [index, size, limit] :
       llvm::enumerate(op.getSizes().getAsRange<DimAttr>(),
                       op.getLimits().getAsRange<DimAttr>())) {
    Value entry = context.extractIndex(at, input, index, isUnsigned);
    Value zero = context.createIndex(at, 0);
    std::string what =
        "entry " + std::to_string(index) + " of the sizes of " + who;
    context.createCheck(at,
                        arith::CmpIOp::create(builder, at,
                                              arith::CmpIPredicate::sge, entry,
                                              zero),
                        diag::dataValueInvalid,
                        what + " is negative");
    if (!size.getConstant()) {
      Value most = context.getIndex(context.getSizeEmitter().getLimit(limit));
      context.createCheck(
          at,
          arith::CmpIOp::create(builder, at, arith::CmpIPredicate::sle, entry,
                                most),
          diag::dataSizeLimit,
          what + " is larger than its limit " + limit.str());
    }
    context.bindSize(at, size, entry, limit, what);
  }
  return input;
}

Value lowerFill(FillOp op, LoweringContext &context) {
  Value scalar = tensor::ExtractOp::create(context.builder, op.getLoc(),
                                           context.get(op.getValue()),
                                           ValueRange());
  return context.createFilled(op.getLoc(), context.getType(op.getResult()),
                              scalar);
}

/// Each number from its position: start + i * delta.
Value lowerRange(RangeOp op, LoweringContext &context) {
  TensorType result = context.getType(op.getResult());
  Type elementType = result.getElementType();
  auto read = [&](Value scalar) -> Value {
    return tensor::ExtractOp::create(context.builder, op.getLoc(),
                                     context.get(scalar), ValueRange());
  };
  Value start = read(op.getStart()), delta = read(op.getDelta());
  return context.createElementwise(
      op.getLoc(), result, {}, {},
      [&](OpBuilder &builder, Location at, ValueRange) -> Value {
        ScalarBuilder scalar(builder, at, elementType);
        Value position = linalg::IndexOp::create(builder, at, 0);
        Value first = scalar.widen(start), step = scalar.widen(delta);
        if (!scalar.isFloat()) {
          position = scalar.make<arith::IndexCastOp>(scalar.getType(), position);
          Value moved = scalar.make<arith::MulIOp>(position, step);
          return scalar.narrow(scalar.make<arith::AddIOp>(first, moved));
        }
        position = scalar.make<arith::IndexCastOp>(Type(builder.getI64Type()),
                                                   position);
        position = scalar.make<arith::SIToFPOp>(scalar.getType(), position);
        Value moved = scalar.make<arith::MulFOp>(position, step);
        return scalar.narrow(scalar.make<arith::AddFOp>(first, moved));
      });
}

} // namespace

void registerCreationLowerings(LoweringRegistry &registry) {
  registry.add<ConstantOp>(lowerConstant);
  registry.add<ShapeOfOp>(lowerShapeOf);
  registry.add<AsSizesOp>(lowerAsSizes);
  registry.add<FillOp>(lowerFill);
  registry.add<RangeOp>(lowerRange);
}

} // namespace tenon
