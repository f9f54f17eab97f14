//===- Tensor.cpp - ONNX tensors and types --------------------------------===//

#include "Tensor.h"
#include "tenon/Diagnostics/Emission.h"
#include "mlir/IR/AsmState.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include <onnx/onnx_pb.h>

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// Constants of more bytes than this are kept as blobs, not uniqued.
constexpr size_t maxUniquedBytes = 16384;

/// Appends the numbers of a repeated field in the width of the element type.
template <typename Field>
void appendNumbers(const Field &field, int64_t bytes, std::string &out) {
  for (auto value : field)
    out.append(reinterpret_cast<const char *>(&value), bytes);
}

bool requireRank(int64_t rank, const Twine &what, Location location) {
  if (rank <= TensorType::maxRank)
    return true;
  emitDiagnostic(location, diag::internalLimit)
      .fact("problem", what + " has " + Twine(rank) + " axes, but at most " +
                           Twine(TensorType::maxRank) + " are supported");
  return false;
}

/// The tensor's data as bytes, in `bytes` where they must be collected; ONNX
/// has five places for them.
StringRef collectBytes(const ::onnx::TensorProto &tensor, Type elementType,
                       std::string &bytes) {
  using Proto = ::onnx::TensorProto;
  if (tensor.has_raw_data())
    return tensor.raw_data();
  int64_t width = getElementBytes(elementType);
  switch (tensor.data_type()) {
  case Proto::FLOAT:
    appendNumbers(tensor.float_data(), 4, bytes);
    break;
  case Proto::DOUBLE:
    appendNumbers(tensor.double_data(), 8, bytes);
    break;
  case Proto::INT64:
    appendNumbers(tensor.int64_data(), 8, bytes);
    break;
  case Proto::UINT32:
  case Proto::UINT64:
    appendNumbers(tensor.uint64_data(), width, bytes);
    break;
  default:
    appendNumbers(tensor.int32_data(), width, bytes);
  }
  return bytes;
}

} // namespace

Type getElementType(MLIRContext *context, int32_t onnxType) {
  using Proto = ::onnx::TensorProto;
  auto integer = [&](unsigned width, bool isUnsigned = false) {
    return IntegerType::get(context, width,
                            isUnsigned ? IntegerType::Unsigned
                                       : IntegerType::Signless);
  };
  switch (onnxType) {
  case Proto::FLOAT:
    return Float32Type::get(context);
  case Proto::DOUBLE:
    return Float64Type::get(context);
  case Proto::FLOAT16:
    return Float16Type::get(context);
  case Proto::BFLOAT16:
    return BFloat16Type::get(context);
  case Proto::BOOL:
    return integer(1);
  case Proto::INT8:
    return integer(8);
  case Proto::INT16:
    return integer(16);
  case Proto::INT32:
    return integer(32);
  case Proto::INT64:
    return integer(64);
  case Proto::UINT8:
    return integer(8, true);
  case Proto::UINT16:
    return integer(16, true);
  case Proto::UINT32:
    return integer(32, true);
  case Proto::UINT64:
    return integer(64, true);
  default:
    return {};
  }
}

std::string getElementTypeName(int32_t onnxType) {
  if (::onnx::TensorProto::DataType_IsValid(onnxType))
    return ::onnx::TensorProto::DataType_Name(
        static_cast<::onnx::TensorProto::DataType>(onnxType));
  // Those that came with later versions than the library knows.
  constexpr StringRef later[] = {
      "FLOAT8E4M3FN", "FLOAT8E4M3FNUZ", "FLOAT8E5M2", "FLOAT8E5M2FNUZ",
      "UINT4",        "INT4",           "FLOAT4E2M1", "FLOAT8E8M0",
      "UINT2",        "INT2"};
  constexpr int32_t first = 17;
  if (onnxType >= first && onnxType < first + int32_t(std::size(later)))
    return later[onnxType - first].str();
  return "number " + std::to_string(onnxType);
}

