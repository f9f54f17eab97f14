//===- ContractionDft.cpp - The ONNX operator DFT ------------------------===//

#include "ContractionSignal.h"
#include "Elementwise.h"
#include "Integers.h"
#include "tenon/Dialect/IR/Contraction.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Movement.h"
#include <cmath>
#include <numbers>

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// The axis of samples counted from 0; an input since operator set 20. None,
/// which is reported, if it is wrong.
std::optional<int64_t> readAxis(Node &node, int64_t rank) {
  int64_t axis = node.getOpset() < 20 ? node.getInt("axis", 1) : -2;
  if (node.getOpset() >= 20 && node.getInput(2)) {
    auto given = node.requireIntegers(2, "its axis");
    if (given && given->size() == 1)
      axis = given->front();
  }
  if (node.hasFailed())
    return std::nullopt;
  int64_t counted = axis < 0 ? axis + rank : axis;
  if (counted >= 0 && counted < rank - 1)
    return counted;
  node.reportAttribute("axis", "it is " + Twine(axis) +
                                   ", but must be an axis of samples of a "
                                   "signal with " +
                                   getAxesText(rank));
  return std::nullopt;
}

/// With `axis` before the last axis while `make` works on it.
Value makeAlong(Node &node, Value signal, int64_t axis,
                llvm::function_ref<Value(Value)> make) {
  int64_t rank = ModelBuilder::getType(signal).getRank();
  if (axis == rank - 2)
    return make(signal);
  SmallVector<int64_t> order = llvm::to_vector(llvm::seq<int64_t>(rank));
  std::swap(order[axis], order[rank - 2]);
  Value result = make(node.make<TransposeOp>(signal, order));
  return node.make<TransposeOp>(result, order);
}

/// An axis that only the data decides: whichever it is, the result has the
/// shape of the signal, so that one of the transforms along each is chosen.
Value makeDftOfAnyAxis(Node &node, Transform &transform, Value signal) {
  int64_t rank = ModelBuilder::getType(signal).getRank();
  Integers integers(node);
  Value axis = integers.fromEnd(integers.vector(node.getInput(2)),
                                integers.constant(rank));
  axis = integers.scalar(axis);
  Value result;
  for (int64_t candidate = 0; candidate < rank - 1; ++candidate) {
    Value length = transform.makeSize(signal, candidate);
    if (!requireTransformLength(node, length))
      return {};
    Value transformed = makeAlong(node, signal, candidate, [&](Value moved) {
      return transform.make(moved, length, {});
    });
    if (!result) {
      result = transformed;
      continue;
    }
    Value isChosen = node.make<EqualOp>(axis, transform.makeInteger(candidate));
    node.alignRanks(isChosen, transformed);
    result = node.make<SelectOp>(isChosen, transformed, result);
  }
  return result;
}

/// Real numbers from one side of their transform: each frequency but the first
/// and, of an even length, the last counts for its mirror image, too.
Value makeOneSidedInverse(Node &node, Value signal, int64_t frequencies,
                          int64_t length, Type type) {
  HostTensor table({2 * frequencies, length}, type);
  for (int64_t k = 0; k < frequencies && k <= length / 2; ++k) {
    double weight = k == 0 || 2 * k == length ? 1 : 2;
    for (int64_t n = 0; n < length; ++n) {
      double angle =
          2 * std::numbers::pi * double(n * k % length) / double(length);
      table.floats[2 * k * length + n] =
          weight * std::cos(angle) / double(length);
      table.floats[(2 * k + 1) * length + n] =
          -weight * std::sin(angle) / double(length);
    }
  }
  table.round();
  int64_t rank = ModelBuilder::getType(signal).getRank();
  Value product = node.make<MatmulOp>(
      node.make<FlattenOp>(signal, rank - 2),
      node.make<ConstantOp>(
          table.write(TensorType::get(ArrayRef<int64_t>(table.shape), type))),
      UnitAttr(), UnitAttr(), UnitAttr());
  Integers integers(node);
  Value shape = integers.concat(
      {integers.shape(signal, 0, rank - 2), integers.constant({length, 1})});
  return node.make<ReshapeOp>(product, shape, /*allow_zero=*/true);
}

