//===- LoweringData.cpp - Sizes and faults that only the data decides -----===//

#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace tenon {

void LoweringContext::createCheck(Location location, Value condition,
                                  const DiagnosticInfo &info,
                                  const Twine &message) {
  // The code travels in front of the message until faults are numbered.
  cf::AssertOp::create(builder, location, condition,
                       (info.code + ":" + message).str());
}

void LoweringContext::createRangeCheck(Location location, Value tensor,
                                       bool isUnsigned, Value low, Value high,
                                       const DiagnosticInfo &info,
                                       const Twine &message) {
  auto type = cast<RankedTensorType>(tensor.getType());
  Type flag = builder.getI1Type();
  Value yes = arith::ConstantOp::create(builder, location,
                                        builder.getBoolAttr(true));
  Value init = linalg::FillOp::create(
                   builder, location, yes,
                   tensor::EmptyOp::create(builder, location,
                                           ArrayRef<int64_t>(), flag)
                       .getResult())
                   .getResult(0);
  unsigned rank = type.getRank();
  SmallVector<utils::IteratorType> loops(rank, utils::IteratorType::reduction);
  AffineMap maps[] = {
      builder.getMultiDimIdentityMap(rank),
      AffineMap::get(rank, 0, builder.getContext())};
  Value all = createReduction(
      location, tensor, init, maps, loops,
      [&](OpBuilder &inner, Location at, ValueRange values) -> Value {
        Value index =
            isUnsigned
                ? arith::IndexCastUIOp::create(inner, at, inner.getIndexType(),
                                               values[0])
                      .getResult()
                : arith::IndexCastOp::create(inner, at, inner.getIndexType(),
                                             values[0])
                      .getResult();
        Value above = arith::CmpIOp::create(
            inner, at, arith::CmpIPredicate::sge, index, low);
        Value below = arith::CmpIOp::create(
            inner, at, arith::CmpIPredicate::slt, index, high);
        Value inside = arith::AndIOp::create(inner, at, above, below);
        return arith::AndIOp::create(inner, at, inside, values[1]);
      });
  createCheck(location,
              tensor::ExtractOp::create(builder, location, all, ValueRange()),
              info, message);
}

Value LoweringContext::extractIndex(Location location, Value tensor,
                                    int64_t position, bool isUnsigned) {
  auto type = cast<RankedTensorType>(tensor.getType());
  SmallVector<Value> at(type.getRank());
  for (int64_t axis = type.getRank() - 1; axis >= 0; --axis) {
    int64_t size = type.isDynamicDim(axis) ? INT64_MAX : type.getDimSize(axis);
    at[axis] = createIndex(location, position % size);
    position /= size;
  }
  Value element = tensor::ExtractOp::create(builder, location, tensor, at);
  Type index = builder.getIndexType();
  if (isUnsigned)
    return arith::IndexCastUIOp::create(builder, location, index, element);
  return arith::IndexCastOp::create(builder, location, index, element);
}

void LoweringContext::bindSize(Location location, DimAttr declared, Value count,
                               DimAttr limit, const Twine &what) {
  StringAttr symbol = declared.getSymbol();
  if (!symbol || sizes.isDefined(symbol)) {
    Value wanted = getIndex(declared);
    Value equal = arith::CmpIOp::create(
        builder, location, arith::CmpIPredicate::eq, count, wanted);
    createCheck(location, equal, diag::dataSizeMismatch,
                what + " must be " + declared.str() +
                    ", but the data gives another");
    return;
  }
  DimAttr most = sizes.getLimit(limit);
  auto size =
      arith::MinSIOp::create(builder, location, count, getIndex(most));
  size->setAttr(limitAttrName, builder.getUnitAttr());
  sizes.define({symbol, size, most});
}

} // namespace tenon
