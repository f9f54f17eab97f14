//===- DimLimit.cpp - How large a size can become -------------------------===//
//
// Interval arithmetic whose bounds are sizes themselves.
//
//===----------------------------------------------------------------------===//

#include "tenon/Dialect/IR/DimLimit.h"

using namespace mlir;

namespace tenon {
namespace {

struct Bounds {
  DimAttr low, high;
  bool isExact() const { return low == high; }
};

Bounds combine(Bounds a, Bounds b,
               llvm::function_ref<DimAttr(DimAttr, DimAttr)> join) {
  if (a.isExact() && b.isExact()) {
    DimAttr exact = join(a.low, b.low);
    return {exact, exact};
  }
  DimAttr corners[] = {join(a.low, b.low), join(a.low, b.high),
                       join(a.high, b.low), join(a.high, b.high)};
  return {DimAttr::min(corners), DimAttr::max(corners)};
}

} // namespace

DimAttr getDimLimit(DimAttr dim,
                    llvm::function_ref<DimAttr(StringAttr)> limitOf) {
  if (dim.isUnknown())
    return dim;
  MLIRContext *context = dim.getContext();
  DimAttr zero = DimAttr::get(context, 0), one = DimAttr::get(context, 1);
  DimAttr::Builder<Bounds> build;
  build.constant = [&](int64_t value) -> Bounds {
    DimAttr constant = DimAttr::get(context, value);
    return {constant, constant};
  };
  build.symbol = [&](StringAttr name) -> Bounds {
    DimAttr symbol = DimAttr::getSymbol(context, name.getValue());
    DimAttr limit = limitOf(name);
    return limit ? Bounds{zero, limit} : Bounds{symbol, symbol};
  };
  build.add = [](Bounds a, Bounds b) -> Bounds {
    return {a.low + b.low, a.high + b.high};
  };
  build.mul = [](Bounds a, Bounds b) {
    return combine(a, b, [](DimAttr x, DimAttr y) { return x * y; });
  };
  build.max = [](Bounds a, Bounds b) -> Bounds {
    return {DimAttr::max({a.low, b.low}), DimAttr::max({a.high, b.high})};
  };
  build.floorDiv = [&](Bounds a, Bounds b) {
    if (!b.isExact()) {
      b.low = DimAttr::max({b.low, one});
      b.high = DimAttr::max({b.high, one});
    }
    return combine(a, b, [](DimAttr x, DimAttr y) { return x.floorDiv(y); });
  };
  return dim.build(build).high;
}

} // namespace tenon
