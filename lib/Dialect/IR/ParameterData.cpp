//===- ParameterData.cpp - The values of parameters -----------------------===//

#include "tenon/Dialect/IR/ParameterData.h"
#include "tenon/Diagnostics/Emission.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

using namespace mlir;

namespace tenon {

std::string hashBytes(ArrayRef<char> bytes) {
  uint64_t hash = llvm::xxh3_64bits(
      ArrayRef(reinterpret_cast<const uint8_t *>(bytes.data()), bytes.size()));
  std::string digits = llvm::utohexstr(hash, /*LowerCase=*/true);
  return "0x" + std::string(16 - digits.size(), '0') + digits;
}

FailureOr<ArrayRef<char>> ParameterReader::readFile(ParameterOp parameter,
                                                    ExternalAttr place) {
  StringRef name = place.getFile();
  auto reject = [&](const Twine &problem) -> FailureOr<ArrayRef<char>> {
    emitDiagnostic(parameter.getLoc(), diag::weightsUnreadable)
        .fact("name", parameter.getSymName())
        .fact("file", name)
        .fact("problem", problem);
    return failure();
  };
  auto &buffer = files[name];
  if (!buffer) {
    auto opened = llvm::MemoryBuffer::getFile(name, /*IsText=*/false,
                                              /*RequiresNullTerminator=*/false);
    if (!opened)
      return reject(opened.getError().message());
    buffer = std::move(*opened);
  }
  StringRef content = buffer->getBuffer();
  uint64_t offset = place.getOffset(), size = place.getSize();
  if (offset > content.size() || size > content.size() - offset)
    return reject("it ends before the values do, at byte " +
                  Twine(content.size()));
  ArrayRef<char> bytes(content.data() + offset, size);
  if (!place.getHash().empty() && place.getHash() != hashBytes(bytes))
    return reject("its content has changed since the text was written (hash " +
                  hashBytes(bytes) + " instead of " +
                  place.getHash().getValue() + ")");
  return bytes;
}

FailureOr<ArrayRef<char>> ParameterReader::read(ParameterOp parameter) {
  if (auto place = dyn_cast<ExternalAttr>(parameter.getValue()))
    return readFile(parameter, place);
  auto type = cast<TensorType>(parameter.getType());
  if (auto resource =
          dyn_cast<DenseResourceElementsAttr>(parameter.getValue())) {
    AsmResourceBlob *blob = resource.getRawHandle().getBlob();
    if (!blob) {
      emitDiagnostic(parameter.getLoc(), diag::weightsElided)
          .fact("name", parameter.getSymName());
      return failure();
    }
    int64_t wanted = type.getCount().getConstant().value_or(-1) *
                     getElementBytes(type.getElementType());
    if (int64_t(blob->getData().size()) != wanted) {
      emitDiagnostic(parameter.getLoc(), diag::weightSize)
          .fact("name", parameter.getSymName())
          .fact("shape", type.getText())
          .fact("wanted", wanted)
          .fact("bytes", blob->getData().size());
      return failure();
    }
    return blob->getData();
  }
  auto host = HostTensor::read(cast<ElementsAttr>(parameter.getValue()));
  if (failed(host)) {
    emitDiagnostic(parameter.getLoc(), diag::weightsElided)
        .fact("name", parameter.getSymName());
    return failure();
  }
  owned.push_back(host->getBytes());
  return ArrayRef<char>(owned.back());
}

LogicalResult hashExternalParameters(ModuleOp module) {
  ParameterReader reader;
  bool ok = true;
  for (auto parameter : module.getOps<ParameterOp>()) {
    auto place = dyn_cast<ExternalAttr>(parameter.getValue());
    if (!place || !place.getHash().empty())
      continue;
    FailureOr<ArrayRef<char>> bytes = reader.read(parameter);
    if (failed(bytes)) {
      ok = false;
      continue;
    }
    MLIRContext *context = module.getContext();
    parameter.setValueAttr(ExternalAttr::get(
        context, place.getFile(), place.getOffset(), place.getSize(),
        StringAttr::get(context, hashBytes(*bytes))));
  }
  return success(ok);
}

} // namespace tenon
