//===- Contraction.cpp - ONNX operators of the Contraction family ---------===//

#include "tenon/Dialect/IR/Contraction.h"
#include "Parts.h"
#include "Products.h"
#include "tenon/Dialect/IR/Elementwise.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Import/ONNX/Node.h"

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

/// Times a number, which is left out where it is 1.
Value makeScaled(Node &node, Value value, double factor) {
  TensorType type = ModelBuilder::getType(value);
  if (factor == 1 || !type.hasElementType())
    return value;
  Value scalar =
      node.builder.makeScalar(node.location, type.getElementType(), factor);
  node.alignRanks(value, scalar);
  return node.make<MulOp>(value, scalar);
}

void importGemm(Node &node) {
  if (!node.requireInputs(node.getOpset() < 11 ? 3 : 2, 3))
    return;
  double alpha = node.getFloat("alpha", 1), beta = node.getFloat("beta", 1);
  bool transposeLhs = node.getInt("transA", 0) != 0;
  bool transposeRhs = node.getInt("transB", 0) != 0;
  if (node.hasFailed())
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
}

} // namespace tenon::onnx_import
