//===- ContractionShape.cpp - How a contraction fits a register tile ------===//

#include "ContractionShape.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

using namespace mlir;

namespace tenon {
namespace {

/// The body is `yield acc + a * b` on floating-point numbers.
bool isMultiplyAdd(linalg::GenericOp op) {
  Block *body = op.getBody();
  if (body->getNumArguments() != 3 || body->getOperations().size() != 3)
    return false;
  auto yield = cast<linalg::YieldOp>(body->getTerminator());
  auto add = yield.getOperand(0).getDefiningOp<arith::AddFOp>();
  if (!add)
    return false;
  Value accumulator = body->getArgument(2);
  Value other = add.getLhs() == accumulator   ? add.getRhs()
                : add.getRhs() == accumulator ? add.getLhs()
                                              : Value();
  auto multiply = other ? other.getDefiningOp<arith::MulFOp>() : arith::MulFOp();
  if (!multiply)
    return false;
  Value a = body->getArgument(0), b = body->getArgument(1);
  return (multiply.getLhs() == a && multiply.getRhs() == b) ||
         (multiply.getLhs() == b && multiply.getRhs() == a);
}

/// The innermost axis of the buffer is contiguous in memory.
bool hasUnitStride(Value buffer) {
  auto type = cast<MemRefType>(buffer.getType());
  int64_t offset;
  SmallVector<int64_t> strides;
  return succeeded(type.getStridesAndOffset(strides, offset)) &&
         !strides.empty() && strides.back() == 1;
}

/// The expression grows by exactly one with the axis.
bool advancesByOne(AffineExpr expression, unsigned axis) {
  if (auto dim = dyn_cast<AffineDimExpr>(expression))
    return dim.getPosition() == axis;
  auto binary = dyn_cast<AffineBinaryOpExpr>(expression);
  if (!binary || binary.getKind() != AffineExprKind::Add)
    return false;
  bool inLeft = binary.getLHS().isFunctionOfDim(axis);
  bool inRight = binary.getRHS().isFunctionOfDim(axis);
  if (inLeft == inRight)
    return false;
  return advancesByOne(inLeft ? binary.getLHS() : binary.getRHS(), axis);
}

/// Consecutive positions of the axis are consecutive in memory.
bool isContiguous(Value buffer, AffineMap map, unsigned axis) {
  if (map.getNumResults() == 0 || !hasUnitStride(buffer))
    return false;
  for (AffineExpr expression : map.getResults().drop_back())
    if (expression.isFunctionOfDim(axis))
      return false;
  return advancesByOne(map.getResults().back(), axis);
}

} // namespace

bool ContractionShape::usesAxis(unsigned operand, unsigned axis) const {
  linalg::GenericOp generic = op;
  return generic.getIndexingMapsArray()[operand].isFunctionOfDim(axis);
}

std::optional<int64_t> ContractionShape::getBytes(unsigned operand) const {
  linalg::GenericOp generic = op;
  auto type = cast<MemRefType>(generic->getOperand(operand).getType());
  if (!type.hasStaticShape())
    return std::nullopt;
  return type.getNumElements() * type.getElementTypeBitWidth() / 8;
}

FailureOr<ContractionShape> ContractionShape::match(linalg::GenericOp op) {
  if (!op.hasPureBufferSemantics() || op.getNumDpsInputs() != 2 ||
      op.getNumDpsInits() != 1 || !isMultiplyAdd(op))
    return failure();
  for (Value operand : op->getOperands()) {
    auto type = dyn_cast<MemRefType>(operand.getType());
    if (!type || !isa<Float32Type, Float64Type>(type.getElementType()))
      return failure();
  }
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  // The output's positions must be axes, each once, so that tiles are disjoint.
  if (!maps[2].isProjectedPermutation())
    return failure();

  ContractionShape shape;
  shape.op = op;
  shape.extents = op.getStaticLoopRanges();
  std::optional<unsigned> vectorAxis;
  SmallVector<unsigned> parallel;
  for (auto [axis, kind] : llvm::enumerate(op.getIteratorTypesArray())) {
    if (kind == utils::IteratorType::reduction) {
      shape.reducedAxes.push_back(axis);
      continue;
    }
    if (kind != utils::IteratorType::parallel)
      return failure();
    parallel.push_back(axis);
    bool inAny = false, fits = isContiguous(op->getOperand(2), maps[2], axis);
    for (unsigned operand : {0u, 1u}) {
      if (!maps[operand].isFunctionOfDim(axis))
        continue;
      inAny = true;
      fits &= isContiguous(op->getOperand(operand), maps[operand], axis);
    }
    if (fits && inAny)
      vectorAxis = axis;
  }
  if (!vectorAxis || shape.reducedAxes.empty())
    return failure();
  shape.vectorAxis = *vectorAxis;

  // Rows reuse a vector that is loaded once: an input with the vector axis
  // but without the row axis. Constant extents make exact tiles.
  auto rate = [&](unsigned axis) {
    bool reuses = false;
    for (unsigned operand : {0u, 1u})
      reuses |= maps[operand].isFunctionOfDim(*vectorAxis) &&
                !maps[operand].isFunctionOfDim(axis);
    int64_t extent = shape.extents[axis];
    bool isConstant = !ShapedType::isDynamic(extent);
    return std::tuple(reuses, isConstant && extent > 1, !isConstant, axis);
  };
  for (unsigned axis : parallel)
    if (axis != *vectorAxis &&
        (!shape.rowAxis || rate(axis) > rate(*shape.rowAxis)))
      shape.rowAxis = axis;
  for (unsigned axis : parallel)
    if (axis != *vectorAxis && axis != shape.rowAxis)
      shape.outerAxes.push_back(axis);
  return shape;
}

} // namespace tenon
