//===- Activation.cpp - Activations of one number -------------------------===//

#include "Activation.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;

namespace tenon {

Value emitActivation(ScalarBuilder &scalar, ActivationAttr activation,
                     Value x) {
  auto number = [&](FloatAttr value) {
    return scalar.constant(value.getValueAsDouble());
  };
  auto alpha = [&] { return number(activation.getAlpha()); };
  auto beta = [&] { return number(activation.getBeta()); };
  auto zero = [&] { return scalar.constant(0); };
  auto add = [&](Value a, Value b) -> Value {
    return scalar.make<arith::AddFOp>(a, b);
  };
  auto multiply = [&](Value a, Value b) -> Value {
    return scalar.make<arith::MulFOp>(a, b);
  };
  auto selectBelowZero = [&](Value below) {
    return scalar.select(scalar.isLess(x, zero()), below, x);
  };
  switch (activation.getKind()) {
  case ActivationKind::Affine:
    return add(multiply(x, alpha()), beta());
  case ActivationKind::Elu:
    return selectBelowZero(
        multiply(scalar.make<math::ExpM1Op>(x), alpha()));
  case ActivationKind::HardSigmoid:
    return scalar.min(
        scalar.max(add(multiply(x, alpha()), beta()), zero()),
        scalar.constant(1));
  case ActivationKind::LeakyRelu:
    return selectBelowZero(multiply(x, alpha()));
  case ActivationKind::Relu:
    return emitScalar(ReluOp(), scalar, x);
  case ActivationKind::ScaledTanh:
    return multiply(scalar.make<math::TanhOp>(multiply(x, beta())), alpha());
  case ActivationKind::Sigmoid:
    return emitScalar(SigmoidOp(), scalar, x);
  case ActivationKind::Softplus:
    return emitScalar(SoftplusOp(), scalar, x);
  case ActivationKind::Softsign: {
    Value size = scalar.make<math::AbsFOp>(x);
    return scalar.make<arith::DivFOp>(x, add(size, scalar.constant(1)));
  }
  case ActivationKind::Tanh:
    return emitScalar(TanhOp(), scalar, x);
  case ActivationKind::ThresholdedRelu:
    return scalar.select(scalar.isLess(alpha(), x), x, zero());
  }
  llvm_unreachable("all kinds are covered");
}

} // namespace tenon
