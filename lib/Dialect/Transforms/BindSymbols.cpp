//===- BindSymbols.cpp - Give symbolic sizes a value ----------------------===//

#include "tenon/Diagnostics/Emission.h"
#include "tenon/Dialect/IR/Model.h"
#include "tenon/Dialect/Transforms/Passes.h"
#include "mlir/IR/AttrTypeSubElements.h"

using namespace mlir;

namespace tenon {
#define GEN_PASS_DEF_BINDSYMBOLSPASS
#include "tenon/Dialect/Transforms/Passes.h.inc"

namespace {

struct BindSymbolsPass : impl::BindSymbolsPassBase<BindSymbolsPass> {
  using BindSymbolsPassBase::BindSymbolsPassBase;

  void runOnOperation() override {
    if (failed(readSizes()))
      return signalPassFailure();
    DenseSet<StringAttr> used;
    llvm::SetVector<StringAttr> all;
    for (auto model : getOperation().getOps<ModelOp>()) {
      collectInputSymbols(model, all);
      if (failed(bind(model, used)))
        return signalPassFailure();
    }
    bool failed = false;
    for (auto &[name, value] : values)
      if (!used.contains(name) && !all.contains(name)) {
        reportUnknown(name, all.getArrayRef());
        failed = true;
      }
    if (failed)
      signalPassFailure();
  }

private:
  LogicalResult readSizes() {
    for (const std::string &text : sizes) {
      auto [name, number] = StringRef(text).rsplit('=');
      int64_t value;
      if (name.empty() || number.getAsInteger(10, value) || value < 0) {
        emitDiagnostic(getOperation().getLoc(), diag::usage)
            .fact("problem", "'" + text +
                                 "' is not of the form NAME=SIZE with a size "
                                 "of 0 or more");
        return failure();
      }
      values[StringAttr::get(&getContext(), name)] = value;
    }
    return success();
  }

  void reportUnknown(StringAttr name, ArrayRef<StringAttr> all) {
    std::string names;
    for (StringAttr other : all)
      names += (names.empty() ? "'" : ", '") + other.getValue().str() + "'";
    emitDiagnostic(getOperation().getLoc(), diag::dimUnknown)
        .fact("name", name.getValue())
        .fact("names", names.empty() ? "none" : names);
  }

  static void collectInputSymbols(ModelOp model,
                                  llvm::SetVector<StringAttr> &all) {
    for (auto symbol : model.getSymbols().getAsRange<SymbolAttr>())
      all.insert(symbol.getName());
    for (Type type : model.getBlock().getArgumentTypes())
      if (auto tensor = dyn_cast<TensorType>(type))
        for (DimAttr dim : tensor.getDims())
          dim.collectSymbols(all);
  }

  LogicalResult bind(ModelOp model, DenseSet<StringAttr> &used) {
    SmallVector<Attribute> kept;
    for (auto symbol : model.getSymbols().getAsRange<SymbolAttr>()) {
      auto it = values.find(symbol.getName());
      if (it == values.end()) {
        kept.push_back(symbol);
        continue;
      }
      used.insert(symbol.getName());
      if (it->second < symbol.getLower() || it->second > symbol.getUpper()) {
        std::string range = std::to_string(symbol.getLower()) + " or more";
        if (symbol.getUpper() != INT64_MAX)
          range = std::to_string(symbol.getLower()) + " to " +
                  std::to_string(symbol.getUpper());
        emitDiagnostic(model.getLoc(), diag::dimOutOfBounds)
            .fact("name", symbol.getName().getValue())
            .fact("value", it->second)
            .fact("range", range);
        return failure();
      }
    }
    model.setSymbolsAttr(ArrayAttr::get(&getContext(), kept));
    AttrTypeReplacer replacer;
    replacer.addReplacement([&](DimAttr dim) -> Attribute {
      return dim.substitute([&](StringAttr name) -> DimAttr {
        auto it = values.find(name);
        return it == values.end() ? DimAttr()
                                  : DimAttr::get(&getContext(), it->second);
      });
    });
    replacer.addReplacement([&](TensorType type) -> Type {
      if (!type.hasRank())
        return type;
      SmallVector<DimAttr> dims;
      for (DimAttr dim : type.getDims())
        dims.push_back(cast<DimAttr>(replacer.replace(dim)));
      return type.withDims(dims);
    });
    replacer.recursivelyReplaceElementsIn(model, /*replaceAttrs=*/true,
                                          /*replaceLocs=*/false,
                                          /*replaceTypes=*/true);
    return decideConstraints(model);
  }

  /// Constraints that the values made true need no test at run time; those
  /// that they broke are reported.
  static LogicalResult decideConstraints(ModelOp model) {
    SmallVector<Attribute> kept;
    bool ok = true;
    for (auto constraint :
         model.getConstraints().getAsRange<ConstraintAttr>()) {
      auto lhs = constraint.getLhs().getConstant(),
           rhs = constraint.getRhs().getConstant();
      if (!lhs || !rhs) {
        kept.push_back(constraint);
        continue;
      }
      bool holds = constraint.getRelation() == Relation::Equal ? *lhs == *rhs
                   : constraint.getRelation() == Relation::AtLeast
                       ? *lhs >= *rhs
                       : *rhs > 0 && *lhs % *rhs == 0;
      if (holds)
        continue;
      ok = false;
      emitDiagnostic(model.getLoc(), diag::constraintBroken)
          .fact("lhs", *lhs)
          .fact("relation", stringifyRelation(constraint.getRelation()))
          .fact("rhs", *rhs)
          .note(constraint.getMessage().getValue());
    }
    model.setConstraintsAttr(ArrayAttr::get(model.getContext(), kept));
    return success(ok);
  }

  llvm::MapVector<StringAttr, int64_t> values;
};

} // namespace
} // namespace tenon
