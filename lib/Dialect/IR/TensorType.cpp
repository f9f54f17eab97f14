//===- TensorType.cpp - The type of tensors -------------------------------===//

#include "tenon/Dialect/IR/TenonDialect.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

#define GET_TYPEDEF_CLASSES
#include "tenon/Dialect/IR/TenonTypes.cpp.inc"

namespace tenon {
namespace {

SmallVector<int64_t> getStaticShape(ArrayRef<DimAttr> dims) {
  SmallVector<int64_t> shape;
  for (DimAttr dim : dims)
    shape.push_back(dim.getConstant().value_or(ShapedType::kDynamic));
  return shape;
}

bool isElementType(Type type) {
  if (auto integer = dyn_cast<IntegerType>(type))
    return llvm::is_contained({1u, 8u, 16u, 32u, 64u}, integer.getWidth()) &&
           !(integer.getWidth() == 1 && !integer.isSignless()) &&
           !integer.isSigned();
  return isa<Float16Type, BFloat16Type, Float32Type, Float64Type>(type);
}

} // namespace

void TenonDialect::registerTypes() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "tenon/Dialect/IR/TenonTypes.cpp.inc"
      >();
}

TensorType TensorType::get(ArrayRef<DimAttr> dims, Type elementType) {
  return Base::get(elementType.getContext(), dims, getStaticShape(dims), true,
                   elementType, false);
}

TensorType TensorType::get(ArrayRef<int64_t> shape, Type elementType) {
  SmallVector<DimAttr> dims;
  MLIRContext *context = elementType.getContext();
  for (int64_t size : shape)
    dims.push_back(ShapedType::isDynamic(size) ? DimAttr::getUnknown(context)
                                               : DimAttr::get(context, size));
  return get(dims, elementType);
}

TensorType TensorType::getUnknown(MLIRContext *context) {
  return getUnranked(getOpenElementType(context));
}

TensorType TensorType::getUnranked(Type elementType) {
  return Base::get(elementType.getContext(), ArrayRef<DimAttr>(),
                   ArrayRef<int64_t>(), false, elementType, false);
}

TensorType TensorType::withDims(ArrayRef<DimAttr> dims) const {
  return Base::get(getContext(), dims, getStaticShape(dims), true,
                   getElementType(), getError());
}

TensorType TensorType::withUnranked() const {
  return Base::get(getContext(), ArrayRef<DimAttr>(), ArrayRef<int64_t>(),
                   false, getElementType(), getError());
}

TensorType TensorType::withElementType(Type elementType) const {
  return Base::get(getContext(), getDims(), getShape(), getRanked(),
                   elementType, getError());
}

TensorType TensorType::withError(bool error) const {
  return Base::get(getContext(), getDims(), getShape(), getRanked(),
                   getElementType(), error);
}

Type TensorType::getOpenElementType(MLIRContext *context) {
  return NoneType::get(context);
}

bool TensorType::hasElementType() const {
  return !isa<NoneType>(getElementType());
}

bool TensorType::hasRank() const { return getRanked(); }

bool TensorType::isComplete() const {
  return hasElementType() && hasRank() &&
         llvm::none_of(getDims(), [](DimAttr dim) { return dim.isUnknown(); });
}

ShapedType TensorType::cloneWith(std::optional<ArrayRef<int64_t>> shape,
                                 Type elementType) const {
  if (!shape)
    return withElementType(elementType);
  return get(*shape, elementType);
}

DimAttr TensorType::getCount() const {
  if (!hasRank())
    return DimAttr::getUnknown(getContext());
  DimAttr count = DimAttr::get(getContext(), 1);
  // A zero anywhere makes the count zero, whatever the others are.
  for (DimAttr dim : getDims())
    if (dim.isConstant(0))
      return dim;
  for (DimAttr dim : getDims())
    count = count * dim;
  return count;
}

std::string TensorType::getShapeText() const {
  if (!hasRank())
    return "a tensor of unknown rank";
  std::string text = "[";
  llvm::raw_string_ostream os(text);
  llvm::interleaveComma(getDims(), os, [&](DimAttr dim) { dim.print(os); });
  os << "]";
  return text;
}

std::string TensorType::getRankText() const {
  return hasRank() ? getAxesText(getRank()) : "unknown rank";
}

std::string TensorType::getText() const {
  return getShapeText() + " of " + getElementTypeText(getElementType());
}

Type TensorType::parse(AsmParser &parser) {
  MLIRContext *context = parser.getContext();
  SmallVector<DimAttr> dims;
  bool ranked = true;
  if (parser.parseLess())
    return {};
  bool error = succeeded(parser.parseOptionalKeyword("error"));
  SMLoc at = parser.getCurrentLocation();
  if (succeeded(parser.parseOptionalStar())) {
    ranked = false;
  } else {
    auto parseDim = [&]() -> ParseResult {
      SMLoc at = parser.getCurrentLocation();
      FailureOr<DimAttr> dim = DimAttr::parse(parser);
      if (failed(dim))
        return failure();
      if (dim->getConstant().value_or(0) < 0)
        return parser.emitError(at, "a size cannot be negative");
      dims.push_back(*dim);
      return success();
    };
    if (parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, parseDim))
      return {};
    if (int64_t(dims.size()) > maxRank) {
      parser.emitError(at, "a tensor has at most ") << maxRank << " axes";
      return {};
    }
  }
  if (parser.parseComma())
    return {};
  Type elementType = getOpenElementType(context);
  SMLoc typeAt = parser.getCurrentLocation();
  if (failed(parser.parseOptionalQuestion())) {
    if (parser.parseType(elementType))
      return {};
    if (!isElementType(elementType)) {
      parser.emitError(typeAt, "not an element type: ")
          << elementType
          << "; valid are i1, i8 to i64, ui8 to ui64, f16, bf16, f32, f64";
      return {};
    }
  }
  if (parser.parseGreater())
    return {};
  TensorType type = ranked ? get(dims, elementType) : getUnranked(elementType);
  return type.withError(error);
}

void TensorType::print(AsmPrinter &printer) const {
  printer << "<";
  if (getError())
    printer << "error ";
  if (hasRank()) {
    printer << "[";
    llvm::interleaveComma(getDims(), printer.getStream(), [&](DimAttr dim) {
      dim.print(printer.getStream());
    });
    printer << "]";
  } else {
    printer << "*";
  }
  printer << ", ";
  if (hasElementType())
    printer << getElementType();
  else
    printer << "?";
  printer << ">";
}

std::string getElementTypeText(Type elementType) {
  if (isa<NoneType>(elementType))
    return "an unknown type";
  if (elementType.isInteger(1))
    return "bool";
  if (auto integer = dyn_cast<IntegerType>(elementType))
    return (integer.isUnsigned() ? "uint" : "int") +
           std::to_string(integer.getWidth());
  if (isa<BFloat16Type>(elementType))
    return "bfloat16";
  return "float" + std::to_string(elementType.getIntOrFloatBitWidth());
}

std::string getAxesText(int64_t rank) {
  return std::to_string(rank) + (rank == 1 ? " axis" : " axes");
}

int64_t getElementBytes(Type elementType) {
  if (isa<NoneType>(elementType))
    return 0;
  return (elementType.getIntOrFloatBitWidth() + 7) / 8;
}

} // namespace tenon
