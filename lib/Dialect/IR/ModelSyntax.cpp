//===- ModelSyntax.cpp - Parsing and printing of models and parameters ----===//

#include "tenon/Dialect/IR/Model.h"
#include "mlir/IR/OpImplementation.h"

using namespace mlir;

namespace tenon {
namespace {

constexpr StringLiteral nameKey = "tenon.name";

/// `batch in [1, 64]`; an upper bound of `*` is none.
ParseResult parseSymbol(OpAsmParser &parser, SmallVectorImpl<Attribute> &out) {
  std::string name;
  StringRef keyword;
  if (failed(parser.parseOptionalString(&name))) {
    if (parser.parseKeyword(&keyword))
      return failure();
    name = keyword.str();
  }
  int64_t lower = 0, upper = INT64_MAX;
  if (succeeded(parser.parseOptionalKeyword("in"))) {
    if (parser.parseLSquare() || parser.parseInteger(lower) ||
        parser.parseComma())
      return failure();
    if (failed(parser.parseOptionalStar()) && parser.parseInteger(upper))
      return failure();
    if (parser.parseRSquare())
      return failure();
  }
  MLIRContext *context = parser.getContext();
  out.push_back(SymbolAttr::get(context, StringAttr::get(context, name), lower,
                                upper));
  return success();
}

void printSymbol(OpAsmPrinter &printer, SymbolAttr symbol) {
  DimAttr::getSymbol(symbol.getContext(), symbol.getName())
      .print(printer.getStream());
  if (symbol.getLower() == 0 && symbol.getUpper() == INT64_MAX)
    return;
  printer << " in [" << symbol.getLower() << ", ";
  if (symbol.getUpper() == INT64_MAX)
    printer << "*]";
  else
    printer << symbol.getUpper() << "]";
}

} // namespace

ParseResult ModelOp::parse(OpAsmParser &parser, OperationState &result) {
  StringAttr name;
  SmallVector<OpAsmParser::Argument> arguments;
  if (parser.parseSymbolName(name, SymbolTable::getSymbolAttrName(),
                             result.attributes) ||
      parser.parseArgumentList(arguments, OpAsmParser::Delimiter::Paren,
                               /*allowType=*/true, /*allowAttrs=*/true))
    return failure();
  Builder &builder = parser.getBuilder();
  SmallVector<Attribute> symbols, constraints, names;
  for (auto [index, argument] : llvm::enumerate(arguments)) {
    auto given = argument.attrs ? argument.attrs.getAs<StringAttr>(nameKey)
                                : StringAttr();
    // Without a name the SSA name is the user's.
    names.push_back(given ? given
                          : builder.getStringAttr(
                                argument.ssaName.name.drop_front()));
  }
  if (succeeded(parser.parseOptionalKeyword("symbols")) &&
      parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, [&] {
        return parseSymbol(parser, symbols);
      }))
    return failure();
  if (succeeded(parser.parseOptionalKeyword("constraints")) &&
      parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, [&] {
        return parser.parseAttribute(constraints.emplace_back());
      }))
    return failure();
  result.addAttribute("symbols", builder.getArrayAttr(symbols));
  result.addAttribute("constraints", builder.getArrayAttr(constraints));
  result.addAttribute("input_names", builder.getArrayAttr(names));
  if (parser.parseOptionalAttrDictWithKeyword(result.attributes))
    return failure();
  Region *body = result.addRegion();
  if (parser.parseRegion(*body, arguments))
    return failure();
  if (body->empty())
    body->emplaceBlock();
  return success();
}

void ModelOp::print(OpAsmPrinter &printer) {
  printer << " ";
  printer.printSymbolName(getSymName());
  printer << "(";
  Block &block = getBlock();
  auto names = getInputNames().getAsValueRange<StringAttr>();
  llvm::interleaveComma(
      llvm::zip(block.getArguments(), names), printer, [&](auto pair) {
        auto [argument, name] = pair;
        Builder builder(getContext());
        printer.printRegionArgument(
            argument, builder.getNamedAttr(nameKey, builder.getStringAttr(name)));
      });
  printer << ")";
  if (!getSymbols().empty()) {
    printer << " symbols [";
    llvm::interleaveComma(getSymbols().getAsRange<SymbolAttr>(), printer,
                          [&](SymbolAttr it) { printSymbol(printer, it); });
    printer << "]";
  }
  if (!getConstraints().empty()) {
    printer << " constraints [";
    llvm::interleaveComma(getConstraints(), printer);
    printer << "]";
  }
  printer.printOptionalAttrDictWithKeyword(
      (*this)->getAttrs(), {"sym_name", "symbols", "constraints", "input_names"});
  printer << " ";
  printer.printRegion(getBody(), /*printEntryBlockArgs=*/false);
}

ParseResult ParameterOp::parse(OpAsmParser &parser, OperationState &result) {
  StringAttr name;
  Attribute value;
  Type type;
  if (parser.parseSymbolName(name, SymbolTable::getSymbolAttrName(),
                             result.attributes))
    return failure();
  if (succeeded(parser.parseOptionalKeyword("trainable")))
    result.addAttribute("trainable", parser.getBuilder().getUnitAttr());
  if (parser.parseOptionalAttrDictWithKeyword(result.attributes) ||
      parser.parseEqual() || parser.parseAttribute(value))
    return failure();
  // Constants carry their type; places in files do not. A colon after such an
  // attribute would be read as part of it.
  if (auto elements = dyn_cast<ElementsAttr>(value))
    type = elements.getShapedType();
  else if (parser.parseKeyword("as") || parser.parseType(type))
    return failure();
  result.addAttribute("value", value);
  result.addAttribute("type", TypeAttr::get(type));
  return success();
}

void ParameterOp::print(OpAsmPrinter &printer) {
  printer << " ";
  printer.printSymbolName(getSymName());
  if (getTrainable())
    printer << " trainable";
  printer.printOptionalAttrDictWithKeyword(
      (*this)->getAttrs(), {"sym_name", "type", "value", "trainable"});
  printer << " = " << getValue();
  if (!isa<ElementsAttr>(getValue()))
    printer << " as " << getType();
}

} // namespace tenon
