//===- InterpolationSampling.cpp - ONNX operators on grids and regions ----===//

#include "Elementwise.h"
#include "InterpolationWords.h"
#include "Window.h"
#include "tenon/Dialect/IR/Convolution.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Indexing.h"
#include "tenon/Dialect/IR/Interpolation.h"
#include "tenon/Dialect/IR/Movement.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// `bilinear` and `bicubic` became `linear` and `cubic` in operator set 20.
constexpr Word sampleModes[] = {{"bilinear", "linear"}, {"linear", "linear"},
                                {"nearest", "nearest"}, {"bicubic", "cubic"},
                                {"cubic", "cubic"}};
constexpr Word sampleBorders[] = {
    {"zeros", "zeros"}, {"border", "edge"}, {"reflection", "reflect"}};

void mapGridSample(Node &node) {
  if (!node.requireInputs(2, 2))
    return;
  StringRef mode = readWord(node, "mode", "linear", sampleModes);
  StringRef border = readWord(node, "padding_mode", "zeros", sampleBorders);
  bool alignCorners = node.getInt("align_corners", 0) != 0;
  if (!node.hasFailed())
    node.setOutput(node.make<GridSampleOp>(
        node.getInput(0), node.getInput(1), mode, border, alignCorners,
        Layout::ChannelsFirst));
}

//===----------------------------------------------------------------------===//
// AffineGrid
//===----------------------------------------------------------------------===//

/// Builds positions for an image of `rank` spatial axes.
class AffineGridBuilder {
public:
  AffineGridBuilder(Node &node, Value sizes, int64_t rank, bool alignCorners)
      : node(node), sizes(sizes), rank(rank), alignCorners(alignCorners),
        theta(node.getInput(0)),
        elementType(ModelBuilder::getType(theta).getElementType()) {}

  Value build() {
    Value sum = getColumn(rank);
    for (int64_t i = 0; i < rank; ++i)
      // The first number of a position is that of the last axis.
      sum = node.make<AddOp>(node.make<MulOp>(getColumn(rank - 1 - i),
                                              getCoordinates(i)),
                             sum);
    return sum;
  }

private:
  Value number(double value) {
    return node.builder.makeScalar(node.location, elementType, value);
  }
  Value scalar(int64_t value) {
    return node.builder.makeIntegers(node.location, {value}, /*scalar=*/true);
  }

  /// A column of the matrices, for all places: [N, 1…, rank].
  Value getColumn(int64_t column) {
    Value cut = node.make<SliceOp>(
        theta, ArrayRef<int64_t>{column}, ArrayRef<int64_t>{column + 1},
        ArrayRef<int64_t>{2}, ArrayRef<int64_t>{1});
    Value vectors = node.make<SqueezeOp>(
        cut, node.builder.getDenseI64ArrayAttr({2}));
    return node.make<UnsqueezeOp>(
        vectors, llvm::to_vector(llvm::seq<int64_t>(1, rank + 1)));
  }

  /// Where the elements of an axis lie between -1 and 1: [1…, size, 1…].
  Value getCoordinates(int64_t axis) {
    Value size = node.make<GatherOp>(sizes, scalar(2 + axis), int64_t(0));
    Value places = node.make<RangeOp>(scalar(0), size, scalar(1));
    Value steps = node.make<CastOp>(places, elementType);
    Value count = node.make<CastOp>(size, elementType);
    Value doubled = makeBinary<MulOp>(node, steps, number(2));
    if (alignCorners) {
      Value gaps = node.make<SubOp>(count, number(1));
      count = node.make<MaximumOp>(gaps, number(1));
    } else {
      doubled = makeBinary<AddOp>(node, doubled, number(1));
    }
    Value scaled = makeBinary<DivOp>(node, doubled, count);
    Value vector = makeBinary<SubOp>(node, scaled, number(1));
    SmallVector<int64_t> axes;
    for (int64_t other = 0; other < rank + 2; ++other)
      if (other != axis + 1)
        axes.push_back(other);
    return node.make<UnsqueezeOp>(vector, axes);
  }

  Node &node;
  Value sizes;
  int64_t rank;
  bool alignCorners;
  Value theta;
  Type elementType;
};