FailureOr<TensorType> getTensorType(const ::onnx::TensorProto &tensor,
                                    StringRef name, Location location) {
  Type elementType = getElementType(location.getContext(), tensor.data_type());
  if (!elementType) {
    emitDiagnostic(location, diag::elementTypeUnsupported)
        .fact("name", "'" + name + "'")
        .fact("type", getElementTypeName(tensor.data_type()));
    return failure();
  }
  if (!requireRank(tensor.dims_size(), "the tensor '" + name + "'", location))
    return failure();
  SmallVector<DimAttr> dims;
  for (int64_t size : tensor.dims()) {
    if (size < 0) {
      emitDiagnostic(location, diag::sizeNegative)
          .fact("op", "the tensor '" + name + "'")
          .fact("axis", dims.size())
          .fact("size", size);
      return failure();
    }
    dims.push_back(DimAttr::get(location.getContext(), size));
  }
  auto type = TensorType::get(dims, elementType);
  std::optional<int64_t> count = type.getCount().getConstant();
  if (!count || *count > INT64_MAX / 8) {
    emitDiagnostic(location, diag::sizeOverflow)
        .fact("op", "the tensor '" + name + "'")
        .fact("shape", type.getShapeText());
    return failure();
  }
  return type;
}

ElementsAttr makeElements(TensorType type, ArrayRef<char> bytes) {
  if (bytes.size() <= maxUniquedBytes) {
    if (!type.getElementType().isInteger(1))
      return DenseElementsAttr::getFromRawBuffer(type, bytes);
    SmallVector<bool> values;
    for (char byte : bytes)
      values.push_back(byte != 0);
    return DenseElementsAttr::get(type, values);
  }
  AsmResourceBlob blob = HeapAsmResourceBlob::allocateAndCopyWithAlign(
      bytes, /*align=*/64, /*dataIsMutable=*/false);
  return DenseResourceElementsAttr::get(type, "weight", std::move(blob));
}

FailureOr<ElementsAttr> readTensor(const ::onnx::TensorProto &tensor,
                                   StringRef name, Location location) {
  FailureOr<TensorType> type = getTensorType(tensor, name, location);
  if (failed(type))
    return failure();
  if (tensor.data_location() == ::onnx::TensorProto::EXTERNAL) {
    emitDiagnostic(location, diag::featureUnsupported)
        .fact("node", "'" + name + "'")
        .fact("feature", "external data for a tensor that is no initializer");
    return failure();
  }
  std::string collected;
  StringRef bytes = collectBytes(tensor, type->getElementType(), collected);
  int64_t wanted =
      *type->getCount().getConstant() * getElementBytes(type->getElementType());
  if (int64_t(bytes.size()) != wanted) {
    emitDiagnostic(location, diag::weightSize)
        .fact("name", name)
        .fact("shape", type->getText())
        .fact("wanted", wanted)
        .fact("bytes", bytes.size());
    return failure();
  }
  return makeElements(*type, ArrayRef<char>(bytes.data(), bytes.size()));
}

FailureOr<TensorType> readType(const ::onnx::ValueInfoProto &value,
                               Location location) {
  MLIRContext *context = location.getContext();
  if (!value.has_type() || !value.type().has_tensor_type()) {
    bool other = value.has_type() && value.type().value_case() != 0;
    if (!other)
      return TensorType::getUnknown(context);
    emitDiagnostic(location, diag::elementTypeUnsupported)
        .fact("name", "'" + value.name() + "'")
        .fact("type", "sequence, map or optional");
    return failure();
  }
  const auto &tensor = value.type().tensor_type();
  Type elementType = TensorType::getOpenElementType(context);
  if (tensor.elem_type() != 0) {
    elementType = getElementType(context, tensor.elem_type());
    if (!elementType) {
      emitDiagnostic(location, diag::elementTypeUnsupported)
          .fact("name", "'" + value.name() + "'")
          .fact("type", getElementTypeName(tensor.elem_type()));
      return failure();
    }
  }
  if (!tensor.has_shape())
    return TensorType::getUnranked(elementType);
  if (!requireRank(tensor.shape().dim_size(), "'" + Twine(value.name()) + "'",
                   location))
    return failure();
  SmallVector<DimAttr> dims;
  for (const auto &dim : tensor.shape().dim()) {
    if (dim.has_dim_value() && dim.dim_value() >= 0)
      dims.push_back(DimAttr::get(context, dim.dim_value()));
    else if (dim.has_dim_param() && !dim.dim_param().empty())
      dims.push_back(DimAttr::getSymbol(context, dim.dim_param()));
    else
      dims.push_back(DimAttr::getUnknown(context));
  }
  return TensorType::get(dims, elementType);
}

} // namespace tenon::onnx_import
