//===- Interpolation.cpp - Resizing and sampling between elements ---------===//

#include "tenon/Dialect/IR/Interpolation.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Model.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Resampling.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Interpolation.cpp.inc"

namespace tenon {

void TenonDialect::registerInterpolationOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Interpolation.cpp.inc"
      >();
}

std::pair<int64_t, int64_t> getQuotient(double scale, bool isSingle) {
  // Quotients of such divisors are further apart than numbers of 32 bits.
  constexpr int64_t maxDivisor = 2048;
  if (scale >= 0x1p52)
    return {INT64_MAX, 1};
  for (int64_t divisor = 1; divisor <= maxDivisor; ++divisor) {
    double nearest = std::round(scale * divisor), quotient = nearest / divisor;
    if (nearest >= 1 && (isSingle ? float(quotient) == float(scale)
                                  : quotient == scale))
      return {int64_t(nearest), divisor};
  }
  int exponent;
  double mantissa = std::frexp(scale, &exponent);
  int shift = 53 - exponent;
  // No axis is long enough for such a scale.
  if (shift > 62 + 53)
    return {1, INT64_MAX};
  int64_t numerator = int64_t(std::ldexp(mantissa, 53));
  while (shift > 0 && (numerator % 2 == 0 || shift > 62)) {
    numerator /= 2;
    --shift;
  }
  return {std::max<int64_t>(numerator, 1), int64_t(1) << shift};
}

DimAttr getTapCount(ResizeOp op, DimAttr input, DimAttr output) {
  MLIRContext *context = op.getContext();
  int64_t radius = op.getMode() == "linear" ? 1 : 2;
  DimAttr least = DimAttr::get(context, radius);
  if (!op.getAntialias())
    return least * 2;
  // The scale is at least (out - 0.5) / in, whatever was rounded.
  DimAttr one = DimAttr::get(context, 1);
  DimAttr steps = DimAttr::max({output * 2 - 1, one});
  DimAttr half = (input * (2 * radius)).ceilDiv(steps);
  return DimAttr::max({half, least}) * 2;
}

std::optional<SmallVector<double>> getNumbers(Value operand) {
  ElementsAttr elements;
  if (auto constant = operand.getDefiningOp<ConstantOp>()) {
    elements = constant.getValue();
  } else if (auto read = operand.getDefiningOp<GetParameterOp>()) {
    auto parameter = SymbolTable::lookupNearestSymbolFrom<ParameterOp>(
        read, read.getParameterAttr());
    if (parameter)
      elements = dyn_cast<ElementsAttr>(parameter.getValue());
  }
  if (!elements || elements.getNumElements() > maxKnownElements)
    return std::nullopt;
  FailureOr<HostTensor> host = HostTensor::read(elements);
  if (failed(host) || !host->isFloat())
    return std::nullopt;
  return llvm::to_vector(host->floats);
}

namespace {

/// The rule of `resize`. Constraints are numbered as in the definition.
class ResizeRule {
public:
  ResizeRule(ResizeOp op, RuleContext &context)
      : op(op), context(context), input(context.getType(op.getInput())) {}

  void infer();

private:
  void requireSizesOrScales();
  bool requireNumbers(Value operand, StringRef name, StringRef entries,
                      size_t wanted);
  void requireRoi();
  std::optional<SmallVector<DimAttr>> inferSizes();
  std::optional<SmallVector<double>> inferScales();
  DimAttr resize(size_t index, ArrayRef<int64_t> axes);
  DimAttr limit(size_t index, ArrayRef<int64_t> axes);
  void requireElements(int64_t axis, DimAttr size);

