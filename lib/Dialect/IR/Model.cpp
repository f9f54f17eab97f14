//===- Model.cpp - The model, its parameters and outputs ------------------===//

#include "tenon/Dialect/IR/Model.h"
#include "tenon/Dialect/IR/Rule.h"
#include "tenon/Diagnostics/Location.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Model.cpp.inc"

namespace tenon {

void TenonDialect::registerModelOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Model.cpp.inc"
      >();
}

OutputOp ModelOp::getOutput() {
  Block &block = getBlock();
  return block.empty() ? OutputOp() : dyn_cast<OutputOp>(block.back());
}

void ModelOp::initialize(ShapeEnv &env) {
  for (auto symbol : getSymbols().getAsRange<SymbolAttr>()) {
    DimRange range{symbol.getLower(), symbol.getUpper()};
    if (symbol.getUpper() == INT64_MAX)
      range.upper = std::nullopt;
    env.setBounds(symbol.getName(), range);
  }
  for (auto constraint : getConstraints().getAsRange<ConstraintAttr>())
    if (constraint.getRelation() == Relation::Equal)
      env.assumeEqual(constraint.getLhs(), constraint.getRhs());
}

SymbolAttr ModelOp::declareSymbol(StringRef name, int64_t lower,
                                  int64_t upper) {
  for (auto symbol : getSymbols().getAsRange<SymbolAttr>())
    if (symbol.getName() == name)
      return symbol;
  Builder builder(getContext());
  auto symbol = SymbolAttr::get(getContext(), builder.getStringAttr(name),
                                lower, upper);
  SmallVector<Attribute> all(getSymbols().getValue());
  all.push_back(symbol);
  setSymbolsAttr(builder.getArrayAttr(all));
  return symbol;
}

LogicalResult ModelOp::verify() {
  auto report = [&](const Twine &problem) {
    emitDiagnostic(getLoc(), diag::invalidOperation).fact("problem", problem);
    return failure();
  };
  for (Attribute symbol : getSymbols())
    if (!isa<SymbolAttr>(symbol))
      return report("symbols of a model must be #tenon.symbol attributes");
  for (auto symbol : getSymbols().getAsRange<SymbolAttr>())
    if (symbol.getLower() > symbol.getUpper())
      return report("the size '" + symbol.getName().getValue() +
                    "' has a lower bound of " + Twine(symbol.getLower()) +
                    " above its upper bound of " + Twine(symbol.getUpper()));
  for (Attribute constraint : getConstraints())
    if (!isa<ConstraintAttr>(constraint))
      return report("constraints of a model must be #tenon.constraint "
                    "attributes");
  for (Type type : getBlock().getArgumentTypes())
    if (!isa<TensorType>(type))
      return report("the inputs of a model must be tensors");
  if (getInputNames().size() != getBlock().getNumArguments())
    return report("a model needs a name for each of its inputs");
  if (!getOutput())
    return report("a model must end with tenon.output");
  return success();
}

LogicalResult OutputOp::verify() {
  if (getNames().size() == getValues().size())
    return success();
  emitDiagnostic(getLoc(), diag::invalidOperation)
      .fact("problem", "`output` has " + Twine(getValues().size()) +
                           " values, but " + Twine(getNames().size()) +
                           " names");
  return failure();
}

LogicalResult ParameterOp::verify() {
  auto type = cast<TensorType>(getType());
  if (!type.isComplete() || !type.hasStaticShape() || type.getError()) {
    emitDiagnostic(getLoc(), diag::invalidOperation)
        .fact("problem", "the parameter '" + getSymName() +
                             "' needs a constant shape and element type, not " +
                             type.getText());
    return failure();
  }
  std::optional<int64_t> count = type.getCount().getConstant();
  auto external = dyn_cast<ExternalAttr>(getValue());
  int64_t bytes = getElementBytes(type.getElementType());
  // More than can be counted is more than any file has.
  if (external && count &&
      (*count > INT64_MAX / bytes || external.getSize() != *count * bytes)) {
    emitDiagnostic(getLoc(), diag::weightSize)
        .fact("name", getSymName())
        .fact("shape", type.getText())
        .fact("wanted", *count > INT64_MAX / bytes ? "more than 2^63"
                                                   : Twine(*count * bytes).str())
        .fact("bytes", external.getSize());
    return failure();
  }
  auto elements = dyn_cast<ElementsAttr>(getValue());
  if (external || (elements && elements.getShapedType() == type))
    return success();
  emitDiagnostic(getLoc(), diag::invalidOperation)
      .fact("problem", "the value of the parameter '" + getSymName() +
                           "' is not of its type " + type.getText());
  return failure();
}

void GetParameterOp::infer(RuleContext &context) {
  auto module = (*this)->getParentOfType<ModuleOp>();
  auto parameter = module ? dyn_cast_or_null<ParameterOp>(
                                SymbolTable::lookupSymbolIn(
                                    module, getParameterAttr()))
                          : ParameterOp();
  if (!parameter) {
    context.error("parameter", diag::parameterUnknown)
        .fact("name", getParameter());
    return;
  }
  context.setResult(cast<TensorType>(parameter.getType()));
  if (auto elements = dyn_cast<ElementsAttr>(parameter.getValue()))
    if (elements.getNumElements() <= maxKnownElements)
      context.setResultConstant(0, elements);
}

void UnresolvedOp::infer(RuleContext &context) {
  for (auto [index, type] : llvm::enumerate(getResultTypes()))
    context.setResult(index, cast<TensorType>(type));
  context.markFailed();
}

LogicalResult
GetParameterOp::verifySymbolUses(SymbolTableCollection &symbols) {
  // The op's rule says whether the parameter is there.
  return success();
}

} // namespace tenon
