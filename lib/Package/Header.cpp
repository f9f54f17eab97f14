//===- Header.cpp - The C header of a compiled model ----------------------===//

#include "tenon/Package/Compile.h"

using namespace mlir;

namespace tenon {
namespace {

std::string getCType(Type type) {
  if (type.isInteger(1))
    return "uint8_t (0 or 1)";
  if (type.isF32())
    return "float";
  if (type.isF64())
    return "double";
  if (isa<FloatType>(type))
    return "uint16_t (" + getElementTypeText(type) + ")";
  return (type.isUnsignedInteger() ? "uint" : "int") +
         std::to_string(type.getIntOrFloatBitWidth()) + "_t";
}

/// Anything a user may name, as it may stand inside a comment.
std::string forComment(StringRef text) {
  std::string result = " ";
  for (char c : text) {
    char last = result.back();
    bool isEdge = (last == '*' && c == '/') || (last == '/' && c == '*');
    result += isEdge || c == '\\' || c == '\n' ? ' ' : c;
  }
  return result.substr(1);
}

void listTensors(StringRef array, ArrayRef<ModelSignature::Tensor> tensors,
                 raw_ostream &os) {
  for (auto [index, tensor] : llvm::enumerate(tensors))
    os << " *   " << array << "[" << index << "]  " << forComment(tensor.name)
       << ": " << getCType(tensor.type.getElementType()) << " "
       << forComment(tensor.type.getShapeText()) << "\n";
}

} // namespace

std::string makeHeader(const ModelSignature &signature) {
  const std::string &name = signature.name;
  std::string guard = StringRef(name).upper() + "_H";
  std::string text;
  llvm::raw_string_ostream os(text);
  os << "/* " << name << ", compiled by Tenon " TENON_VERSION ".\n *\n"
     << " * Tensors are contiguous and row-major, aligned to their element's "
        "size:\n";
  listTensors("inputs", signature.inputs, os);
  listTensors("outputs", signature.outputs, os);
  if (!signature.symbols.empty() || !signature.dataSizes.empty()) {
    os << " * Sizes that the data decides, in the order of `symbols`:\n";
    for (auto [index, symbol] : llvm::enumerate(signature.symbols)) {
      os << " *   symbols[" << index << "]  "
         << forComment(symbol.getName().getValue()) << ", at least "
         << symbol.getLower();
      if (symbol.getUpper() != INT64_MAX)
        os << ", at most " << symbol.getUpper();
      os << "\n";
    }
  }
  for (auto [index, size] : llvm::enumerate(signature.dataSizes))
    os << " *   symbols[" << signature.symbols.size() + index << "]  "
       << forComment(size.first.getValue()) << ", stored by the run, at most "
       << forComment(size.second.str()) << "\n";
  for (ConstraintAttr constraint : signature.constraints)
    os << " * Required (" << constraint.getCode().getValue()
       << "): " << forComment(constraint.getMessage().getValue()) << "\n";
  os << " */\n#ifndef " << guard << "\n#define " << guard << "\n\n"
     << "#include <stdint.h>\n\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n"
     << "/* The weights that are part of the object, 64-byte aligned. */\n"
     << "extern const unsigned char " << name << "_weights["
     << std::max<int64_t>(signature.weightBytes, 1) << "];\n\n"
     << "/* Bytes of scratch memory that " << name
     << "_run needs, 64-byte aligned. */\n"
     << "int64_t " << name << "_workspace_size(const int64_t *symbols);\n\n"
     << "/* Runs the model; 0 on success, else the number of what stopped it.\n"
     << " * Allocates nothing; may run in several threads at once, each with a\n"
     << " * workspace of its own. Sizes of inputs are not checked here; outputs\n"
     << " * have room for the most that their sizes can be. */\n"
     << "int32_t " << name
     << "_run(const void *const *inputs, void *const *outputs,\n"
     << "    const void *weights, void *workspace, int64_t *symbols);\n\n"
     << "#ifdef __cplusplus\n}\n#endif\n#endif\n";
  return text;
}

} // namespace tenon