void mapAffineGrid(Node &node) {
  if (!node.requireInputs(2, 2))
    return;
  bool alignCorners = node.getInt("align_corners", 0) != 0;
  TensorType theta = ModelBuilder::getType(node.getInput(0));
  TensorType vector = ModelBuilder::getType(node.getInput(1));
  if (theta.getError() || vector.getError())
    return node.fail();
  std::optional<int64_t> count;
  if (vector.hasRank() && vector.getRank() == 1)
    count = vector.getDim(0).getConstant();
  if (!count || !theta.hasElementType())
    return node.reportUnsupported("a size whose number of entries, or a theta "
                                  "whose element type, is unknown");
  if (*count != 4 && *count != 5) {
    emitDiagnostic(node.location, diag::valueLength)
        .fact("op", node.getDescription())
        .fact("count", *count)
        .fact("what", "sizes")
        .fact("wanted", "4 or 5")
        .fact("shape", "images and volumes");
    return node.fail();
  }
  if (!isa<FloatType>(theta.getElementType())) {
    emitDiagnostic(node.location, diag::elementTypeNotAllowed)
        .fact("op", node.getDescription())
        .fact("wanted", "floating-point numbers")
        .fact("operand", "its theta")
        .fact("type", getElementTypeText(theta.getElementType()));
    return node.fail();
  }
  Value sizes = node.getInput(1);
  if (!node.areSizesKnown(1)) {
    // Of the sizes, the result has those of the spatial axes, and the batch.
    SmallVector<DimAttr> wanted(*count,
                                DimAttr::getUnknown(node.builder.getContext()));
    if (TensorType declared = node.getDeclared(0);
        declared.hasRank() && declared.getRank() == *count)
      for (int64_t i = 2; i < *count; ++i)
        wanted[i] = declared.getDim(i - 1);
    sizes = node.makeSizes(sizes, {}, wanted, "a size");
  }
  if (sizes && !node.hasFailed())
    node.setOutput(AffineGridBuilder(node, sizes, *count - 2, alignCorners)
                       .build());
}

//===----------------------------------------------------------------------===//
// Regions
//===----------------------------------------------------------------------===//

constexpr Word poolModes[] = {{"avg", "mean"}, {"max", "max"}};
constexpr Word regionCoordinates[] = {{"half_pixel", "half_pixel"},
                                      {"output_half_pixel", ""}};

/// Positions counted from the middles of elements since operator set 16.
void mapRoiAlign(Node &node) {
  if (!node.requireInputs(3, 3))
    return;
  StringRef mode = readWord(node, "mode", "avg", poolModes);
  bool isNew = node.getOpset() >= 16;
  StringRef coordinates =
      readWord(node, "coordinate_transformation_mode",
               isNew ? "half_pixel" : "output_half_pixel", regionCoordinates);
  SmallVector<int64_t> size = {node.getInt("output_height", 1),
                               node.getInt("output_width", 1)};
  int64_t samples = node.getInt("sampling_ratio", 0);
  double scale = node.getFloat("spatial_scale", 1);
  if (!node.hasFailed())
    node.setOutput(node.make<RoiAlignOp>(
        node.getInput(0), node.getInput(1), node.getInput(2), size, mode,
        llvm::APFloat(scale), samples, !coordinates.empty()));
}

void mapMaxRoiPool(Node &node) {
  if (!node.requireInputs(2, 2))
    return;
  auto size = node.getInts("pooled_shape");
  if (!size && !node.hasAttribute("pooled_shape"))
    node.reportAttribute("pooled_shape", "it is missing");
  double scale = node.getFloat("spatial_scale", 1);
  if (!node.hasFailed())
    node.setOutput(node.make<MaxRoiPoolOp>(node.getInput(0), node.getInput(1),
                                           *size, llvm::APFloat(scale)));
}

//===----------------------------------------------------------------------===//
// DeformConv
//===----------------------------------------------------------------------===//

/// The taps side by side, and a convolution that sums them.
void mapDeformConv(Node &node) {
  if (!node.requireInputs(3, 5))
    return;
  NodeWindow window = readWindow(node);
  int64_t groups = node.getInt("group", 1);
  int64_t offsetGroups = node.getInt("offset_group", 1);
  auto kernel = node.getInts("kernel_shape");
  if (node.hasFailed())
    return;
  Value filter = node.getInput(1);
  TensorType type = ModelBuilder::getType(filter);
  if (type.getError())
    return node.fail();
  if (type.hasRank() && type.getRank() != 4)
    return node.reportUnsupported("a number of spatial axes other than 2");
  if (!kernel) {
    kernel.emplace();
    for (int64_t axis : {2, 3}) {
      auto size = type.hasRank() ? type.getDim(axis).getConstant()
                                 : std::optional<int64_t>();
      if (!size)
        return node.reportUnsupported("a weight of unknown sizes");
      kernel->push_back(*size);
    }
  }
  Value sampled = node.make<DeformSampleOp>(
      node.getInput(0), node.getInput(2), node.getInput(4), *kernel,
      window.strides, window.dilations, window.pads, offsetGroups);
  node.setOutput(node.make<ConvOp>(
      sampled, filter, node.getInput(3), *kernel, ArrayRef<int64_t>(),
      ArrayRef<int64_t>(), groups, Padding::Explicit, Layout::ChannelsFirst,
      /*widen=*/false));
}

} // namespace

void registerSamplingOperators(OperatorRegistry &registry) {
  registry.add("GridSample", mapGridSample);
  registry.add("AffineGrid", mapAffineGrid);
  registry.add("RoiAlign", mapRoiAlign);
  registry.add("MaxRoiPool", mapMaxRoiPool);
  registry.add("DeformConv", mapDeformConv);
}

} // namespace tenon::onnx_import
