//===- MovementExtend.cpp - Tensors made larger: pad, expand, tile --------===//

#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {
namespace {

/// A size that operand `operand` names must not be negative; else reported.
bool requireSize(DimAttr size, size_t axis, Value operand,
                 RuleContext &context) {
  if (size.isUnknown() ||
      context.requireAtLeast(size, context.constantDim(0), diag::sizeNegative,
                             "axis " + Twine(axis) + " of " +
                                 context.getOpText() +
                                 " must not be negative"))
    return true;
  context.error(operand, diag::sizeNegative)
      .fact("axis", axis)
      .fact("size", size.str());
  return false;
}

} // namespace

//===----------------------------------------------------------------------===//
// Pad
//===----------------------------------------------------------------------===//

namespace {

/// The rule of pad on one axis.
class PadRule {
public:
  PadRule(PadOp op, int64_t axis, RuleContext &context)
      : op(op), context(context), axis(axis),
        input(context.getType(op.getInput())), low(op.getLow()[axis]),
        high(op.getHigh()[axis]) {}

  DimAttr run() {
    DimAttr size = input.getDim(axis);
    if (size.isUnknown())
      return size;
    DimAttr left = size + std::min<int64_t>(low, 0) +
                   std::min<int64_t>(high, 0);
    if (!left.isUnknown() &&
        !context.requireAtLeast(
            left, context.constantDim(0), diag::sizeNegative,
            context.getOpText() + " removes elements on axis " + Twine(axis) +
                " of " + input.getShapeText() + ", which must have them")) {
      context.error(low < 0 ? "low" : "high", diag::sizeNegative)
          .fact("axis", axis)
          .fact("size", left.str())
          .help("remove at most " + size.str() + " elements on this axis");
      return context.unknownDim();
    }
    checkBorder(left);
    DimAttr padded = size + low + high;
    if (padded.isUnknown() && size.getConstant())
      context.error(low > high ? "low" : "high", diag::sizeOverflow)
          .fact("shape", "axis " + Twine(axis) + " of size " + size.str() +
                             " with a border of " + Twine(low) + " and " +
                             Twine(high));
    return context.getEnv().simplify(padded);
  }

private:
  /// What a border is made of must be there.
  void checkBorder(DimAttr left) {
    int64_t border = std::max(low, high);
    if (op.getMode() == PadMode::Constant || border <= 0)
      return;
    int64_t needed = op.getMode() == PadMode::Edge ? 1 : border;
    if (op.getMode() == PadMode::Reflect)
      needed = border == INT64_MAX ? border : border + 1;
    std::string mode = stringifyPadMode(op.getMode()).str();
    if (left.isUnknown() ||
        context.requireAtLeast(
            left, context.constantDim(needed), diag::attributeRange,
            context.getOpText() + " in mode " + mode + " needs at least " +
                Twine(needed) + " elements on axis " + Twine(axis) + " of " +
                input.getShapeText()))
      return;
    DiagnosticBuilder report =
        context.error(low > high ? "low" : "high", diag::attributeRange);
    report.fact("what", "on axis " + Twine(axis) + " of " +
                            input.getShapeText() + " a border of")
        .fact("value", border);
    if (op.getMode() == PadMode::Edge)
      report.fact("wanted", "0, as there is no edge to repeat");
    else
      report.fact("wanted", "at most " + (left - (needed - border)).str() +
                                " in mode " + mode);
  }

  PadOp op;
  RuleContext &context;
  int64_t axis;
  TensorType input;
  int64_t low, high;
};

std::string getNumberText(double value) {
  SmallString<24> text;
  APFloat(value).toString(text);
  return text.str().str();
}

/// Whether an element of the type can be exactly (integers) or nearly this.
bool canHold(Type type, double value) {
  if (isa<FloatType>(type))
    return true;
  HostTensor host({}, type);
  if (!(std::fabs(value) < 0x1p63))
    return false;
  host.integers[0] = int64_t(value);
  host.round();
  return double(host.integers[0]) == value;
}

} // namespace

void PadOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  context.setResult(input.withError(false));
  double value = getValue().convertToDouble();
  if (getMode() == PadMode::Constant && input.hasElementType() &&
      !canHold(input.getElementType(), value))
    context.error("value", diag::attributeRange)
        .fact("what", "the value")
        .fact("value", getNumberText(value))
        .fact("wanted",
              "an element of " + getElementTypeText(input.getElementType()));
  if (!input.hasRank())
    return;
  bool isRight = true;
  auto checkLength = [&](StringRef name, ArrayRef<int64_t> values) {
    if (int64_t(values.size()) == input.getRank())
      return;
    isRight = false;
    context.error(name, diag::valueLength)
        .fact("count", values.size())
        .fact("what", "entries in " + name)
        .fact("wanted", input.getRank())
        .fact("shape", input.getShapeText());
  };
  checkLength("low", getLow());
  checkLength("high", getHigh());
  SmallVector<DimAttr> dims(input.getRank(), context.unknownDim());
  if (isRight)
    for (auto [axis, dim] : llvm::enumerate(dims))
      dim = PadRule(*this, axis, context).run();
  context.setResult(input.withDims(dims));
}

//===----------------------------------------------------------------------===//
// Expand and tile
//===----------------------------------------------------------------------===//

void ExpandOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  context.setResult(TensorType::getUnranked(input.getElementType()));
  auto entries = inferEntries(getShape(), "its shape", context);
  if (!entries || !input.hasRank())
    return;
  int64_t rank = std::max<int64_t>(entries->size(), input.getRank());
  SmallVector<DimAttr> from(rank - input.getRank(), context.constantDim(1));
  SmallVector<DimAttr> to(rank - entries->size(), context.constantDim(1));
  llvm::append_range(from, input.getDims());
  llvm::append_range(to, *entries);
  std::string shape = input.withDims(*entries).getShapeText();
  SmallVector<DimAttr> dims;
  for (auto [axis, mine, wanted] : llvm::enumerate(from, to)) {
    dims.push_back(context.unknownDim());
    if (!requireSize(wanted, axis, getShape(), context))
      continue;
    auto describe = [&, axis = axis] {
      return context.getOpText() + " expands " + input.getShapeText() +
             " to " + shape + ", which must agree on axis " +
             std::to_string(axis) + " of the result";
    };
    std::optional<DimAttr> dim =
        context.broadcast(mine, wanted, diag::expandMismatch, describe);
    if (!dim)
      context.error(getShape(), diag::expandMismatch)
          .fact("from", input.getShapeText())
          .fact("to", shape)
          .fact("axis", axis)
          .fact("lhs_size", mine.str())
          .fact("rhs_size", wanted.str());
    dims.back() = dim.value_or(context.unknownDim());
  }
  context.setResult(input.withDims(dims));
}

void TileOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  context.setResult(input.hasRank()
                        ? input.withDims(SmallVector<DimAttr>(
                              input.getRank(), context.unknownDim()))
                        : TensorType::getUnranked(input.getElementType()));
  auto entries = inferEntries(getRepeats(), "its repeats", context);
  if (!entries)
    return;
  if (input.hasRank() && int64_t(entries->size()) != input.getRank()) {
    context.error(getRepeats(), diag::valueLength)
        .fact("count", entries->size())
        .fact("what", "repeats")
        .fact("wanted", input.getRank())
        .fact("shape", input.getShapeText());
    return;
  }
  SmallVector<DimAttr> dims;
  for (auto [axis, repeat] : llvm::enumerate(*entries)) {
    bool isRight = requireSize(repeat, axis, getRepeats(), context);
    DimAttr size =
        input.hasRank() ? input.getDim(axis) : context.unknownDim();
    dims.push_back(isRight ? context.getEnv().simplify(size * repeat)
                           : context.unknownDim());
  }
  context.setResult(input.withDims(dims));
}

} // namespace tenon
