//===- DimParse.cpp - Sizes from text -------------------------------------===//
//
// A recursive descent parser:
//   sum     ::= product (("+" | "-") product)*
//   product ::= operand (("*" | "floordiv" | "ceildiv" | "mod") operand)*
//   operand ::= "-"* (integer | symbol | string | "?" | "(" sum ")"
//                     | ("max" | "min") "(" sum ("," sum)* ")")
//
//===----------------------------------------------------------------------===//
#include "DimDetail.h"
#include "mlir/IR/OpImplementation.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace tenon;
using namespace tenon::detail;
using llvm::SMLoc;
using llvm::StringRef;

static constexpr StringRef integerTooLarge =
    "the integer does not fit in 64 bits";

namespace {
class DimParser {
public:
  explicit DimParser(AsmParser &parser) : parser(parser) {}

  FailureOr<DimAttr> parse();

private:
  /// Deep enough for whatever is printed, far from the end of any stack.
  static constexpr unsigned maxNesting = 256;

  ParseResult parseSum(DimAttr &result);
  ParseResult parseProduct(DimAttr &result);
  ParseResult parseOperand(DimAttr &result);
  ParseResult parseInteger(const llvm::APInt &value, bool isNegative, SMLoc loc,
                           DimAttr &result);
  ParseResult parseNamed(StringRef name, SMLoc loc, DimAttr &result);
  ParseResult parseNested(SMLoc loc, DimAttr &result);
  ParseResult checkDivisor(DimAttr divisor, StringRef keyword, SMLoc loc);

  AsmParser &parser;
  unsigned nesting = 0;
  /// Only where a `?` was written is it no surprise that nothing is known.
  bool hasQuestion = false;
};
} // namespace

ParseResult DimParser::parseNested(SMLoc loc, DimAttr &result) {
  if (nesting == maxNesting)
    return parser.emitError(loc, "sizes cannot be nested more than ")
           << maxNesting << " deep";
  ++nesting;
  ParseResult parsed = parseSum(result);
  --nesting;
  return parsed;
}

ParseResult DimParser::parseInteger(const llvm::APInt &value, bool isNegative,
                                    SMLoc loc, DimAttr &result) {
  // At most 19 digits, so at most 64 bits without the sign.
  Wide wide = value.getZExtValue();
  if (isNegative)
    wide = -wide;
  if (wide != int64_t(wide))
    return parser.emitError(loc, integerTooLarge);
  result = DimAttr::get(parser.getContext(), int64_t(wide));
  return success();
}

ParseResult DimParser::parseNamed(StringRef name, SMLoc loc, DimAttr &result) {
  if (name == "floordiv" || name == "ceildiv" || name == "mod")
    return parser.emitError(loc, "expected a size before '") << name << "'";
  if (name != "max" && name != "min") {
    result = DimAttr::getSymbol(parser.getContext(), name);
    return success();
  }
  llvm::SmallVector<DimAttr> operands;
  if (parser.parseLParen())
    return failure();
  do {
    if (parseNested(loc, operands.emplace_back()))
      return failure();
  } while (succeeded(parser.parseOptionalComma()));
  result = name == "max" ? DimAttr::max(operands) : DimAttr::min(operands);
  return parser.parseRParen();
}

/// MLIR takes minutes to read 100,000 digits, so they are counted first.
static bool hasTooManyDigits(SMLoc loc) {
  constexpr unsigned maxDigits = 19;
  const char *digit = loc.getPointer();
  while (*digit == '0')
    ++digit;
  unsigned count = 0;
  while (count <= maxDigits && llvm::isDigit(digit[count]))
    ++count;
  return count > maxDigits;
}

/// A sign belongs to an integer right behind it, as only so the least integer
/// can be written.
ParseResult DimParser::parseOperand(DimAttr &result) {
  bool isNegative = false;
  while (succeeded(parser.parseOptionalMinus()))
    isNegative = !isNegative;

  SMLoc loc = parser.getCurrentLocation();
  // Words first: to the parser of integers `true` is one.
  StringRef name;
  std::string quoted;
  llvm::APInt value;
  OptionalParseResult integer;
  if (succeeded(parser.parseOptionalKeyword(&name))) {
    if (parseNamed(name, loc, result))
      return failure();
  } else if (succeeded(parser.parseOptionalString(&quoted))) {
    result = DimAttr::getSymbol(parser.getContext(), quoted);
  } else if (succeeded(parser.parseOptionalLParen())) {
    if (parseNested(loc, result) || parser.parseRParen())
      return failure();
  } else if (succeeded(parser.parseOptionalQuestion())) {
    hasQuestion = true;
    result = DimAttr::getUnknown(parser.getContext());
  } else if (hasTooManyDigits(loc)) {
    return parser.emitError(loc, integerTooLarge);
  } else if (integer = parser.parseOptionalDecimalInteger(value);
             integer.has_value()) {
    return failed(*integer) ? failure()
                            : parseInteger(value, isNegative, loc, result);
  } else {
    return parser.emitError(loc, "expected a size");
  }
  if (isNegative)
    result = -result;
  return success();
}

ParseResult DimParser::checkDivisor(DimAttr divisor, StringRef keyword,
                                    SMLoc loc) {
  if (divisor.isConstant(0))
    return parser.emitError(loc, "the right side of '")
           << keyword << "' is zero";
  return success();
}

ParseResult DimParser::parseProduct(DimAttr &result) {
  if (parseOperand(result))
    return failure();
  while (true) {
    DimAttr rhs;
    if (succeeded(parser.parseOptionalStar())) {
      if (parseOperand(rhs))
        return failure();
      result = result * rhs;
      continue;
    }
    SMLoc loc = parser.getCurrentLocation();
    StringRef keyword;
    if (failed(parser.parseOptionalKeyword(&keyword,
                                           {"floordiv", "ceildiv", "mod"})))
      return success();
    if (parseOperand(rhs) || checkDivisor(rhs, keyword, loc))
      return failure();
    result = keyword == "floordiv"  ? result.floorDiv(rhs)
             : keyword == "ceildiv" ? result.ceilDiv(rhs)
                                    : result.mod(rhs);
  }
}

ParseResult DimParser::parseSum(DimAttr &result) {
  if (parseProduct(result))
    return failure();
  while (true) {
    DimAttr rhs;
    if (succeeded(parser.parseOptionalPlus())) {
      if (parseProduct(rhs))
        return failure();
      result = result + rhs;
    } else if (succeeded(parser.parseOptionalMinus())) {
      if (parseProduct(rhs))
        return failure();
      result = result - rhs;
    } else {
      return success();
    }
  }
}

FailureOr<DimAttr> DimParser::parse() {
  SMLoc loc = parser.getCurrentLocation();
  DimAttr result;
  if (parseSum(result))
    return failure();
  if (result.isUnknown() && !hasQuestion)
    return parser.emitError(loc,
                            "the size is too large: a number in it does "
                            "not fit in 64 bits, or it has too many parts");
  return result;
}

FailureOr<DimAttr> DimAttr::parse(AsmParser &parser) {
  return DimParser(parser).parse();
}
