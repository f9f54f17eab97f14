//===- Interpolation.cpp - ONNX operators of the Interpolation family -----===//

#include "Integers.h"
#include "InterpolationWords.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Indexing.h"
#include "tenon/Dialect/IR/Interpolation.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

StringRef readWord(Node &node, StringRef attribute, StringRef otherwise,
                   ArrayRef<Word> words) {
  std::string given = node.getString(attribute, otherwise);
  std::string names;
  for (auto [theirs, ours] : words) {
    if (given == theirs)
      return ours;
    names += (names.empty() ? "" : ", ") + theirs.str();
  }
  node.reportAttribute(attribute, "'" + given + "' is none of " + names);
  return "";
}

namespace {

constexpr Word modes[] = {
    {"nearest", "nearest"}, {"linear", "linear"}, {"cubic", "cubic"}};
constexpr Word coordinateModes[] = {
    {"half_pixel", "half_pixel"},
    {"half_pixel_symmetric", "half_pixel_symmetric"},
    {"pytorch_half_pixel", "half_pixel_or_zero"},
    {"tf_half_pixel_for_nn", "half_pixel_start"},
    {"align_corners", "align_corners"},
    {"asymmetric", "asymmetric"},
    {"tf_crop_and_resize", "crop"}};
constexpr Word roundings[] = {
    {"round_prefer_floor", "half_down"},
    {"round_prefer_ceil", "half_up"},
    {"floor", "floor"},
    {"ceil", "ceil"}};
constexpr Word policies[] = {
    {"stretch", "stretch"},
    {"not_larger", "not_larger"},
    {"not_smaller", "not_smaller"}};

/// An optional input may also be left out by giving an empty tensor.
Value getFilledInput(Node &node, unsigned index) {
  Value input = node.getInput(index);
  if (!input)
    return {};
  TensorType type = ModelBuilder::getType(input);
  bool isEmpty = type.hasRank() && type.getRank() == 1 &&
                 type.getDim(0).isConstant(0);
  return isEmpty ? Value() : input;
}

/// All axes of the input; as many as a vector has entries, where that is not
/// known.
std::optional<SmallVector<int64_t>> getAllAxes(Node &node, Value entries) {
  TensorType type = ModelBuilder::getType(node.getInput(0));
  std::optional<int64_t> count;
  if (type.hasRank())
    count = type.getRank();
  else if (TensorType vector = ModelBuilder::getType(entries);
           vector.hasRank() && vector.getRank() == 1)
    count = vector.getDim(0).getConstant();
  if (count)
    return llvm::to_vector(llvm::seq<int64_t>(std::clamp<int64_t>(
        *count, 0, TensorType::maxRank)));
  if (type.getError())
    node.fail();
  else
    node.reportUnsupported("an input whose number of axes is unknown");
  return std::nullopt;
}

/// What the file says of the resized sizes.
SmallVector<DimAttr> getWanted(Node &node, ArrayRef<int64_t> axes) {
  TensorType declared = node.getDeclared(0);
  int64_t rank = declared.hasRank() ? declared.getRank() : 0;
  return llvm::map_to_vector(axes, [&](int64_t axis) {
    return axis >= -rank && axis < rank
               ? declared.getDim(axis < 0 ? axis + rank : axis)
               : DimAttr::getUnknown(node.builder.getContext());
  });
}

/// The most that resized sizes can be: images keep their batch and channels.
SmallVector<DimAttr> getLimits(Node &node, ArrayRef<int64_t> axes) {
  TensorType type = ModelBuilder::getType(node.getInput(0));
  int64_t rank = type.hasRank() ? type.getRank() : 0;
  return llvm::map_to_vector(axes, [&](int64_t axis) {
    int64_t position = axis < 0 ? axis + rank : axis;
    return rank >= 3 && (position == 0 || position == 1)
               ? type.getDim(position)
               : DimAttr::getUnknown(node.builder.getContext());
  });
}

/// Sizes for scales that only the data decides: floor(size · scale). Null if
/// the scales are known, or if that failed.
Value makeScaledSizes(Node &node, Value scales, ArrayRef<int64_t> axes) {
  TensorType type = ModelBuilder::getType(scales);
  if (node.builder.getConstant(scales) || !type.hasRank() ||
      type.getRank() != 1 || !isa<FloatType>(type.getElementType()))
    return {};
  Integers integers(node);
  Value shape = integers.shape(node.getInput(0));
  Value sizes =
      node.make<GatherOp>(shape, integers.constant(axes), int64_t(0));
  sizes = node.make<CastOp>(sizes, type.getElementType());
  sizes = node.make<FloorOp>(node.make<MulOp>(sizes, scales));
  sizes = node.make<CastOp>(sizes, node.builder.getI64Type());
  return node.makeSizes(sizes, getLimits(node, axes), getWanted(node, axes),
                        "sizes");
}

/// The old forms: scales, and positions without halves.
void resizeByScales(Node &node, Value scales) {
  std::string mode = node.getString("mode", "nearest");
  // The first form's cubic mode never took effect.
  StringRef word = mode == "bilinear" || mode == "linear" ? "linear" : "nearest";
  if (word == "nearest" && mode != "nearest")
    node.reportAttribute("mode", "'" + mode + "' is neither nearest nor linear");
  if (node.hasFailed())
    return;
  auto axes = getAllAxes(node, scales);
  if (!axes)
    return;
  Value sizes = makeScaledSizes(node, scales, *axes);
  if (node.hasFailed())
    return;
  node.setOutput(node.make<ResizeOp>(
      node.getInput(0), sizes, scales, Value(), *axes, word, "asymmetric",
      "floor_ceil", "stretch", llvm::APFloat(-0.75), llvm::APFloat(0.0),
      false, false));
}

/// The scales are an attribute up to operator set 8.
void mapUpsample(Node &node) {
  bool isInput = node.getOpset() >= 9;
  unsigned inputs = isInput ? 2 : 1;
  if (!node.requireInputs(inputs, inputs))
    return;
  if (isInput)
    return resizeByScales(node, node.getInput(1));
  auto numbers = node.getFloats("scales");
  if (!numbers) {
    if (!node.hasFailed())
      node.reportAttribute("scales", "it is missing");
    return;
  }
  int64_t length = numbers->size();
  HostTensor entries(length, node.builder.getF32Type());
  entries.floats.assign(numbers->begin(), numbers->end());
  TensorType type = TensorType::get(ArrayRef(length), entries.elementType);
  resizeByScales(node, node.make<ConstantOp>(entries.write(type)));
}

void mapResize(Node &node) {
  if (node.getOpset() < 11) {
    if (node.requireInputs(2, 2))
      resizeByScales(node, node.getInput(1));
    return;
  }
  if (!node.requireInputs(1, 4))
    return;
  StringRef mode = readWord(node, "mode", "nearest", modes);
  StringRef coordinates = readWord(node, "coordinate_transformation_mode",
                                   "half_pixel", coordinateModes);
  StringRef rounding =
      readWord(node, "nearest_mode", "round_prefer_floor", roundings);
  StringRef policy =
      readWord(node, "keep_aspect_ratio_policy", "stretch", policies);
  Value scales = getFilledInput(node, 2), sizes = getFilledInput(node, 3);
  Value roi = coordinates == "crop" ? node.getInput(1) : Value();
  double cubic = node.getFloat("cubic_coeff_a", -0.75);
  double extrapolation = node.getFloat("extrapolation_value", 0);
  bool excludes = node.getInt("exclude_outside", 0) != 0;
  bool antialias = node.getInt("antialias", 0) != 0;
  auto axes = node.getInts("axes");
  if (node.hasFailed())
    return;
  if (!axes)
    axes = getAllAxes(node, sizes ? sizes : scales ? scales
                                                   : node.getInput(0));
  if (!axes)
    return;
  if (sizes && !node.areSizesKnown(3))
    sizes = policy == "stretch"
                ? node.makeSizes(sizes, getLimits(node, *axes),
                                 getWanted(node, *axes), "sizes")
                : node.makeSizes(sizes, {}, {}, "sizes");
  else if (scales && !sizes)
    sizes = makeScaledSizes(node, scales, *axes);
  if (node.hasFailed())
    return;
  node.setOutput(node.make<ResizeOp>(
      node.getInput(0), sizes, scales, roi, *axes, mode, coordinates, rounding,
      policy, llvm::APFloat(cubic), llvm::APFloat(extrapolation), excludes,
      antialias && mode != "nearest"));
}

} // namespace

void registerInterpolationOperators(OperatorRegistry &registry) {
  registry.add("Resize", mapResize);
  registry.add("Upsample", mapUpsample);
  registerSamplingOperators(registry);
}

} // namespace tenon::onnx_import
