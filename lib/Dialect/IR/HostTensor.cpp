//===- HostTensor.cpp - Tensors in the compiler's memory ------------------===//

#include "tenon/Dialect/IR/Evaluation.h"
#include "mlir/IR/AsmState.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "llvm/ADT/APFloat.h"

using namespace mlir;

namespace tenon {
namespace {

/// Constants of more elements than this are kept as blobs, not uniqued.
constexpr int64_t maxUniquedElements = 4096;

template <typename T>
void readAs(ArrayRef<char> bytes, std::vector<int64_t> &out) {
  for (size_t i = 0; i < out.size(); ++i) {
    T value;
    std::memcpy(&value, bytes.data() + i * sizeof(T), sizeof(T));
    out[i] = static_cast<int64_t>(value);
  }
}

template <typename T>
void readAs(ArrayRef<char> bytes, std::vector<double> &out) {
  for (size_t i = 0; i < out.size(); ++i) {
    T value;
    std::memcpy(&value, bytes.data() + i * sizeof(T), sizeof(T));
    out[i] = value;
  }
}

double fromBits(uint16_t bits, const llvm::fltSemantics &semantics) {
  APFloat value(semantics, APInt(16, bits));
  bool lost;
  value.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven, &lost);
  return value.convertToDouble();
}

uint16_t toBits(double number, const llvm::fltSemantics &semantics) {
  APFloat value(number);
  bool lost;
  value.convert(semantics, APFloat::rmNearestTiesToEven, &lost);
  return value.bitcastToAPInt().getZExtValue();
}

const llvm::fltSemantics &getSemantics(Type type) {
  return cast<FloatType>(type).getFloatSemantics();
}

/// Fills from row-major little-endian bytes, truth values a byte each.
bool readBytes(ArrayRef<char> bytes, HostTensor &host) {
  if (int64_t(bytes.size()) !=
      host.getCount() * getElementBytes(host.elementType))
    return false;
  Type type = host.elementType;
  if (isa<Float32Type>(type)) {
    readAs<float>(bytes, host.floats);
  } else if (isa<Float64Type>(type)) {
    readAs<double>(bytes, host.floats);
  } else if (isa<FloatType>(type)) {
    for (size_t i = 0; i < host.floats.size(); ++i) {
      uint16_t bits;
      std::memcpy(&bits, bytes.data() + 2 * i, 2);
      host.floats[i] = fromBits(bits, getSemantics(type));
    }
  } else {
    bool isUnsigned = host.isUnsigned() || type.isInteger(1);
    switch (type.getIntOrFloatBitWidth()) {
    case 1:
    case 8:
      isUnsigned ? readAs<uint8_t>(bytes, host.integers)
                 : readAs<int8_t>(bytes, host.integers);
      break;
    case 16:
      isUnsigned ? readAs<uint16_t>(bytes, host.integers)
                 : readAs<int16_t>(bytes, host.integers);
      break;
    case 32:
      isUnsigned ? readAs<uint32_t>(bytes, host.integers)
                 : readAs<int32_t>(bytes, host.integers);
      break;
    default:
      readAs<int64_t>(bytes, host.integers);
    }
  }
  return true;
}

} // namespace

HostTensor::HostTensor(ArrayRef<int64_t> shape, Type elementType)
    : shape(shape), elementType(elementType) {
  if (isFloat())
    floats.resize(getCount());
  else
    integers.resize(getCount());
}

bool HostTensor::isFloat() const { return isa<FloatType>(elementType); }

bool HostTensor::isUnsigned() const {
  return elementType.isUnsignedInteger();
}

int64_t HostTensor::getCount() const {
  int64_t count = 1;
  for (int64_t size : shape)
    count *= size;
  return count;
}

void HostTensor::round() {
  if (isa<Float32Type>(elementType))
    for (double &value : floats)
      value = static_cast<float>(value);
  else if (isFloat() && !isa<Float64Type>(elementType))
    for (double &value : floats)
      value = fromBits(toBits(value, getSemantics(elementType)),
                       getSemantics(elementType));
  if (isFloat())
    return;
  unsigned width = elementType.getIntOrFloatBitWidth();
  if (width == 1) {
    for (int64_t &value : integers)
      value = value != 0;
  } else if (width < 64) {
    for (int64_t &value : integers)
      value = isUnsigned()
                  ? int64_t(uint64_t(value) & ((uint64_t(1) << width) - 1))
                  : llvm::SignExtend64(uint64_t(value), width);
  }
}

FailureOr<HostTensor> HostTensor::read(ElementsAttr elements) {
  ShapedType type = elements.getShapedType();
  if (!type.hasStaticShape())
    return failure();
  HostTensor host(type.getShape(), type.getElementType());
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(elements)) {
    AsmResourceBlob *blob = resource.getRawHandle().getBlob();
    if (!blob || !readBytes(blob->getData(), host))
      return failure();
    return host;
  }
  auto dense = dyn_cast<DenseElementsAttr>(elements);
  if (!dense)
    return failure();
  if (host.isFloat()) {
    for (auto [slot, value] :
         llvm::zip(host.floats, dense.getValues<APFloat>())) {
      APFloat wide = value;
      bool lost;
      wide.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven, &lost);
      slot = wide.convertToDouble();
    }
    return host;
  }
  bool zeroExtend = host.isUnsigned() || host.elementType.isInteger(1);
  for (auto [slot, value] : llvm::zip(host.integers, dense.getValues<APInt>()))
    slot = zeroExtend ? int64_t(value.getZExtValue()) : value.getSExtValue();
  return host;
}

std::vector<char> HostTensor::getBytes() const {
  int64_t width = getElementBytes(elementType);
  std::vector<char> bytes(getCount() * width);
  for (int64_t i = 0; i < getCount(); ++i) {
    char *at = bytes.data() + i * width;
    if (isa<Float32Type>(elementType)) {
      float value = floats[i];
      std::memcpy(at, &value, 4);
    } else if (isa<Float64Type>(elementType)) {
      std::memcpy(at, &floats[i], 8);
    } else if (isFloat()) {
      uint16_t bits = toBits(floats[i], getSemantics(elementType));
      std::memcpy(at, &bits, 2);
    } else {
      std::memcpy(at, &integers[i], width);
    }
  }
  return bytes;
}

ElementsAttr HostTensor::write(TensorType type) const {
  if (elementType.isInteger(1) && getCount() <= maxUniquedElements) {
    SmallVector<bool> values;
    for (int64_t value : integers)
      values.push_back(value != 0);
    return DenseElementsAttr::get(type, values);
  }
  std::vector<char> bytes = getBytes();
  if (getCount() <= maxUniquedElements)
    return DenseElementsAttr::getFromRawBuffer(type, bytes);
  AsmResourceBlob blob = HeapAsmResourceBlob::allocateAndCopyWithAlign(
      bytes, /*align=*/64, /*dataIsMutable=*/false);
  return DenseResourceElementsAttr::get(type, "folded", std::move(blob));
}

} // namespace tenon
