//===- AttentionProduct.cpp - ONNX operators around attention -------------===//

#include "Elementwise.h"
#include "tenon/Dialect/IR/Attention.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Indexing.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Import/ONNX/Node.h"
#include <limits>

using namespace mlir;

namespace tenon::onnx_import {

void registerAttentionProductOperators(OperatorRegistry &registry);

namespace {

Value makeSizes(Node &node, ArrayRef<int64_t> sizes) {
  return node.builder.makeIntegers(node.location, sizes);
}

/// The sizes of axes of a value, from `start` to before `end`.
Value makeSizes(Node &node, Value value, int64_t start, int64_t end) {
  return node.make<ShapeOfOp>(value, node.builder.getI64IntegerAttr(start),
                              node.builder.getI64IntegerAttr(end));
}

Value reshape(Node &node, Value value, ArrayRef<int64_t> sizes) {
  return node.make<ReshapeOp>(value, makeSizes(node, sizes), false);
}

bool hasRank(Value value, int64_t rank) {
  TensorType type = ModelBuilder::getType(value);
  return type.hasRank() && type.getRank() == rank;
}

/// True if the rank is not known: reported, unless the value has failed.
bool lacksRank(Node &node, Value value, StringRef what) {
  TensorType type = ModelBuilder::getType(value);
  if (type.hasRank())
    return false;
  if (type.getError())
    node.fail();
  else
    node.reportUnsupported(what + " whose number of axes is unknown");
  return true;
}

//===----------------------------------------------------------------------===//
// Attention
//===----------------------------------------------------------------------===//

/// [batch, sequence, heads * size] as [batch, heads, sequence, size].
Value splitHeads(Node &node, Value value, int64_t heads) {
  if (!hasRank(value, 3))
    return value;
  Value split = reshape(node, value, {0, 0, heads, -1});
  return node.make<TransposeOp>(split, ArrayRef<int64_t>{0, 2, 1, 3});
}

/// The mask with four axes and an element for each key, where that is certain:
/// keys beyond a shorter mask are not seen.
Value makeMask(Node &node, Value mask, Value query, Value key) {
  if (!mask || lacksRank(node, mask, "a mask"))
    return {};
  TensorType type = ModelBuilder::getType(mask);
  Type elementType = ModelBuilder::getType(query).getElementType();
  bool isTruth = type.getElementType().isInteger(1);
  if (!isTruth && isa<FloatType>(elementType) &&
      type.getElementType() != elementType)
    mask = node.make<CastOp>(mask, elementType);
  TensorType keys = ModelBuilder::getType(key);
  if (type.getRank() > 0 && keys.hasRank() && keys.getRank() == 4) {
    auto size = type.getDims().back().getConstant();
    auto wanted = keys.getDim(2).getConstant();
    if (size && wanted && *size < *wanted && *size != 1) {
      SmallVector<int64_t> low(type.getRank(), 0), high(low);
      high.back() = *wanted - *size;
      double value = isTruth ? 0 : -std::numeric_limits<double>::infinity();
      mask = node.make<PadOp>(mask, low, high, PadMode::Constant,
                              llvm::APFloat(value));
    }
  }
  SmallVector<int64_t> added = llvm::to_vector(
      llvm::seq<int64_t>(std::max<int64_t>(0, 4 - type.getRank())));
  return added.empty() ? mask : node.make<UnsqueezeOp>(mask, added);
}

/// How many keys come before the first query: those of the cache, or of a
/// cache that is part of the keys all but the queries' own.
Value makePast(Node &node, Value pastKey, Value lengths, Value query) {
  if (pastKey)
    return makeSizes(node, pastKey, 2, 3);
  if (!lengths)
    return {};
  return makeBinary<SubOp>(node, lengths, makeSizes(node, query, 2, 3));
}

/// The stage that the fourth output shows. Where there is no softcap, its own
/// number means the scores with the mask, as it did in the first releases.
StringRef getStage(Node &node, int64_t mode, bool hasSoftcap) {
  switch (mode) {
  case 0:
    return "scaled";
  case 1:
    return hasSoftcap ? "capped" : "masked";
  case 2:
    return "masked";
  case 3:
    return "weights";
  default:
    node.reportAttribute("qk_matmul_output_mode",
                         "it is " + Twine(mode) + ", but must be 0 to 3");
    return "";
  }
}

/// [batch, heads, sequence, size] as [batch, sequence, heads * size].
Value joinHeads(Node &node, Value value) {
  Value turned = node.make<TransposeOp>(value, ArrayRef<int64_t>{0, 2, 1, 3});
  return reshape(node, turned, {0, 0, -1});
}

/// A cache in front of what is new.
Value prepend(Node &node, Value past, Value value) {
  if (!past)
    return value;
  return node.make<ConcatOp>(ValueRange{past, value}, int64_t(2));
}

void importAttention(Node &node) {
  if (!node.requireInputs(3, 7))
    return;
  Value query = node.getInput(0), key = node.getInput(1),
        value = node.getInput(2), lengths = node.getInput(6);
  if (lacksRank(node, query, "a query"))
    return;
  bool isJoined = hasRank(query, 3);
  int64_t heads = node.getInt("q_num_heads", 0);
  int64_t groups = node.getInt("kv_num_heads", 0);
  bool isCausal = node.getInt("is_causal", 0) != 0;
  double softcap = node.getFloat("softcap", 0);
  int64_t mode = node.getInt("qk_matmul_output_mode", 0);
  FloatAttr scale;
  if (node.hasAttribute("scale"))
    scale = getNumber(node, node.getFloat("scale", 1));
  for (auto [name, count] :
       {std::pair("q_num_heads", heads), {"kv_num_heads", groups}})
    if (isJoined && count < 1 && !node.hasFailed())
      node.reportAttribute(name, "inputs with 3 axes need at least 1");
  StringRef stage = getStage(node, mode, softcap > 0);
  if (node.hasFailed())
    return;
  Type elementType = ModelBuilder::getType(query).getElementType();
  query = splitHeads(node, query, heads);
  key = prepend(node, node.getInput(4), splitHeads(node, key, groups));
  value = prepend(node, node.getInput(5), splitHeads(node, value, groups));
  node.setOutput(1, key);
  node.setOutput(2, value);
  Type valueType = ModelBuilder::getType(value).getElementType();
  if (isa<FloatType>(elementType) && isa<FloatType>(valueType) &&
      valueType != elementType)
    value = node.make<CastOp>(value, elementType);
  Value mask = makeMask(node, node.getInput(3), query, key);
  if (node.hasFailed())
    return;
  Value past;
  if (isCausal)
    past = makePast(node, node.getInput(4), lengths, query);
  bool isShown = node.hasOutput(3);
  auto op = node.builder.makeMany<AttentionOp>(
      node.location, isShown ? 2 : 1, query, key, value, mask, past, lengths,
      scale, softcap > 0 ? getNumber(node, softcap) : FloatAttr(),
      isCausal ? node.builder.getUnitAttr() : UnitAttr(),
      isShown ? node.builder.getStringAttr(stage) : StringAttr());
  Value result = op.getResult(0);
  node.setOutput(isJoined ? joinHeads(node, result) : result);
  if (isShown)
    node.setOutput(3, op.getResult(1));
}

//===----------------------------------------------------------------------===//
// Rotary embedding
//===----------------------------------------------------------------------===//

/// One half of the pairs that are turned.
struct Halves {
  Value first, second;
};

Halves split(Node &node, Value value) {
  auto op = node.builder.makeMany<SplitOp>(node.location, 2, value, int64_t(-1),
                                           DenseI64ArrayAttr(), false);
  return {op.getResult(0), op.getResult(1)};
}

Value concatLast(Node &node, Value lhs, Value rhs) {
  return node.make<ConcatOp>(ValueRange{lhs, rhs}, int64_t(-1));
}

/// Each pair of elements as a point turned by the angle that the caches say.
/// Pairs are neighbours, or the halves of the axis.
Value rotate(Node &node, Value value, Value cosines, Value sines,
             bool isInterleaved) {
  Halves halves;
  if (isInterleaved) {
    halves = split(node, reshape(node, value, {0, 0, 0, -1, 2}));
    cosines = node.make<UnsqueezeOp>(cosines, ArrayRef<int64_t>{-1});
    sines = node.make<UnsqueezeOp>(sines, ArrayRef<int64_t>{-1});
  } else {
    halves = split(node, value);
  }
  auto multiply = [&](Value lhs, Value rhs) {
    return node.make<MulOp>(lhs, rhs);
  };
  Value real = node.make<SubOp>(multiply(halves.first, cosines),
                                multiply(halves.second, sines));
  Value imaginary = node.make<AddOp>(multiply(halves.first, sines),
                                     multiply(halves.second, cosines));
  Value result = concatLast(node, real, imaginary);
  return isInterleaved
             ? node.make<ReshapeOp>(result, makeSizes(node, value, 0, 4), false)
             : result;
}

/// The angles of each position, with an axis for the heads.
Value makeAngles(Node &node, Value cache, Value positions, int64_t headAxis) {
  if (positions)
    cache = node.make<GatherOp>(cache, positions,
                                node.builder.getI64IntegerAttr(0));
  return node.make<UnsqueezeOp>(cache, ArrayRef<int64_t>{headAxis});
}

void importRotaryEmbedding(Node &node) {
  if (!node.requireInputs(3, 4))
    return;
  Value input = node.getInput(0), positions = node.getInput(3);
  if (lacksRank(node, input, "an input"))
    return;
  bool isInterleaved = node.getInt("interleaved", 0) != 0;
  int64_t heads = node.getInt("num_heads", 0);
  int64_t size = node.getInt("rotary_embedding_dim", 0);
  bool isJoined = hasRank(input, 3);
  if (isJoined && heads < 1 && !node.hasFailed())
    node.reportAttribute("num_heads", "an input with 3 axes needs at least 1");
  if (node.hasFailed())
    return;
  // [batch, sequence, heads, size], or heads before sequence.
  Value split = isJoined ? reshape(node, input, {0, 0, heads, -1}) : input;
  int64_t headAxis = isJoined ? 2 : 1;
  Value cosines = makeAngles(node, node.getInput(1), positions, headAxis);
  Value sines = makeAngles(node, node.getInput(2), positions, headAxis);
  Value result;
  auto slice = [&](int64_t start, int64_t end) {
    return node.make<SliceOp>(split, ArrayRef<int64_t>{start},
                              ArrayRef<int64_t>{end}, ArrayRef<int64_t>{-1},
                              ArrayRef<int64_t>{1});
  };
  if (size == 0) {
    result = rotate(node, split, cosines, sines, isInterleaved);
  } else {
    Value turned = rotate(node, slice(0, size), cosines, sines, isInterleaved);
    result = concatLast(node, turned,
                        slice(size, std::numeric_limits<int64_t>::max()));
  }
  node.setOutput(isJoined ? node.make<ReshapeOp>(
                                result, makeSizes(node, input, 0, 3), false)
                          : result);
}

//===----------------------------------------------------------------------===//
// Caches
//===----------------------------------------------------------------------===//

/// The cache with an update written from an index on, of each batch.
void importTensorScatter(Node &node) {
  if (!node.requireInputs(2, 3))
    return;
  Value cache = node.getInput(0), update = node.getInput(1),
        starts = node.getInput(2);
  int64_t axis = node.getInt("axis", -2);
  std::string mode = node.getString("mode", "linear");
  if (mode != "linear" && mode != "circular")
    node.reportAttribute("mode",
                         "'" + mode + "' is neither linear nor circular");
  if (node.hasFailed() || lacksRank(node, cache, "a cache"))
    return;
  int64_t rank = ModelBuilder::getType(cache).getRank();
  int64_t place = axis < 0 ? axis + rank : axis;
  if (place < 1 || place >= rank)
    return node.reportAttribute(
        "axis", "it is " + Twine(axis) + ", but " +
                    ModelBuilder::getType(cache).getShapeText() +
                    " needs 1 to " + Twine(rank - 1));
  auto scalar = [&](int64_t value) {
    return node.builder.makeIntegers(node.location, value, /*scalar=*/true);
  };
  Value length = node.make<SqueezeOp>(makeSizes(node, update, place, place + 1),
                                      node.builder.getDenseI64ArrayAttr({0}));
  Value positions = node.make<RangeOp>(scalar(0), length, scalar(1));
  SmallVector<int64_t> others;
  for (int64_t i = 0; i < rank; ++i)
    if (i != place)
      others.push_back(i);
  positions = node.make<UnsqueezeOp>(positions, others);
  if (starts) {
    SmallVector<int64_t> behind = llvm::to_vector(llvm::seq<int64_t>(1, rank));
    positions =
        node.make<AddOp>(node.make<UnsqueezeOp>(starts, behind), positions);
  }
  if (mode == "circular")
    positions = makeBinary<ModOp>(node, positions,
                                  makeSizes(node, cache, place, place + 1));
  Value indices =
      node.make<ExpandOp>(positions, makeSizes(node, update, 0, rank));
  node.setOutput(node.make<ScatterElementsOp>(
      cache, indices, update, node.builder.getStringAttr("none"),
      node.builder.getI64IntegerAttr(place)));
}

} // namespace

void registerAttentionProductOperators(OperatorRegistry &registry) {
  registry.add("Attention", importAttention);
  registry.add("RotaryEmbedding", importRotaryEmbedding);
  registry.add("TensorScatter", importTensorScatter);
}

} // namespace tenon::onnx_import
