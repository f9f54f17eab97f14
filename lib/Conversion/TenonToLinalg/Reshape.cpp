//===- Reshape.cpp - The same elements in another shape -------------------===//
//
// A reshape collapses only the axes that must be joined and expands only those
// that must be split, so that the others keep their identity: tiles can be
// taken through it, and nothing is copied.
//
//===----------------------------------------------------------------------===//

#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"

using namespace mlir;

namespace tenon {
namespace {

/// Consecutive axes of both shapes that hold the same number of elements.
struct AxisGroups {
  SmallVector<ReassociationIndices> from, to;
};

/// The products of the first 1, 2, … sizes.
SmallVector<DimAttr> getProducts(ArrayRef<DimAttr> dims) {
  SmallVector<DimAttr> products;
  for (DimAttr dim : dims)
    products.push_back(products.empty() ? dim : products.back() * dim);
  return products;
}

/// How many axes of each side make the smallest group at the front.
std::optional<std::pair<int64_t, int64_t>> matchFront(ArrayRef<DimAttr> from,
                                                      ArrayRef<DimAttr> to) {
  SmallVector<DimAttr> left = getProducts(from), right = getProducts(to);
  for (size_t sum = 0; sum + 1 < left.size() + right.size(); ++sum)
    for (size_t i = 0; i <= sum; ++i) {
      size_t j = sum - i;
      // After an empty axis all products are equal, which says nothing.
      if (i < left.size() && j < right.size() && left[i] == right[j] &&
          !left[i].isUnknown() && !left[i].isConstant(0))
        return std::pair(int64_t(i) + 1, int64_t(j) + 1);
    }
  return std::nullopt;
}

/// The finest groups. Products of sizes have one normal form, so equal ones
/// are the same attribute. None if the shapes have no axes, or no cut is seen.
std::optional<AxisGroups> matchAxes(ArrayRef<DimAttr> from,
                                    ArrayRef<DimAttr> to) {
  AxisGroups groups;
  int64_t i = 0, j = 0, fromRank = from.size(), toRank = to.size();
  while (i < fromRank && j < toRank) {
    auto front = matchFront(from.drop_front(i), to.drop_front(j));
    if (!front)
      return std::nullopt;
    groups.from.push_back(
        llvm::to_vector<2>(llvm::seq<int64_t>(i, i + front->first)));
    groups.to.push_back(
        llvm::to_vector<2>(llvm::seq<int64_t>(j, j + front->second)));
    i += front->first;
    j += front->second;
  }
  if (groups.from.empty())
    return std::nullopt;
  // Axes of size 1 at the end belong to the last group.
  for (; i < fromRank; ++i) {
    if (!from[i].isConstant(1))
      return std::nullopt;
    groups.from.back().push_back(i);
  }
  for (; j < toRank; ++j) {
    if (!to[j].isConstant(1))
      return std::nullopt;
    groups.to.back().push_back(j);
  }
  return groups;
}

/// All axes in one group; none for a scalar.
AxisGroups joinAll(int64_t from, int64_t to) {
  AxisGroups groups;
  if (from > 0)
    groups.from.push_back(llvm::to_vector<2>(llvm::seq<int64_t>(from)));
  if (to > 0)
    groups.to.push_back(llvm::to_vector<2>(llvm::seq<int64_t>(to)));
  return groups;
}

/// The type with one axis a group; dynamic if one of the group is.
RankedTensorType joinGroups(RankedTensorType type,
                            ArrayRef<ReassociationIndices> groups) {
  SmallVector<int64_t> shape;
  for (const ReassociationIndices &group : groups) {
    int64_t size = 1;
    for (int64_t axis : group)
      size = type.isDynamicDim(axis) || ShapedType::isDynamic(size)
                 ? ShapedType::kDynamic
                 : size * type.getDimSize(axis);
    shape.push_back(size);
  }
  return RankedTensorType::get(shape, type.getElementType());
}

Value castTo(OpBuilder &builder, Location location, RankedTensorType type,
             Value value) {
  if (value.getType() == type)
    return value;
  return tensor::CastOp::create(builder, location, type, value);
}

} // namespace

Value LoweringContext::createReshape(Location location, Value input,
                                     TensorType from, TensorType to) {
  RankedTensorType target = convertType(to);
  if (from.getDims() == to.getDims())
    return castTo(builder, location, target, input);
  // Without elements there is nothing to keep.
  auto isZero = [](DimAttr dim) { return dim.isConstant(0); };
  if (llvm::any_of(from.getDims(), isZero) ||
      llvm::any_of(to.getDims(), isZero))
    return createEmpty(location, to);
  AxisGroups groups = matchAxes(from.getDims(), to.getDims())
                          .value_or(joinAll(from.getRank(), to.getRank()));
  RankedTensorType joined = joinGroups(convertType(from), groups.from);
  if (int64_t(groups.from.size()) != from.getRank())
    input = tensor::CollapseShapeOp::create(builder, location, joined, input,
                                            groups.from);
  if (groups.from.empty())
    return tensor::ExpandShapeOp::create(
        builder, location, target, input, groups.from,
        SmallVector<OpFoldResult>(to.getRank(), getIndexAttr(1)));
  // The counts are equal, though perhaps only by a constraint.
  if (groups.to.empty())
    return tensor::CollapseShapeOp::create(
        builder, location, target,
        castTo(builder, location,
               RankedTensorType::get({1}, target.getElementType()), input),
        groups.to);
  input = castTo(builder, location, joinGroups(target, groups.to), input);
  if (int64_t(groups.to.size()) == to.getRank())
    return input;
  return tensor::ExpandShapeOp::create(builder, location, target, input,
                                       groups.to, getSizes(to.getDims()));
}

} // namespace tenon
