//===- TenonDialect.cpp - Registration, attributes, constants -------------===//

#include "tenon/Dialect/IR/TenonDialect.h"
#include "DimDetail.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Rule.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

#include "tenon/Dialect/IR/TenonDialect.cpp.inc"
#include "tenon/Dialect/IR/TenonEnums.cpp.inc"
#include "tenon/Dialect/IR/TenonInterfaces.cpp.inc"
#define GET_ATTRDEF_CLASSES
#include "tenon/Dialect/IR/TenonAttributes.cpp.inc"

namespace tenon {

void TenonDialect::initialize() {
  registerTypes();
  registerAttributes();
  registerModelOps();
#define TENON_FAMILY(FAMILY) register##FAMILY##Ops();
#include "tenon/Dialect/IR/Families.def"
}

void TenonDialect::registerAttributes() {
  addAttributes<
      DimAttr,
#define GET_ATTRDEF_LIST
#include "tenon/Dialect/IR/TenonAttributes.cpp.inc"
      >();
}

Attribute TenonDialect::parseAttribute(DialectAsmParser &parser,
                                       Type type) const {
  SMLoc start = parser.getCurrentLocation();
  StringRef mnemonic;
  Attribute attribute;
  if (OptionalParseResult result =
          generatedAttributeParser(parser, &mnemonic, type, attribute);
      result.has_value())
    return attribute;
  if (mnemonic == "dim") {
    if (parser.parseLess())
      return {};
    FailureOr<DimAttr> dim = DimAttr::parse(parser);
    if (failed(dim) || parser.parseGreater())
      return {};
    return *dim;
  }
  parser.emitError(start, "unknown attribute 'tenon." + mnemonic + "'");
  return {};
}

void TenonDialect::printAttribute(Attribute attribute,
                                  DialectAsmPrinter &printer) const {
  if (auto dim = dyn_cast<DimAttr>(attribute)) {
    printer << "dim<";
    dim.print(printer.getStream());
    printer << ">";
    return;
  }
  (void)generatedAttributePrinter(attribute, printer);
}

Operation *TenonDialect::materializeConstant(OpBuilder &builder,
                                             Attribute value, Type type,
                                             Location location) {
  auto elements = dyn_cast<ElementsAttr>(value);
  if (!elements || elements.getType() != type)
    return nullptr;
  return ConstantOp::create(builder, location, type, elements);
}

Attribute ConstraintAttr::parse(AsmParser &parser, Type) {
  std::string code, message;
  StringRef keyword;
  if (parser.parseLess())
    return {};
  FailureOr<DimAttr> lhs = DimAttr::parse(parser);
  SMLoc at = parser.getCurrentLocation();
  if (failed(lhs) || parser.parseKeyword(&keyword))
    return {};
  std::optional<Relation> relation = symbolizeRelation(keyword);
  if (!relation) {
    parser.emitError(at, "expected equal, at_least or divisible_by");
    return {};
  }
  FailureOr<DimAttr> rhs = DimAttr::parse(parser);
  if (failed(rhs) || parser.parseComma() || parser.parseString(&code) ||
      parser.parseComma() || parser.parseString(&message) ||
      parser.parseGreater())
    return {};
  MLIRContext *context = parser.getContext();
  return ConstraintAttr::get(context, *lhs, *relation, *rhs,
                             StringAttr::get(context, code),
                             StringAttr::get(context, message));
}

void ConstraintAttr::print(AsmPrinter &printer) const {
  printer << "<";
  getLhs().print(printer.getStream());
  printer << " " << stringifyRelation(getRelation()) << " ";
  getRhs().print(printer.getStream());
  printer << ", " << getCode() << ", " << getMessage() << ">";
}

} // namespace tenon
