//===- Normalization.cpp - Statistics divided out -------------------------===//

#include "tenon/Dialect/IR/Normalization.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Normalization.cpp.inc"

namespace tenon {
namespace {

bool isFloat(Type type) { return isa<FloatType>(type); }

void requireEpsilon(const APFloat &epsilon, RuleContext &context) {
  if (!epsilon.isNaN() && !(epsilon.isNegative() && !epsilon.isZero()))
    return;
  SmallString<16> text;
  epsilon.toString(text);
  context.error("epsilon", diag::attributeRange)
      .fact("what", "an epsilon of")
      .fact("value", text.str())
      .fact("wanted", "a number that is not negative");
}

/// The element type that all operands share. One that is no float is reported
/// for the first, and compared with none.
Type requireFloats(ValueRange operands, ArrayRef<StringRef> names,
                   RuleContext &context) {
  SmallVector<Value> floats;
  bool reported = false;
  for (auto [operand, name] : llvm::zip(operands, names)) {
    TensorType type = context.getType(operand);
    if (!type.hasElementType() || isFloat(type.getElementType()))
      floats.push_back(operand);
    else if (!std::exchange(reported, true))
      context.requireElementType(operand, name, "floating-point numbers",
                                 isFloat);
  }
  return context.requireSameElementType(floats);
}

/// A parameter's size must be that of the input's axis; returns the more
/// informative of both.
DimAttr requireLength(Value parameter, StringRef name, int64_t parameterAxis,
                      TensorType input, int64_t axis, DimAttr known,
                      RuleContext &context) {
  DimAttr size = context.getType(parameter).getDim(parameterAxis);
  std::string message = context.getOpText() + " needs " + name.str() +
                        " as long as axis " + std::to_string(axis) + " of " +
                        input.getShapeText();
  if (context.requireEqual(size, known, diag::lengthMismatch, message))
    return context.merge(known, size);
  context.error(parameter, diag::lengthMismatch)
      .fact("operand", name)
      .fact("wanted", known.str())
      .fact("axis", axis)
      .fact("shape", input.getShapeText())
      .fact("size", size.str());
  return known;
}

/// If all parameters agree on a number of channels that the input never has,
/// the input is at fault. True: reported.
bool reportChannels(Value input, int64_t axis, ValueRange parameters,
                    RuleContext &context) {
  const ShapeEnv &env = context.getEnv();
  TensorType type = context.getType(input);
  DimAttr channels = type.getDim(axis);
  DimAttr wanted = context.getType(parameters.front()).getDim(0);
  for (Value parameter : parameters)
    if (env.compare(context.getType(parameter).getDim(0), wanted) !=
        DimComparison::Equal)
      return false;
  if (env.compare(wanted, channels) != DimComparison::NeverEqual)
    return false;
  context.error(input, diag::channelMismatch)
      .fact("wanted", wanted.str())
      .fact("channels", channels.str())
      .fact("axis", axis)
      .fact("shape", type.getShapeText());
  return true;
}

bool requireParameterCount(OperandRange parameters, RuleContext &context) {
  if (parameters.size() <= 2)
    return true;
  context.error(diag::operandCount)
      .fact("node", context.getOpText())
      .fact("count", parameters.size() + 1)
      .fact("wanted", "1 to 3: input, scale and offset");
  return false;
}

/// There must be a group, and each as large as the others.
void requireGroups(int64_t groups, DimAttr channels, RuleContext &context) {
  if (groups < 1) {
    context.error("groups", diag::attributeRange)
        .fact("what", "a number of groups of")
        .fact("value", groups)
        .fact("wanted", "at least 1");
    return;
  }
  if (channels.isUnknown() ||
      context.requireDivisible(
          channels, context.constantDim(groups), diag::groupMismatch,
          context.getOpText() + " splits its channels into " + Twine(groups) +
              " groups"))
    return;
  context.error("groups", diag::groupMismatch)
      .fact("channels", channels.str())
      .fact("which", "input")
      .fact("groups", groups);
}

} // namespace

void TenonDialect::registerNormalizationOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Normalization.cpp.inc"
      >();
}

void BatchNormOp::infer(RuleContext &context) {
  static constexpr StringRef names[] = {"its scale", "its offset", "its mean",
                                        "its variance"};
  Value parameters[] = {getScale(), getOffset(), getMean(), getVariance()};
  requireEpsilon(getEpsilon(), context);
  Type elementType = requireFloats(
      getOperation()->getOperands(),
      {"its input", names[0], names[1], names[2], names[3]}, context);
  TensorType input = context.getType(getInput());
  TensorType result = input.withElementType(elementType);
  context.setResult(result);

  bool fits = context.requireRank(getInput(), "an input", 2, true);
  SmallVector<bool, 4> vectors;
  for (auto [parameter, name] : llvm::zip(parameters, names))
    vectors.push_back(context.requireRank(parameter, name, 1));
  if (!fits)
    return;
  int64_t axis = getChannelAxis(input.getRank());
  if (llvm::all_of(vectors, [](bool vector) { return vector; }) &&
      reportChannels(getInput(), axis, parameters, context))
    return;
  SmallVector<DimAttr> dims(input.getDims());
  for (auto [parameter, name, vector] : llvm::zip(parameters, names, vectors))
    if (vector)
      dims[axis] =
          requireLength(parameter, name, 0, input, axis, dims[axis], context);
  context.setResult(result.withDims(dims));
}

void LayerNormOp::infer(RuleContext &context) {
  static constexpr StringRef names[] = {"its scale", "its offset"};
  requireEpsilon(getEpsilon(), context);
  Type elementType = requireFloats(getOperation()->getOperands(),
                                   {"its input", names[0], names[1]}, context);
  TensorType input = context.getType(getInput());
  TensorType result = input.withElementType(elementType);
  context.setResult(result);

  OperandRange parameters = getParameters();
  if (!requireParameterCount(parameters, context))
    return;
  std::optional<int64_t> axis =
      context.resolveAxis(getInput(), getAxis(), "axis");
  if (!axis)
    return;
  int64_t count = input.getRank() - *axis;
  SmallVector<DimAttr> dims(input.getDims());
  for (auto [parameter, name] : llvm::zip(parameters, names)) {
    if (!context.requireRank(parameter, name, count))
      continue;
    for (int64_t i = 0; i < count; ++i)
      dims[*axis + i] = requireLength(parameter, name, i, input, *axis + i,
                                      dims[*axis + i], context);
  }
  context.setResult(result.withDims(dims));
}

void GroupNormOp::infer(RuleContext &context) {
  static constexpr StringRef names[] = {"its scale", "its offset"};
  requireEpsilon(getEpsilon(), context);
  Type elementType = requireFloats(getOperation()->getOperands(),
                                   {"its input", names[0], names[1]}, context);
  TensorType input = context.getType(getInput());
  TensorType result = input.withElementType(elementType);
  context.setResult(result);

  OperandRange parameters = getParameters();
  bool fits = requireParameterCount(parameters, context);
  fits &= context.requireRank(getInput(), "an input", 2, true);
  if (!fits) {
    if (getGroups())
      requireGroups(*getGroups(), context.unknownDim(), context);
    return;
  }
  int64_t axis = getChannelAxis(input.getRank());
  SmallVector<DimAttr> dims(input.getDims());
  for (auto [parameter, name] : llvm::zip(parameters, names))
    if (context.requireRank(parameter, name, 1))
      dims[axis] =
          requireLength(parameter, name, 0, input, axis, dims[axis], context);
  if (getGroups())
    requireGroups(*getGroups(), dims[axis], context);
  context.setResult(result.withDims(dims));
}

} // namespace tenon
