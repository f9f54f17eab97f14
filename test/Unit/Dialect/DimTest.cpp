//===- DimTest.cpp - The normal form of sizes -----------------------------===//
//
// Laws that the normal form decides by itself, without bounds.
//
//===----------------------------------------------------------------------===//
#include "DimTestSupport.h"
#include <limits>

using namespace tenon;

namespace {
constexpr int64_t greatest = std::numeric_limits<int64_t>::max();
constexpr int64_t least = std::numeric_limits<int64_t>::min();

class DimTest : public test::DimFixture {
protected:
  DimAttr a = symbol("a"), b = symbol("b"), c = symbol("c"), s = symbol("s");
};

TEST_F(DimTest, ringLaws) {
  EXPECT_EQ(b * (s + 1), b * s + b);
  EXPECT_EQ(s * s * b, b * s * s);
  EXPECT_EQ((a + b) * (a - b), a * a - b * b);
  EXPECT_EQ((a + b) * (a + b), a * a + a * b * 2 + b * b);
  EXPECT_TRUE((a - a).isConstant(0));
  EXPECT_TRUE((a * 0).isConstant(0));
  EXPECT_EQ(-(-a), a);
  EXPECT_EQ(a + 0, a);
  EXPECT_EQ(a * 1, a);
  EXPECT_NE(a + 1, a);
  EXPECT_NE(a * b, a * c);
}

TEST_F(DimTest, accessors) {
  EXPECT_EQ(constant(7).getConstant(), 7);
  EXPECT_EQ((s - s).getConstant(), 0);
  EXPECT_EQ(s.getConstant(), std::nullopt);
  EXPECT_EQ(unknown().getConstant(), std::nullopt);
  EXPECT_EQ(s.getSymbol(), name("s"));
  EXPECT_FALSE((s * 2).getSymbol());
  EXPECT_EQ((s + 1 - 1).getSymbol(), name("s"));
  EXPECT_EQ(s.getAtomKind(), DimAtomKind::Symbol);
  EXPECT_EQ(s.floorDiv(2).getAtomKind(), DimAtomKind::FloorDiv);
  EXPECT_EQ(DimAttr::max({a, b}).getAtomKind(), DimAtomKind::Max);
  EXPECT_EQ((s + 1).getAtomKind(), std::nullopt);

  llvm::SetVector<mlir::StringAttr> symbols;
  (c * a + DimAttr::max({b, a}).floorDiv(s)).collectSymbols(symbols);
  EXPECT_EQ(llvm::ArrayRef(symbols.getArrayRef()),
            llvm::ArrayRef({name("a"), name("c"), name("b"), name("s")}));
}

TEST_F(DimTest, divisionByConstants) {
  EXPECT_EQ(s.ceilDiv(2), (s + 1).floorDiv(2));
  EXPECT_EQ((s * 2).ceilDiv(4), (s + 1).floorDiv(2));
  EXPECT_EQ((s * 4 + 6).floorDiv(4), s + 1);
  EXPECT_EQ((s * 6 + 3).floorDiv(4), s + (s * 2 + 3).floorDiv(4));
  EXPECT_EQ((s * 2 + 1).floorDiv(4), s.floorDiv(2));
  EXPECT_EQ((s + 5).floorDiv(4), (s + 1).floorDiv(4) + 1);
  EXPECT_EQ((s - 3).floorDiv(2) + 1, (s + 1).floorDiv(2) - 1 + 0);
  EXPECT_EQ(s.floorDiv(2).floorDiv(3), s.floorDiv(6));
  EXPECT_EQ((s.floorDiv(2) + a + 1).floorDiv(3), (s + a * 2 + 2).floorDiv(6));
  EXPECT_EQ(s.floorDiv(1), s);
  EXPECT_EQ(s.floorDiv(-1), -s);
  EXPECT_EQ(s.floorDiv(-3), (-s).floorDiv(3));
  EXPECT_TRUE(constant(-7).floorDiv(2).isConstant(-4));
  EXPECT_TRUE(constant(7).floorDiv(-2).isConstant(-4));
  EXPECT_TRUE(constant(7).ceilDiv(-2).isConstant(-3));
  EXPECT_TRUE(constant(-7).ceilDiv(2).isConstant(-3));
}

TEST_F(DimTest, divisionBySymbols) {
  // At s = 0 these have no value, so they are not what they would be for all
  // other s.
  EXPECT_NE((b * s * 12).floorDiv(s * 12), b);
  EXPECT_NE(s.floorDiv(s), constant(1));
  EXPECT_NE(constant(0).floorDiv(s), constant(0));
  EXPECT_EQ((b * s * 12).floorDiv(s * 12), (b * s).floorDiv(s));
  EXPECT_EQ((b * s + a).floorDiv(s), b + a.floorDiv(s));
  EXPECT_EQ((b * s + b + a).floorDiv(s + 1), b + a.floorDiv(s + 1));
  EXPECT_EQ(a.floorDiv(-s), (-a).floorDiv(s));
  EXPECT_EQ(a.floorDiv(a + b).getAtomKind(), DimAtomKind::FloorDiv);
}

TEST_F(DimTest, modLaws) {
  EXPECT_TRUE((s * 4).mod(constant(4)).isConstant(0));
  EXPECT_TRUE((s * 4 + 7).mod(constant(4)).isConstant(3));
  EXPECT_EQ((s + 8).mod(constant(4)), s.mod(constant(4)));
  EXPECT_EQ(s.mod(constant(4)) + s.floorDiv(4) * 4, s);
  EXPECT_EQ(s.mod(a) + s.floorDiv(a) * a, s);
  EXPECT_EQ((s + a * b).mod(a), s.mod(a));
  EXPECT_EQ((s * 2).mod(constant(4)), s.mod(constant(2)) * 2);
  EXPECT_TRUE(constant(-7).mod(constant(4)).isConstant(1));
  EXPECT_TRUE(s.mod(constant(1)).isConstant(0));
}

TEST_F(DimTest, maxLaws) {
  EXPECT_EQ(DimAttr::max({a}), a);
  EXPECT_EQ(DimAttr::max({a, a}), a);
  EXPECT_EQ(DimAttr::max({a, b}), DimAttr::max({b, a}));
  EXPECT_EQ(DimAttr::max({a, DimAttr::max({b, c})}),
            DimAttr::max({DimAttr::max({a, b}), c}));
  EXPECT_EQ(DimAttr::max({a + c, b + c}), DimAttr::max({a, b}) + c);
  EXPECT_EQ(DimAttr::max({a - c, b - c}), DimAttr::max({a, b}) - c);
  EXPECT_EQ(DimAttr::max({a * 2, b * 2 + 4}), DimAttr::max({a, b + 2}) * 2);
  EXPECT_EQ(DimAttr::max({a, a + 1}), a + 1);
  EXPECT_EQ(DimAttr::max({a, b, a - 3}), DimAttr::max({a, b}));
  EXPECT_TRUE(DimAttr::max({constant(3), constant(5)}).isConstant(5));
  EXPECT_EQ(DimAttr::max({a - b, constant(0)}) + b, DimAttr::max({a, b}));
}

TEST_F(DimTest, minLaws) {
  EXPECT_EQ(DimAttr::min({a, b}) + DimAttr::max({a, b}), a + b);
  EXPECT_EQ(DimAttr::min({a, b}), DimAttr::min({b, a, a + 2}));
  EXPECT_EQ(DimAttr::min({a + c, b + c}), DimAttr::min({a, b}) + c);
  EXPECT_EQ(DimAttr::min({-a, -b}), -DimAttr::max({a, b}));
  EXPECT_TRUE(DimAttr::min({constant(3), constant(5)}).isConstant(3));
}

TEST_F(DimTest, unknown) {
  EXPECT_TRUE((unknown() + 1).isUnknown());
  EXPECT_TRUE((a * unknown()).isUnknown());
  EXPECT_TRUE((unknown() * 0).isUnknown());
  EXPECT_TRUE(unknown().floorDiv(a).isUnknown());
  EXPECT_TRUE(a.floorDiv(unknown()).isUnknown());
  EXPECT_TRUE(DimAttr::max({a, unknown()}).isUnknown());
  EXPECT_TRUE(a.floorDiv(0).isUnknown());
  EXPECT_TRUE(a.ceilDiv(0).isUnknown());
  EXPECT_TRUE(a.mod(b - b).isUnknown());
  EXPECT_EQ(unknown(), a * unknown());
}

TEST_F(DimTest, overflow) {
  EXPECT_TRUE((constant(greatest) + 1).isUnknown());
  EXPECT_TRUE((constant(least) - 1).isUnknown());
  EXPECT_TRUE((-constant(least)).isUnknown());
  EXPECT_TRUE((a * greatest * 2).isUnknown());
  EXPECT_TRUE(constant(least).floorDiv(-1).isUnknown());
  EXPECT_TRUE((a * least).floorDiv(-2).isUnknown());
  EXPECT_TRUE(a.floorDiv(least).isUnknown());
  EXPECT_EQ((a * least).floorDiv(least + 1).isUnknown(), true);
  EXPECT_EQ((a * least).floorDiv(2), a * (least / 2));
  // Nesting that does not fit in one divisor is kept as it is.
  EXPECT_FALSE(a.floorDiv(greatest).floorDiv(greatest).isUnknown());
  // Only what is left in the end has to fit.
  EXPECT_EQ((a + greatest) * (b + 1) - b * greatest, a * b + a + greatest);
}

TEST_F(DimTest, growthIsBounded) {
  DimAttr sum = constant(0);
  for (int i = 0; i < 40; ++i)
    sum = sum + symbol("x" + std::to_string(i));
  EXPECT_FALSE(sum.isUnknown());
  EXPECT_TRUE((sum * sum).isUnknown());
  EXPECT_TRUE((sum * sum * sum * sum).isUnknown());

  DimAttr power = a;
  for (int i = 0; i < 10; ++i)
    power = power * power;
  EXPECT_TRUE(power.isUnknown());

  DimAttr nested = a;
  for (int i = 0; i < 100; ++i)
    nested = (nested * 2 + 1).floorDiv(b);
  EXPECT_TRUE(nested.isUnknown());

  // A tree of shared parts doubles with each step.
  DimAttr shared = a;
  for (int i = 0; i < 30; ++i)
    shared = DimAttr::max({shared * shared, shared * 3 + b});
  EXPECT_TRUE(shared.isUnknown());
}

TEST_F(DimTest, substitute) {
  auto aIsTwo = [&](mlir::StringAttr symbol) {
    return symbol == name("a") ? constant(2) : DimAttr();
  };
  EXPECT_EQ((a * b + b.floorDiv(a)).substitute(aIsTwo), b * 2 + b.floorDiv(2));
  EXPECT_EQ((b + c).substitute(aIsTwo), b + c);
  EXPECT_TRUE(b.floorDiv(a - 2).substitute(aIsTwo).isUnknown());
  auto swap = [&](mlir::StringAttr symbol) {
    return symbol == name("a") ? b : a;
  };
  EXPECT_EQ((a * a - b).substitute(swap), b * b - a);
}

TEST_F(DimTest, evaluate) {
  auto values = [&](mlir::StringAttr symbol) -> std::optional<int64_t> {
    if (symbol == name("a"))
      return 3;
    if (symbol == name("b"))
      return -2;
    return std::nullopt;
  };
  EXPECT_EQ((a * a * b + 1).evaluate(values), -17);
  EXPECT_EQ(a.floorDiv(b).evaluate(values), -2);
  EXPECT_EQ(DimAttr::max({a, b}).evaluate(values), 3);
  EXPECT_EQ(c.evaluate(values), std::nullopt);
  EXPECT_EQ(c.floorDiv(a - 3).evaluate(values), std::nullopt);
  EXPECT_EQ(a.floorDiv(b + 2).evaluate(values), std::nullopt);
  EXPECT_EQ((a * greatest).evaluate(values), std::nullopt);
  EXPECT_EQ((a * greatest + b * greatest).evaluate(values), greatest);
  EXPECT_EQ(unknown().evaluate(values), std::nullopt);
}

TEST_F(DimTest, build) {
  DimAttr::Builder<std::string> text{
      .constant = [](int64_t value) { return std::to_string(value); },
      .symbol = [](mlir::StringAttr symbol) { return symbol.str(); },
      .add = [](auto a, auto b) { return "(" + a + "+" + b + ")"; },
      .mul = [](auto a, auto b) { return a + "*" + b; },
      .floorDiv = [](auto a, auto b) { return "(" + a + "/" + b + ")"; },
      .max = [](auto a, auto b) { return "max(" + a + "," + b + ")"; }};
  EXPECT_EQ((a * a * 3 - b + 1).build(text), "((3*a*a+-1*b)+1)");
  EXPECT_EQ((a + 1).floorDiv(2).build(text), "((a+1)/2)");
  EXPECT_EQ(DimAttr::max({c, a, b}).build(text), "max(max(a,b),c)");
  EXPECT_EQ(constant(0).build(text), "0");
  EXPECT_EQ(unknown().build(text), "");
}
} // namespace