Value mapOneSidedInverse(Node &node, Value signal, int64_t axis, Type type) {
  std::optional<int64_t> frequencies =
      ModelBuilder::getType(signal).getDim(axis).getConstant();
  std::optional<int64_t> length;
  if (frequencies && *frequencies <= maxTransformLength)
    length = 2 * (*frequencies - 1);
  if (node.getInput(1)) {
    auto given = node.requireIntegers(1, "its length");
    if (given && given->size() == 1)
      length = given->front();
  }
  if (node.hasFailed())
    return {};
  if (!frequencies || !length || *length < 1 || *length > maxTransformLength ||
      *frequencies > maxTransformLength) {
    node.reportUnsupported("the inverse of a one-sided transform of " +
                           ModelBuilder::getType(signal).getShapeText());
    return {};
  }
  return makeAlong(node, signal, axis, [&](Value moved) {
    return makeOneSidedInverse(node, moved, *frequencies, *length, type);
  });
}

/// Along an axis that is known.
Value mapDft(Node &node, Transform &transform, Value signal, int64_t axis,
             bool isOneSided) {
  int64_t rank = ModelBuilder::getType(signal).getRank();
  Value length = transform.makeSize(signal, axis);
  if (Value given = node.getInput(1)) {
    SmallVector<DimAttr> declared = node.getDeclaredDims(0, rank);
    length = makeTransformSize(node, given, 1, {},
                               declared.empty() || isOneSided ? DimAttr()
                                                              : declared[axis]);
    if (!length)
      return {};
    // Fewer samples than the length are as good as padded with zeros.
    signal = node.make<DynamicSliceOp>(
        signal, node.builder.makeIntegers(node.location, {0}),
        transform.makeVector(length), ArrayRef<int64_t>{axis},
        ArrayRef<int64_t>{1});
  }
  if (!requireTransformLength(node, length))
    return {};
  return makeAlong(node, signal, axis, [&](Value moved) {
    return transform.make(moved, length, {});
  });
}

} // namespace

void importDft(Node &node) {
  if (!node.requireInputs(1, node.getOpset() < 20 ? 2 : 3))
    return;
  bool isInverse = node.getInt("inverse", 0) != 0;
  bool isOneSided = node.getInt("onesided", 0) != 0;
  Value signal = node.getInput(0);
  Type type = getTransformType(node, signal);
  if (!type || node.hasFailed())
    return;
  Type given = ModelBuilder::getType(signal).getElementType();
  auto parts = getSampleParts(node, signal);
  if (!parts)
    return;
  bool isComplex = *parts == 2;
  if (isOneSided && isInverse != isComplex)
    return node.reportUnsupported(
        isInverse ? "the inverse of a one-sided transform of real numbers"
                  : "a one-sided transform of complex numbers");
  if (type != given)
    signal = node.make<CastOp>(signal, type);
  Transform transform(node, type, isComplex, isInverse, isOneSided);
  bool isAnyAxis =
      node.getOpset() >= 20 && node.getInput(2) && !node.areSizesKnown(2);
  Value result;
  if (isAnyAxis && !isOneSided && !node.getInput(1)) {
    result = makeDftOfAnyAxis(node, transform, signal);
  } else {
    auto axis = readAxis(node, ModelBuilder::getType(signal).getRank());
    if (!axis)
      return;
    result = isOneSided && isInverse
                 ? mapOneSidedInverse(node, signal, *axis, type)
                 : mapDft(node, transform, signal, *axis, isOneSided);
  }
  if (result)
    node.setOutput(type == given ? result : node.make<CastOp>(result, given));
}

} // namespace tenon::onnx_import
