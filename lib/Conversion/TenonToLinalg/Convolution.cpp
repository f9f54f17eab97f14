//===- Convolution.cpp - Lowering of the Convolution family to linalg ---===//

#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Convolution.h"

using namespace mlir;

namespace tenon {

void registerConvolutionLowerings(LoweringRegistry &registry) {}

} // namespace tenon
