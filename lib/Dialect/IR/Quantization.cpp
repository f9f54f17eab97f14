//===- Quantization.cpp - Numbers stored as small integers ----------------===//

#include "tenon/Dialect/IR/Quantization.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Quantization.cpp.inc"

namespace tenon {
namespace {

/// What scales and zero points share: they lie along the axes of the input.
template <typename Op> class ParameterRule {
public:
  ParameterRule(Op op, RuleContext &context)
      : op(op), context(context), input(context.getType(op.getInput())) {}

  void require() {
    if (!requireBlocks())
      return;
    requireShape(op.getScale(), "its scale");
    if (op.getZeroPoint())
      requireShape(op.getZeroPoint(), "its zero point");
  }

private:
  /// C7, C8, C9. False if what an axis of the parameters is stays open.
  bool requireBlocks() {
    std::optional<int64_t> axis = op.getBlockAxis(), size = op.getBlockSize();
    if (size && *size < 1) {
      context.error("block_size", diag::attributeRange)
          .fact("what", "a block size of")
          .fact("value", *size)
          .fact("wanted", "at least 1");
      return false;
    }
    if (axis.has_value() != size.has_value()) {
      context.error(diag::attributeRange)
          .fact("what", axis ? "a block axis of" : "a block size of")
          .fact("value", axis ? *axis : *size)
          .fact("wanted",
                axis ? "given with a block size" : "given with a block axis");
      return false;
    }
    if (!axis)
      return true;
    blockAxis = context.resolveAxis(op.getInput(), *axis, "block_axis");
    return blockAxis.has_value();
  }

  /// C5, C6.
  void requireShape(Value parameter, StringRef name) {
    TensorType type = context.getType(parameter);
    if (!type.hasRank() || !input.hasRank())
      return;
    if (type.getRank() != input.getRank()) {
      context.error(parameter, diag::rankMismatch)
          .fact("operand", name)
          .fact("wanted", "as many axes as its input, " + input.getShapeText())
          .fact("rank", type.getRank())
          .fact("shape", type.getShapeText())
          .help("insert axes of size 1 with `unsqueeze`");
      return;
    }
    for (int64_t axis = 0; axis < type.getRank(); ++axis)
      requireSize(parameter, name, axis);
  }

  void requireSize(Value parameter, StringRef name, int64_t axis) {
    DimAttr size = context.getType(parameter).getDim(axis);
    DimAttr wanted = input.getDim(axis);
    bool isBlocked = blockAxis == axis;
    if (isBlocked)
      wanted = wanted.ceilDiv(*op.getBlockSize());
    else if (size.isConstant(1))
      return;
    std::string of = isBlocked ? "one entry a block of" : "as long as";
    if (context.requireEqual(size, wanted, diag::lengthMismatch,
                             context.getOpText() + " needs " + name + " " + of +
                                 " axis " + Twine(axis) + " of " +
                                 input.getShapeText()))
      return;
    auto report = context.error(parameter, diag::lengthMismatch);
    report.fact("operand", name)
        .fact("wanted", wanted.str())
        .fact("axis", axis)
        .fact("shape", input.getShapeText())
        .fact("size", size.str());
    if (isBlocked)
      report.help("give an entry for each block of " +
                  std::to_string(*op.getBlockSize()));
    else
      report.help("size 1 repeats one entry along the axis");
  }

  Op op;
  RuleContext &context;
  TensorType input;
  std::optional<int64_t> blockAxis;
};

bool isSmallInteger(Type type) {
  return isa<IntegerType>(type) && (type.getIntOrFloatBitWidth() == 8 ||
                                    type.getIntOrFloatBitWidth() == 16);
}

bool isFloat(Type type) { return isa<FloatType>(type); }

void requireTypeAttribute(StringRef name, Type type, StringRef wanted,
                          bool isRight, RuleContext &context) {
  if (!isRight)
    context.error(name, diag::attributeRange)
        .fact("what", "`" + name + "`")
        .fact("value", isa<IntegerType, FloatType>(type)
                           ? getElementTypeText(type)
                           : "of another kind")
        .fact("wanted", wanted);
}

} // namespace

void TenonDialect::registerQuantizationOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Quantization.cpp.inc"
      >();
}

void QuantizeOp::infer(RuleContext &context) {
  // C1, C2
  context.requireElementType(getInput(), "its input", "numbers",
                             [](Type type) { return !type.isInteger(1); });
  context.requireElementType(getScale(), "its scale", "floating-point numbers",
                             isFloat);
  // C3, C10
  bool isRight = isSmallInteger(getTo());
  requireTypeAttribute("to", getTo(), "an integer type of 8 or 16 bits",
                       isRight, context);
  if (std::optional<Type> precision = getPrecision())
    requireTypeAttribute("precision", *precision, "a floating-point type",
                         isFloat(*precision), context);
  // C4
  if (getZeroPoint() && isRight)
    context.requireElementType(getZeroPoint(), "its zero point",
                               getElementTypeText(getTo()),
                               [&](Type type) { return type == getTo(); });
  TensorType input = context.getType(getInput());
  context.setResult(isRight ? input.withElementType(getTo())
                            : context.unknownType());
  ParameterRule(*this, context).require();
}

void DequantizeOp::infer(RuleContext &context) {
  // C1, C2
  TensorType input = context.getType(getInput());
  bool isInteger = context.requireElementType(
      getInput(), "its input", "integers of 8, 16 or 32 bits", [](Type type) {
        return isSmallInteger(type) ||
               (isa<IntegerType>(type) && type.getIntOrFloatBitWidth() == 32);
      });
  context.requireElementType(getScale(), "its scale", "floating-point numbers",
                             isFloat);
  // C3
  bool isRight = isFloat(getTo());
  requireTypeAttribute("to", getTo(), "a floating-point type", isRight,
                       context);
  // C4
  if (Value zero = getZeroPoint(); zero && isInteger && input.hasElementType())
    context.requireElementType(
        zero, "its zero point", getElementTypeText(input.getElementType()),
        [&](Type type) { return type == input.getElementType(); });
  context.setResult(isRight ? input.withElementType(getTo())
                            : context.unknownType());
  ParameterRule(*this, context).require();
}

} // namespace tenon
