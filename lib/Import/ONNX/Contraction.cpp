//===- Contraction.cpp - ONNX operators of the Contraction family ---------===//

#include "tenon/Dialect/IR/Contraction.h"
#include "Parts.h"
#include "Products.h"
#include "tenon/Dialect/IR/Elementwise.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Import/ONNX/Node.h"
#include <cmath>

using namespace mlir;

namespace tenon::onnx_import {
namespace {

bool isVector(Value value) {
  TensorType type = ModelBuilder::getType(value);
  return type.hasRank() && type.getRank() == 1;
}

Value makeProduct(Node &node, Value lhs, Value rhs, bool transposeLhs,
                  bool transposeRhs, bool widen = false) {
  Builder &builder = node.builder;
  auto flag = [&](bool set) {
    return set ? builder.getUnitAttr() : UnitAttr();
  };
  return node.make<MatmulOp>(lhs, rhs, flag(transposeLhs), flag(transposeRhs),
                             flag(widen));
}

void importMatMul(Node &node) {
  if (node.requireInputs(2, 2))
    node.setOutput(makeMatMul(node, node.getInput(0), node.getInput(1)));
}

/// Times a number, which is left out where it is 1. Integers times a fraction
/// are cut towards zero.
Value makeScaled(Node &node, Value value, double factor) {
  TensorType type = ModelBuilder::getType(value);
  if (factor == 1 || !type.hasElementType())
    return value;
  if (isa<IntegerType>(type.getElementType()) && factor != std::trunc(factor)) {
    Value wide = node.make<CastOp>(value, Type(node.builder.getF64Type()));
    return node.make<CastOp>(makeScaled(node, wide, factor),
                             type.getElementType());
  }
  Value scalar =
      node.builder.makeScalar(node.location, type.getElementType(), factor);
  node.alignRanks(value, scalar);
  return node.make<MulOp>(value, scalar);
}

/// Both operands must be matrices, not batches of them.
bool requireMatrices(Node &node) {
  TensorType types[] = {ModelBuilder::getType(node.getInput(0)),
                        ModelBuilder::getType(node.getInput(1))};
  StringRef names[] = {"a left operand", "a right operand"};
  for (auto [type, name] : llvm::zip_equal(types, names)) {
    if (!type.hasRank() || type.getRank() == 2)
      continue;
    emitDiagnostic(node.location, diag::rankMismatch)
        .fact("op", node.getDescription())
        .fact("operand", name)
        .fact("wanted", getAxesText(2))
        .fact("rank", type.getRankText())
        .fact("shape", type.getShapeText())
        .note("it multiplies " + types[0].getShapeText() + " by " +
              types[1].getShapeText())
        .help("use MatMul for batches of matrices");
    node.fail();
    return false;
  }
  return true;
}

void importGemm(Node &node) {
  if (!node.requireInputs(node.getOpset() < 11 ? 3 : 2, 3))
    return;
  double alpha = node.getFloat("alpha", 1), beta = node.getFloat("beta", 1);
  bool transposeLhs = node.getInt("transA", 0) != 0;
  bool transposeRhs = node.getInt("transB", 0) != 0;
  if (node.hasFailed() || !requireMatrices(node))
    return;
  Value result = makeProduct(node, node.getInput(0), node.getInput(1),
                             transposeLhs, transposeRhs);
  result = makeScaled(node, result, alpha);
  if (Value summand = node.getInput(2)) {
    summand = makeScaled(node, summand, beta);
    node.alignRanks(result, summand);
    result = node.make<AddOp>(result, summand);
  }
  node.setOutput(result);
}

void importEinsum(Node &node) {
  unsigned count = std::max(node.getInputCount(), 1u);
  if (!node.requireInputs(count, count))
    return;
  if (!node.hasAttribute("equation"))
    return node.reportAttribute("equation", "it is missing");
  std::string equation = node.getString("equation", "");
  if (node.hasFailed())
    return;
  SmallVector<Value> inputs;
  for (unsigned i = 0; i < count; ++i)
    inputs.push_back(node.getInput(i));
  node.setOutput(
      node.make<EinsumOp>(inputs, node.builder.getStringAttr(equation)));
}

void importDet(Node &node) {
  if (node.requireInputs(1, 1))
    node.setOutput(node.make<DeterminantOp>(node.getInput(0)));
}

} // namespace

Value makeMatMul(Node &node, Value lhs, Value rhs, bool widen) {
  bool row = isVector(lhs), column = isVector(rhs);
  SmallVector<int64_t> added;
  if (row) {
    lhs = node.make<UnsqueezeOp>(lhs, ArrayRef<int64_t>{0});
    added.push_back(-2);
  }
  if (column) {
    rhs = node.make<UnsqueezeOp>(rhs, ArrayRef<int64_t>{1});
    added.push_back(-1);
  }
  node.alignRanks(lhs, rhs);
  Value product = makeProduct(node, lhs, rhs, false, false, widen);
  if (!added.empty())
    product = node.make<SqueezeOp>(
        product, DenseI64ArrayAttr::get(node.builder.getContext(), added));
  return product;
}

void registerContractionOperators(OperatorRegistry &registry) {
  registerSignalOperators(registry);
  registry.add("MatMul", importMatMul);
  registry.add("Gemm", importGemm);
  registry.add("Einsum", importEinsum);
  registry.add("Det", importDet);
}

} // namespace tenon::onnx_import
