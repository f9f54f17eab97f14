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

bool isNotNegative(DimAttr dim) { return dim.getConstant().value_or(-1) >= 0; }

/// Without the corners that cannot be the largest or smallest, where signs are
/// known: what is left reads better and is closer.
Bounds multiply(Bounds a, Bounds b) {
  if (a.isExact() && a.low.getConstant())
    std::swap(a, b);
  if (b.isExact() && b.low.getConstant())
    return isNotNegative(b.low) ? Bounds{a.low * b.low, a.high * b.low}
                                : Bounds{a.high * b.low, a.low * b.low};
  if (isNotNegative(a.low) && isNotNegative(b.low))
    return {a.low * b.low, a.high * b.high};
  return combine(a, b, [](DimAttr x, DimAttr y) { return x * y; });
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
  build.mul = multiply;
  build.max = [](Bounds a, Bounds b) -> Bounds {
    return {DimAttr::max({a.low, b.low}), DimAttr::max({a.high, b.high})};
  };
  build.floorDiv = [&](Bounds a, Bounds b) -> Bounds {
    auto divide = [](DimAttr x, DimAttr y) { return x.floorDiv(y); };
    if (b.isExact() && b.low.getConstant().value_or(0) > 0)
      return {a.low.floorDiv(b.low), a.high.floorDiv(b.low)};
    if (b.isExact())
      return combine(a, b, divide);
    // The normal form may have turned the signs of both operands.
    std::optional<Bounds> result;
    for (DimAttr least : {one, -one}) {
      bool isPositive = least == one;
      if (isNotNegative(isPositive ? -b.high : b.low))
        continue;
      auto limit = [&](DimAttr end) {
        return isPositive ? DimAttr::max({end, least})
                          : DimAttr::min({end, least});
      };
      Bounds part = combine(a, {limit(b.low), limit(b.high)}, divide);
      result = result ? Bounds{DimAttr::min({result->low, part.low}),
                               DimAttr::max({result->high, part.high})}
                      : part;
    }
    return result ? *result : Bounds{zero, zero};
  };
  return dim.build(build).high;
}

} // namespace tenon