  ResizeOp op;
  RuleContext &context;
  TensorType input;
  std::optional<SmallVector<DimAttr>> sizes;
  std::optional<SmallVector<double>> scales;
};

/// C1, C10.
void ResizeRule::requireSizesOrScales() {
  if (!op.getSizes() && !op.getScales())
    context.error(diag::operandCount)
        .fact("node", context.getOpText())
        .fact("count", int64_t(op->getNumOperands()))
        .fact("wanted", "sizes or scales beside its input");
  if (op.getScales() && op.getPolicy() != "stretch")
    context.error("policy", diag::attributeRange)
        .fact("what", "a policy")
        .fact("value", op.getPolicy())
        .fact("wanted", "stretch, as it has scales and no sizes");
}

/// A vector of floating-point numbers, with that many entries.
bool ResizeRule::requireNumbers(Value operand, StringRef name,
                                StringRef entries, size_t wanted) {
  bool isRight =
      context.requireElementType(operand, name, "floating-point numbers",
                                 [](Type type) { return isa<FloatType>(type); });
  if (!context.requireRank(operand, name, 1))
    return false;
  TensorType type = context.getType(operand);
  std::optional<int64_t> count = type.getDim(0).getConstant();
  if (!count || *count == int64_t(wanted))
    return isRight;
  context.error(operand, diag::valueLength)
      .fact("count", *count)
      .fact("what", entries)
      .fact("wanted", int64_t(wanted))
      .fact("shape", "its axes");
  return false;
}

/// C7.
void ResizeRule::requireRoi() {
  bool isCrop = op.getCoordinates() == "crop";
  if (isCrop != bool(op.getRoi()))
    context.error("coordinates", diag::attributeRange)
        .fact("what", "coordinates")
        .fact("value", op.getCoordinates())
        .fact("wanted", isCrop ? "another one, as there is no region of interest"
                               : "crop, as there is a region of interest");
  if (op.getRoi())
    requireNumbers(op.getRoi(), "its region of interest", "bounds",
                   2 * op.getAxes().size());
}

/// C3, C4.
std::optional<SmallVector<DimAttr>> ResizeRule::inferSizes() {
  auto entries = inferEntries(op.getSizes(), "its sizes", context);
  if (!entries)
    return std::nullopt;
  if (entries->size() != op.getAxes().size()) {
    context.error(op.getSizes(), diag::valueLength)
        .fact("count", int64_t(entries->size()))
        .fact("what", "sizes")
        .fact("wanted", int64_t(op.getAxes().size()))
        .fact("shape", "its axes");
    return std::nullopt;
  }
  for (auto [entry, axis] : llvm::zip_equal(*entries, op.getAxes())) {
    if (entry.isUnknown() ||
        context.requireAtLeast(entry, context.constantDim(0),
                               diag::sizeNegative,
                               "axis " + Twine(axis) + " of " +
                                   context.getOpText() +
                                   " must not be negative"))
      continue;
    context.error(op.getSizes(), diag::sizeNegative)
        .fact("axis", axis)
        .fact("size", entry.str());
    entry = context.unknownDim();
  }
  return entries;
}

/// C5, C6.
std::optional<SmallVector<double>> ResizeRule::inferScales() {
  if (!requireNumbers(op.getScales(), "its scales", "scales",
                      op.getAxes().size()))
    return std::nullopt;
  ElementsAttr constant = context.getConstant(op.getScales());
  FailureOr<HostTensor> host =
      constant ? HostTensor::read(constant) : FailureOr<HostTensor>();
  if (failed(host) || !host->isFloat() ||
      host->floats.size() != op.getAxes().size()) {
    if (!op.getSizes())
      context.blameValue(op.getScales(), "its scales");
    return std::nullopt;
  }
  for (double scale : host->floats) {
    if (scale > 0 && std::isfinite(scale))
      continue;
    SmallString<24> text;
    APFloat(scale).toString(text);
    context.error(op.getScales(), diag::attributeRange)
        .fact("what", "a scale of")
        .fact("value", text)
        .fact("wanted", "positive and finite");
    return std::nullopt;
  }
  return llvm::to_vector(host->floats);
}

/// C8.
void ResizeRule::requireElements(int64_t axis, DimAttr size) {
  DimAttr from = input.getDim(axis);
  if (from.isUnknown() || size.isConstant(0) ||
      context.getEnv().compare(from, size) == DimComparison::Equal ||
      context.requireAtLeast(
          from, context.constantDim(1), diag::axisEmpty,
          context.getOpText() + " picks from axis " + Twine(axis) + " of " +
              input.getShapeText() + ", which must not be empty"))
    return;
  context.error(op.getInput(), diag::axisEmpty)
      .fact("axis", axis)
      .fact("shape", input.getShapeText());
}

/// The axis scaled as all axes are, by the scale that this one asks for least
/// (or most): round(size · wanted / from).
DimAttr ResizeRule::limit(size_t index, ArrayRef<int64_t> axes) {
  DimAttr size = input.getDim(axes[index]);
  SmallVector<DimAttr> candidates;
  for (auto [axis, wanted] : llvm::zip_equal(axes, *sizes)) {
    DimAttr from = input.getDim(axis);
    candidates.push_back(axis == axes[index]
                             ? wanted
                             : (wanted * size * 2 + from).floorDiv(from * 2));
  }
  return op.getPolicy() == "not_larger" ? DimAttr::min(candidates)
                                        : DimAttr::max(candidates);
}

DimAttr ResizeRule::resize(size_t index, ArrayRef<int64_t> axes) {
  DimAttr size = input.getDim(axes[index]);
  if (sizes)
    return op.getPolicy() == "stretch" ? (*sizes)[index] : limit(index, axes);
  if (!scales)
    return context.unknownDim();
  bool isSingle = !context.getType(op.getScales()).getElementType().isF64();
  auto [numerator, denominator] = getQuotient((*scales)[index], isSingle);
  return (size * numerator).floorDiv(denominator);
}

void ResizeRule::infer() {
  context.setResult(TensorType::getUnranked(input.getElementType()));
  requireSizesOrScales();
  if (op.getSizes())
    sizes = inferSizes();
  if (op.getScales())
    scales = inferScales();
  requireRoi();
  if (op.getMode() != "nearest")
    context.requireElementType(op.getInput(), "its input", "numbers",
                               [](Type type) { return !type.isInteger(1); });
  auto axes = resolveAxes(op.getInput(), op.getAxes(), "axes", context);
  if (!input.hasRank())
    return;
  SmallVector<DimAttr> dims(input.getDims());
  if (!axes)
    dims.assign(dims.size(), context.unknownDim());
  for (size_t index = 0; axes && index < axes->size(); ++index) {
    DimAttr size = context.getEnv().simplify(resize(index, *axes));
    requireElements((*axes)[index], size);
    dims[(*axes)[index]] = size;
  }
  context.setResult(input.withDims(dims));
}

} // namespace

void ResizeOp::infer(RuleContext &context) {
  ResizeRule(*this, context).infer();
}

} // namespace tenon
