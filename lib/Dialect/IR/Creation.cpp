//===- Creation.cpp - Tensors made from nothing but sizes -----------------===//

#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Creation.cpp.inc"

namespace tenon {

void TenonDialect::registerCreationOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Creation.cpp.inc"
      >();
}

ParseResult ConstantOp::parse(OpAsmParser &parser, OperationState &result) {
  SMLoc at = parser.getCurrentLocation();
  Attribute value;
  if (parser.parseOptionalAttrDict(result.attributes) ||
      parser.parseAttribute(value))
    return failure();
  auto elements = dyn_cast<ElementsAttr>(value);
  if (!elements || !isa<TensorType>(elements.getShapedType()))
    return parser.emitError(at, "expected a constant of a !tenon.tensor type");
  result.addAttribute("value", elements);
  result.addTypes(elements.getShapedType());
  return success();
}

void ConstantOp::print(OpAsmPrinter &printer) {
  printer.printOptionalAttrDict((*this)->getAttrs(), {"value"});
  printer << " " << getValue();
}

OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValue(); }

void ConstantOp::infer(RuleContext &context) {
  auto type = dyn_cast<TensorType>(getValue().getShapedType());
  if (!type) {
    context.error(diag::invalidOperation)
        .fact("problem", "the value of `constant` is not a tensor");
    return;
  }
  context.setResult(type);
  context.setResultConstant(0, getValue());
}

ArrayRef<DimAttr> ShapeOfOp::selectDims(TensorType input) {
  int64_t rank = input.getRank();
  auto limit = [&](int64_t axis) {
    return std::clamp<int64_t>(axis < 0 ? axis + rank : axis, 0, rank);
  };
  int64_t start = limit(getStart()), end = limit(getEnd().value_or(rank));
  return input.getDims().slice(start, std::max<int64_t>(end - start, 0));
}

void ShapeOfOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  Type int64 = IntegerType::get(getContext(), 64);
  if (!input.hasRank()) {
    context.setResult(TensorType::get({context.unknownDim()}, int64));
    return;
  }
  ArrayRef<DimAttr> dims = selectDims(input);
  int64_t length = dims.size();
  context.setResult(TensorType::get(ArrayRef<int64_t>(length), int64));
  context.setResultDims(0, dims);
}

void FillOp::infer(RuleContext &context) {
  Type elementType = context.getType(getValue()).getElementType();
  TensorType result = TensorType::getUnranked(elementType);
  context.setResult(result);
  context.requireRank(getValue(), "its value", 0);
  context.requireElementType(getSizes(), "its shape", "integers", [](Type type) {
    return isa<IntegerType>(type) && !type.isInteger(1);
  });
  if (!context.requireRank(getSizes(), "its shape", 1) || context.hasFailed())
    return;
  auto dims = context.getDims(getSizes());
  if (!dims || llvm::any_of(*dims, [](DimAttr dim) { return dim.isUnknown(); }))
    context.blameValue(getSizes(), "its shape");
  if (!dims) {
    // The length is certain even where the sizes are not.
    DimAttr length = context.getType(getSizes()).getDim(0);
    if (auto rank = length.getConstant(); rank && *rank <= 64)
      context.setResult(
          result.withDims(SmallVector<DimAttr>(*rank, context.unknownDim())));
    return;
  }
  for (auto [axis, dim] : llvm::enumerate(*dims))
    if (!context.requireAtLeast(
            dim, context.constantDim(0), diag::sizeNegative,
            "axis " + Twine(axis) + " of " + context.getOpText() +
                " must not be negative")) {
      context.error(getSizes(), diag::sizeNegative)
          .fact("axis", axis)
          .fact("size", dim.str());
      dim = context.unknownDim();
    }
  context.setResult(result.withDims(*dims));
}

} // namespace tenon
