//===- CreationSizes.cpp - Integers that are sizes from here on -----------===//

#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {

ParseResult parseDimList(OpAsmParser &parser, ArrayAttr &dims) {
  SmallVector<Attribute> parsed;
  if (parser.parseCommaSeparatedList(
          AsmParser::Delimiter::Square, [&]() -> ParseResult {
            FailureOr<DimAttr> dim = DimAttr::parse(parser);
            if (succeeded(dim))
              parsed.push_back(*dim);
            return success(succeeded(dim));
          }))
    return failure();
  dims = ArrayAttr::get(parser.getContext(), parsed);
  return success();
}

void printDimList(OpAsmPrinter &printer, Operation *, ArrayAttr dims) {
  printer << "[";
  llvm::interleaveComma(dims, printer.getStream(), [&](Attribute dim) {
    if (auto known = dyn_cast<DimAttr>(dim))
      printer << known.str();
    else
      printer << dim;
  });
  printer << "]";
}

void AsSizesOp::infer(RuleContext &context) {
  TensorType type = context.getType(getInput());
  context.setResult(type);
  context.requireElementType(getInput(), "its input", "integers",
                             [](Type type) {
                               return isa<IntegerType>(type) &&
                                      !type.isInteger(1);
                             });
  if (type.hasRank() && type.getRank() > 1)
    context.requireRank(getInput(), "its input", 1);
  bool areDims = llvm::all_of(getSizes(), llvm::IsaPred<DimAttr>) &&
                 llvm::all_of(getLimits(), llvm::IsaPred<DimAttr>);
  if (!areDims || getSizes().size() != getLimits().size()) {
    context.error("limits", diag::valueLength)
        .fact("count", getLimits().size())
        .fact("what", "limits")
        .fact("wanted", getSizes().size())
        .fact("shape", "its sizes");
    return;
  }
  if (context.hasFailed() || !type.hasRank())
    return;
  auto count = type.getCount().getConstant();
  if (!count || *count != static_cast<int64_t>(getSizes().size())) {
    context.error("sizes", diag::valueLength)
        .fact("count", getSizes().size())
        .fact("what", "sizes")
        .fact("wanted", type.getCount().str())
        .fact("shape", type.getShapeText());
    return;
  }
  context.setResultDims(
      0, llvm::to_vector(getSizes().getAsRange<DimAttr>()));
}

} // namespace tenon
