//===- FoldParameters.cpp - Weights in the order the code reads them ------===//

#include "MovedParameters.h"
#include "Transposes.h"
#include "tenon/Dialect/IR/Contraction.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/ParameterData.h"
#include "tenon/Dialect/Transforms/Passes.h"
#include "mlir/IR/AsmState.h"
#include "mlir/IR/DialectResourceBlobManager.h"

using namespace mlir;

namespace tenon {
#define GEN_PASS_DEF_FOLDPARAMETERSPASS
#include "tenon/Dialect/Transforms/Passes.h.inc"

namespace {

/// Copies elements of `width` bytes into the permuted order, row by row.
void permuteBytes(ArrayRef<char> from, ArrayRef<int64_t> shape,
                  ArrayRef<int64_t> permutation, int64_t width,
                  MutableArrayRef<char> to) {
  SmallVector<int64_t> strides = getStrides(shape), outer, outerStrides;
  for (int64_t axis : permutation) {
    outer.push_back(shape[axis]);
    outerStrides.push_back(strides[axis]);
  }
  int64_t row = outer.empty() ? 1 : outer.pop_back_val();
  int64_t step = outerStrides.empty() ? 1 : outerStrides.pop_back_val();
  char *out = to.data();
  if (row == 0)
    return;
  forEachIndex(outer, [&](ArrayRef<int64_t> index) {
    int64_t start = 0;
    for (auto [position, stride] : llvm::zip_equal(index, outerStrides))
      start += position * stride;
    for (int64_t i = 0; i < row; ++i, out += width)
      std::memcpy(out, from.data() + (start + i * step) * width, width);
  });
}

class ParameterFolder {
public:
  explicit ParameterFolder(ModuleOp module)
      : module(module), builder(module.getContext()) {}

  LogicalResult run(unsigned &folded) {
    FailureOr<unsigned> moved = foldMovedParameters(module, reader);
    if (failed(moved))
      return failure();
    folded += *moved;
    module.walk([&](MatmulOp op) { exposeTranspose(op); });
    SmallVector<TransposeOp> transposes;
    module.walk([&](TransposeOp op) {
      if (op.getInput().getDefiningOp<GetParameterOp>())
        transposes.push_back(op);
    });
    for (TransposeOp op : transposes) {
      if (failed(fold(op)))
        return failure();
      ++folded;
    }
    return success();
  }

private:
  /// A product with a transposed weight reads the weight transposed instead.
  void exposeTranspose(MatmulOp op) {
    if (!op.getTransposeRhs() ||
        !op.getRhs().getDefiningOp<GetParameterOp>())
      return;
    int64_t rank = cast<TensorType>(op.getRhs().getType()).getRank();
    SmallVector<int64_t> permutation =
        llvm::to_vector(llvm::seq<int64_t>(rank));
    std::swap(permutation[rank - 1], permutation[rank - 2]);
    builder.setInsertionPoint(op);
    op.getRhsMutable().assign(
        transpose(builder, op.getLoc(), op.getRhs(), permutation));
    op.setTransposeRhs(false);
  }

  LogicalResult fold(TransposeOp op) {
    auto read = op.getInput().getDefiningOp<GetParameterOp>();
    auto parameter = module.lookupSymbol<ParameterOp>(read.getParameter());
    auto type = cast<TensorType>(op.getType());
    std::string name = read.getParameter().str() + ".transposed";
    for (int64_t axis : op.getPermutation())
      name += "_" + std::to_string(axis);
    if (!module.lookupSymbol(name)) {
      FailureOr<ArrayRef<char>> bytes = reader.read(parameter);
      if (failed(bytes))
        return failure();
      auto from = cast<TensorType>(parameter.getType());
      AsmResourceBlob blob = HeapAsmResourceBlob::allocate(
          bytes->size(), /*align=*/64, /*dataIsMutable=*/true);
      permuteBytes(*bytes, from.getShape(), op.getPermutation(),
                   getElementBytes(from.getElementType()),
                   blob.getMutableData());
      auto value =
          DenseResourceElementsAttr::get(type, name, std::move(blob));
      builder.setInsertionPointAfter(parameter);
      ParameterOp::create(builder, parameter.getLoc(),
                          builder.getStringAttr(name), TypeAttr::get(type),
                          value, parameter.getTrainableAttr());
    }
    builder.setInsertionPoint(op);
    op.replaceAllUsesWith(GetParameterOp::create(
                              builder, op.getLoc(), type,
                              FlatSymbolRefAttr::get(op.getContext(), name))
                              .getResult());
    op.erase();
    return success();
  }

  ModuleOp module;
  OpBuilder builder;
  ParameterReader reader;
};

struct FoldParametersPass : impl::FoldParametersPassBase<FoldParametersPass> {
  using FoldParametersPassBase::FoldParametersPassBase;

  void runOnOperation() override {
    unsigned count = 0;
    if (failed(ParameterFolder(getOperation()).run(count)))
      signalPassFailure();
    folded += count;
  }
};

} // namespace
} // namespace tenon
