//===- Quantization.cpp - Lowering of the Quantization family to linalg ---===//

#include "tenon/Dialect/IR/Quantization.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"

using namespace mlir;

namespace tenon {

void registerQuantizationLowerings(LoweringRegistry &registry) {}

} // namespace tenon
