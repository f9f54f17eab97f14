//===- Activation.cpp - Curves inside of other operations -----------------===//

#include "tenon/Dialect/IR/TenonDialect.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectImplementation.h"

using namespace mlir;

namespace tenon {

ActivationAttr ActivationAttr::get(MLIRContext *context, ActivationKind kind,
                                   double alpha, double beta) {
  Builder builder(context);
  return get(context, kind, builder.getF64FloatAttr(alpha),
             builder.getF64FloatAttr(beta));
}

Attribute ActivationAttr::parse(AsmParser &parser, Type) {
  StringRef keyword;
  if (parser.parseLess())
    return {};
  SMLoc at = parser.getCurrentLocation();
  if (parser.parseKeyword(&keyword))
    return {};
  std::optional<ActivationKind> kind = symbolizeActivationKind(keyword);
  if (!kind) {
    parser.emitError(at, "no activation is called '" + keyword + "'");
    return {};
  }
  double numbers[] = {1, 0};
  for (double &number : numbers) {
    if (failed(parser.parseOptionalComma()))
      break;
    if (parser.parseFloat(number))
      return {};
  }
  if (parser.parseGreater())
    return {};
  return get(parser.getContext(), *kind, numbers[0], numbers[1]);
}

void ActivationAttr::print(AsmPrinter &printer) const {
  double alpha = getAlpha().getValueAsDouble();
  double beta = getBeta().getValueAsDouble();
  printer << "<" << stringifyActivationKind(getKind());
  if (alpha != 1 || beta != 0) {
    printer << ", ";
    printer.printFloat(getAlpha().getValue());
  }
  if (beta != 0) {
    printer << ", ";
    printer.printFloat(getBeta().getValue());
  }
  printer << ">";
}

} // namespace tenon
