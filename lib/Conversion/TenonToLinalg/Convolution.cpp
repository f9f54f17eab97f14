//===- Convolution.cpp - Convolutions as linalg ---------------------------===//
//
// One `linalg.generic` a convolution, over a zero-padded input. Its loops are
// the axes of the result in order, then the window and the channels:
//
//   channels_last   n, spatial…, [g,] f, kernel…, c
//   channels_first  n, [g,] f, spatial…, c, kernel…
//
// No kernel is made for integers: their loops run as they stand, and with the
// channels last the innermost is the one over the filters, which is contiguous.
//
// The group loop is there only for more than one group; channel axes are then
// split in two. Where a group has a single channel the loop over c goes, and
// where it also has a single filter the loop over f.
//
//===----------------------------------------------------------------------===//

#include "tenon/Dialect/IR/Convolution.h"
#include "Accumulation.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"

using namespace mlir;

namespace tenon {

void registerTransposedLowerings(LoweringRegistry &registry);
void registerUndoneLowerings(LoweringRegistry &registry);

namespace {

using utils::IteratorType;

class ConvLowering {
public:
  ConvLowering(ConvOp op, LoweringContext &context)
      : op(op), context(context), location(op.getLoc()), layout(op.getLayout()),
        inputType(LoweringContext::getType(op.getInput())),
        filterType(LoweringContext::getType(op.getFilter())),
        resultType(LoweringContext::getType(op.getResult())),
        spatialRank(inputType.getRank() - 2),
        first(getFirstSpatialAxis(layout)), groups(op.getGroups()) {
    for (int64_t i = 0; i < spatialRank; ++i)
      axes.push_back(getWindowAxis(
          op.getWindow(), spatialRank, i, inputType.getDim(first + i),
          filterType.getDim(op.getFilterSpatialAxis(i))));
    DimAttr channels = filterType.getDim(op.getFilterInputAxis());
    DimAttr features =
        filterType.getDim(op.getFilterOutputAxis()).floorDiv(groups);
    hasGroup = groups != 1;
    hasChannel = !hasGroup || !channels.isConstant(1);
    hasFeature = !hasGroup || !features.isConstant(1);
    groupChannels = channels;
    groupFeatures = features;
  }

  Value lower();

private:
  void numberLoops();
  Value padInput();
  Value createInit(TensorType type);
  AffineExpr getDim(unsigned loop) {
    return getAffineDimExpr(loop, op.getContext());
  }
  AffineMap getMap(ArrayRef<AffineExpr> results) {
    return AffineMap::get(loopCount, 0, results, op.getContext());
  }
  DimAttr constant(int64_t value) {
    return DimAttr::get(op.getContext(), value);
  }
  /// The axes that take the place of the channel axis, and their loops.
  struct ChannelAxes {
    SmallVector<DimAttr, 2> sizes;
    SmallVector<AffineExpr, 2> loops;
  };
  ChannelAxes getInputChannels();
  ChannelAxes getOutputChannels();
  std::pair<Value, AffineMap> prepareInput();
  std::pair<Value, AffineMap> prepareFilter();
  /// The result's type with its channel axis split.
  TensorType getSplitResult(AffineMap &map);

  ConvOp op;
  LoweringContext &context;
  Location location;
  Layout layout;
  TensorType inputType, filterType, resultType;
  int64_t spatialRank, first, groups;
  SmallVector<WindowAxis> axes;
  bool hasGroup, hasChannel, hasFeature;
  DimAttr groupChannels, groupFeatures;
  /// The numbers of the loops.
  unsigned group = 0, feature = 0, channel = 0, spatial = 0, tap = 0,
           loopCount = 0;
};

void ConvLowering::numberLoops() {
  unsigned next = 1;
  auto take = [&](unsigned count) {
    unsigned from = next;
    next += count;
    return from;
  };
  auto takeOutputChannels = [&] {
    group = take(hasGroup);
    feature = take(hasFeature);
  };
  if (layout == Layout::ChannelsFirst) {
    takeOutputChannels();
    spatial = take(spatialRank);
    channel = take(hasChannel);
    tap = take(spatialRank);
  } else if (op.getWiden()) {
    spatial = take(spatialRank);
    if (hasFeature)
      group = take(hasGroup);
    tap = take(spatialRank);
    channel = take(hasChannel);
    if (!hasFeature)
      group = take(hasGroup);
    feature = take(hasFeature);
  } else {
    spatial = take(spatialRank);
    takeOutputChannels();
    tap = take(spatialRank);
    channel = take(hasChannel);
  }
  loopCount = next;
}

ConvLowering::ChannelAxes ConvLowering::getInputChannels() {
  ChannelAxes result;
  if (hasGroup) {
    result.sizes.push_back(constant(groups));
    result.loops.push_back(getDim(group));
  }
  if (hasChannel) {
    result.sizes.push_back(groupChannels);
    result.loops.push_back(getDim(channel));
  }
  return result;
}

ConvLowering::ChannelAxes ConvLowering::getOutputChannels() {
  ChannelAxes result;
  if (hasGroup) {
    result.sizes.push_back(constant(groups));
    result.loops.push_back(getDim(group));
  }
  if (hasFeature) {
    result.sizes.push_back(groupFeatures);
    result.loops.push_back(getDim(feature));
  }
  return result;
}

Value ConvLowering::padInput() {
  SmallVector<DimAttr> dims(inputType.getDims());
  SmallVector<OpFoldResult> low(dims.size(), context.getIndexAttr(0));
  SmallVector<OpFoldResult> high(low);
  for (auto [i, axis] : llvm::enumerate(axes)) {
    dims[first + i] = axis.input + axis.low + axis.high;
    low[first + i] = context.getSize(axis.low);
    high[first + i] = context.getSize(axis.high);
  }
  Value input = context.get(op.getInput());
  Value zero = context.createScalar(
      location, LoweringContext::convertElementType(inputType.getElementType()),
      0);
  TensorType type = inputType;
  inputType = type.withDims(dims);
  return context.createPad(location, input, type, inputType, low, high, zero);
}

std::pair<Value, AffineMap> ConvLowering::prepareInput() {
  Value input = padInput();
  ChannelAxes channels = getInputChannels();
  SmallVector<AffineExpr> results;
  SmallVector<DimAttr> dims;
  auto addChannels = [&] {
    llvm::append_range(results, channels.loops);
    llvm::append_range(dims, channels.sizes);
  };
  results.push_back(getDim(0));
  dims.push_back(inputType.getDim(0));
  if (layout == Layout::ChannelsFirst)
    addChannels();
  for (auto [i, axis] : llvm::enumerate(axes)) {
    results.push_back(getDim(spatial + i) * axis.stride +
                      getDim(tap + i) * axis.dilation);
    dims.push_back(inputType.getDim(first + i));
  }
  if (layout == Layout::ChannelsLast)
    addChannels();
  if (channels.sizes.size() != 1)
    input = context.createReshape(location, input, inputType,
                                  inputType.withDims(dims));
  return {input, getMap(results)};
}

std::pair<Value, AffineMap> ConvLowering::prepareFilter() {
  ChannelAxes features = getOutputChannels();
  SmallVector<AffineExpr> results;
  SmallVector<DimAttr> dims;
  auto addFeatures = [&] {
    llvm::append_range(results, features.loops);
    llvm::append_range(dims, features.sizes);
  };
  auto addChannel = [&] {
    if (!hasChannel)
      return;
    results.push_back(getDim(channel));
    dims.push_back(groupChannels);
  };
  auto addTaps = [&] {
    for (auto [i, axis] : llvm::enumerate(axes)) {
      results.push_back(getDim(tap + i));
      dims.push_back(axis.kernel);
    }
  };
  if (layout == Layout::ChannelsFirst) {
    addFeatures();
    addChannel();
    addTaps();
  } else {
    addTaps();
    addChannel();
    addFeatures();
  }
  Value filter = context.get(op.getFilter());
  TensorType split = filterType.withDims(dims);
  if (split != filterType)
    filter = context.createReshape(location, filter, filterType, split);
  return {filter, getMap(results)};
}

TensorType ConvLowering::getSplitResult(AffineMap &map) {
  ChannelAxes features = getOutputChannels();
  SmallVector<AffineExpr> results = {getDim(0)};
  SmallVector<DimAttr> dims = {resultType.getDim(0)};
  auto addFeatures = [&] {
    llvm::append_range(results, features.loops);
    llvm::append_range(dims, features.sizes);
  };
  if (layout == Layout::ChannelsFirst)
    addFeatures();
  for (int64_t i = 0; i < spatialRank; ++i) {
    results.push_back(getDim(spatial + i));
    dims.push_back(resultType.getDim(first + i));
  }
  if (layout == Layout::ChannelsLast)
    addFeatures();
  map = getMap(results);
  Type elementType = getAccumulatorType(resultType.getElementType());
  return resultType.withDims(dims).withElementType(elementType);
}

/// Starting from the bias saves an addition afterwards.
Value ConvLowering::createInit(TensorType type) {
  if (!op.getBias())
    return context.createFilled(location, type, 0.0);
  ChannelAxes features = getOutputChannels();
  TensorType biasType = LoweringContext::getType(op.getBias());
  TensorType split = biasType.withDims(features.sizes);
  Value bias = context.get(op.getBias());
  if (features.sizes.size() != 1)
    bias = context.createReshape(location, bias, biasType, split);
  int64_t channelAxis = layout == Layout::ChannelsFirst ? 1 : 1 + spatialRank;
  SmallVector<AffineExpr> results;
  for (size_t i = 0; i < features.sizes.size(); ++i)
    results.push_back(getDim(channelAxis + i));
  AffineMap map = AffineMap::get(type.getRank(), 0, results, op.getContext());
  return context.createElementwise(
      location, type, bias, map,
      [&](OpBuilder &builder, Location at, ValueRange values) {
        return op.getWiden() ? values[0]
                             : convertFloat(builder, at, values[0],
                                            type.getElementType());
      });
}

Value ConvLowering::lower() {
  numberLoops();
  auto [input, inputMap] = prepareInput();
  auto [filter, filterMap] = prepareFilter();
  AffineMap resultMap;
  TensorType split = getSplitResult(resultMap);
  Value init = createInit(split);
  SmallVector<IteratorType> iterators(loopCount, IteratorType::parallel);
  for (int64_t i = 0; i < spatialRank; ++i)
    iterators[tap + i] = IteratorType::reduction;
  if (hasChannel)
    iterators[channel] = IteratorType::reduction;
  Value result = context.createReduction(
      location, {input, filter}, init, {inputMap, filterMap, resultMap},
      iterators,
      [&](OpBuilder &builder, Location at, ValueRange values) -> Value {
        return multiplyAdd(builder, at, values[2], values[0],
                           inputType.getElementType(), values[1],
                           filterType.getElementType());
      });
  split = split.withElementType(resultType.getElementType());
  result = narrowAccumulators(context, location, result, split);
  if (split != resultType)
    result = context.createReshape(location, result, split, resultType);
  return result;
}

} // namespace

void registerConvolutionLowerings(LoweringRegistry &registry) {
  registry.add<ConvOp>([](ConvOp op, LoweringContext &context) {
    return ConvLowering(op, context).lower();
  });
  registerTransposedLowerings(registry);
  registerUndoneLowerings(registry);
}

} // namespace tenon
