//===- ShapeEnvTest.cpp - Sizes under bounds and equalities ---------------===//
//
// What can be said of sizes when the bounds of their symbols are known.
//
//===----------------------------------------------------------------------===//
#include "DimTestSupport.h"

using namespace tenon;

namespace {
class ShapeEnvTest : public test::DimFixture {
protected:
  void atLeast(llvm::StringRef symbol, int64_t lower) {
    env.setBounds(name(symbol), {lower, std::nullopt});
  }
  void between(llvm::StringRef symbol, int64_t lower, int64_t upper) {
    env.setBounds(name(symbol), {lower, upper});
  }
  std::string simplify(llvm::StringRef text) {
    return env.simplify(dim(text)).str();
  }
  std::string range(llvm::StringRef text) {
    DimRange range = env.getRange(dim(text));
    return (range.lower ? std::to_string(*range.lower) : "") + ".." +
           (range.upper ? std::to_string(*range.upper) : "");
  }
  DimComparison compare(llvm::StringRef lhs, llvm::StringRef rhs) {
    DimComparison result = env.compare(dim(lhs), dim(rhs));
    EXPECT_EQ(env.compare(dim(rhs), dim(lhs)), result);
    return result;
  }
  bool isAtLeast(llvm::StringRef lhs, llvm::StringRef rhs) {
    return env.isAtLeast(dim(lhs), dim(rhs));
  }
  bool isLess(llvm::StringRef lhs, llvm::StringRef rhs) {
    return env.isLess(dim(lhs), dim(rhs));
  }

  ShapeEnv env;
};

constexpr DimComparison Equal = DimComparison::Equal;
constexpr DimComparison NeverEqual = DimComparison::NeverEqual;
constexpr DimComparison Depends = DimComparison::Depends;

TEST_F(ShapeEnvTest, comparisons) {
  EXPECT_EQ(compare("seq", "seq + 1"), NeverEqual);
  EXPECT_EQ(compare("a", "b"), Depends);
  EXPECT_EQ(compare("2*a", "2*b + 1"), NeverEqual);
  EXPECT_EQ(compare("2*a*b", "4*c + 3"), NeverEqual);
  EXPECT_EQ(compare("2*a", "2*b + 4"), Depends);
  EXPECT_EQ(compare("b*(s + 1)", "b*s + b"), Equal);
  EXPECT_EQ(compare("a", "-1"), NeverEqual);
  EXPECT_EQ(compare("a + b + 1", "0"), NeverEqual);
  EXPECT_EQ(compare("28", "28"), Equal);
  EXPECT_EQ(compare("28", "27"), NeverEqual);
  EXPECT_EQ(compare("?", "27"), Depends);
  EXPECT_EQ(compare("?", "?"), Depends);
  EXPECT_EQ(compare("9223372036854775807*a", "-9223372036854775807*a"),
            Depends);
  between("a", 1, 3);
  EXPECT_EQ(compare("a", "4"), NeverEqual);
  EXPECT_EQ(compare("a", "3"), Depends);
}

TEST_F(ShapeEnvTest, roundings) {
  EXPECT_EQ(compare("-(-s floordiv 2)", "s ceildiv 2"), Equal);
  EXPECT_EQ(compare("-(-s floordiv 3)", "s ceildiv 3"), Equal);
  EXPECT_EQ(compare("s floordiv 2 + s ceildiv 2", "s"), Equal);
  EXPECT_EQ(
      compare("s floordiv 3 + (s + 1) floordiv 3 + (s + 2) floordiv 3", "s"),
      Equal);
  EXPECT_EQ(compare("(s*s + s) floordiv 2 * 2", "s*s + s"), Equal);
  EXPECT_EQ(compare("s*s mod 4", "2"), NeverEqual);
  EXPECT_EQ(compare("s mod 2", "2"), NeverEqual);
  EXPECT_EQ(compare("s mod 4", "(s mod 8) mod 4"), Equal);
  EXPECT_EQ(compare("(s mod 2)*(s mod 2)", "s mod 2"), Equal);
  EXPECT_EQ(compare("s floordiv 2", "s ceildiv 2"), Depends);
}

TEST_F(ShapeEnvTest, exactDivision) {
  // Nothing is claimed for s = 0.
  EXPECT_EQ(compare("(12*b*s) floordiv (12*s)", "b"), Depends);
  EXPECT_EQ(simplify("(b*s + b) floordiv (s + 1)"), "b");
  EXPECT_EQ(simplify("(b*s + b + s) floordiv (s + 1)"), "b");
  EXPECT_EQ(simplify("(b*s + b + c) floordiv (s + 1)"),
            "b + (c floordiv (s + 1))");
  atLeast("s", 1);
  atLeast("h", 1);
  EXPECT_EQ(simplify("(12*b*s) floordiv (12*s)"), "b");
  EXPECT_EQ(compare("(12*b*s) floordiv (12*s)", "b"), Equal);
  EXPECT_EQ(simplify("(b*s*h) floordiv (s*h)"), "b");
  EXPECT_EQ(simplify("(s*s - 1) floordiv (s + 1)"), "s - 1");
  EXPECT_EQ(simplify("(b*s) floordiv (s*h)"), "b floordiv h");
  EXPECT_EQ(simplify("(b*s + s - 1) floordiv s"), "b");
  EXPECT_EQ(simplify("(b*s - 1) floordiv s"), "b - 1");
  EXPECT_EQ(simplify("(b*s + s) ceildiv s"), "b + 1");
  EXPECT_EQ(simplify("(b*s + 1) ceildiv s"), "b + 1");
  EXPECT_EQ(simplify("(b floordiv s) floordiv h"), "b floordiv (h*s)");
  EXPECT_EQ(simplify("(b*s) mod s"), "0");
  EXPECT_EQ(simplify("s floordiv (s + b)"), "s floordiv (b + s)");
  EXPECT_EQ(simplify("s floordiv (s + b + 1)"), "0");
  EXPECT_EQ(simplify("(b*s) floordiv (-s)"), "-b");
}

TEST_F(ShapeEnvTest, maxByDomination) {
  EXPECT_EQ(simplify("max(a, 0)"), "a");
  EXPECT_EQ(simplify("max(a, b, a + b)"), "a + b");
  EXPECT_EQ(simplify("min(a, 0)"), "0");
  EXPECT_EQ(simplify("max(a, 1)"), "max(a, 1)");
  atLeast("a", 2);
  EXPECT_EQ(simplify("max(a, 1)"), "a");
  EXPECT_EQ(simplify("max(a*b, b)"), "a*b");
  EXPECT_EQ(simplify("min(a*b, 2*b)"), "2*b");
  EXPECT_EQ(compare("max(a, 1)", "a"), Equal);
}

TEST_F(ShapeEnvTest, fixedSymbols) {
  between("a", 3, 3);
  EXPECT_EQ(simplify("a*b + a"), "3*b + 3");
  EXPECT_EQ(simplify("b floordiv a"), "b floordiv 3");
  between("b", 4, 5);
  EXPECT_EQ(simplify("b floordiv a"), "1");
}

TEST_F(ShapeEnvTest, ranges) {
  EXPECT_EQ(range("a"), "0..");
  EXPECT_EQ(range("-a"), "..0");
  EXPECT_EQ(range("a - b"), "..");
  EXPECT_EQ(range("?"), "..");
  between("a", -2, 3);
  between("b", 1, 4);
  EXPECT_EQ(range("a*b"), "-8..12");
  EXPECT_EQ(range("a*a"), "0..9");
  EXPECT_EQ(range("a*a*a"), "-8..27");
  EXPECT_EQ(range("a floordiv 2"), "-1..1");
  EXPECT_EQ(range("a floordiv b"), "-2..3");
  EXPECT_EQ(range("max(a, b)"), "1..4");
  EXPECT_EQ(range("min(a, b)"), "-2..3");
  EXPECT_EQ(range("x mod 4"), "0..3");
  EXPECT_EQ(range("x mod b"), "0..3");
  EXPECT_EQ(range("b*b - b"), "0..12");
  EXPECT_EQ(range("x floordiv y"), "..");
  EXPECT_EQ(range("x*y + 1"), "1..");
  EXPECT_EQ(range("9223372036854775807*b"), "9223372036854775807..");
  EXPECT_EQ(range("9223372036854775807*b*b*b*b"), "9223372036854775807..");
}

TEST_F(ShapeEnvTest, order) {
  EXPECT_TRUE(isAtLeast("a + b", "a"));
  EXPECT_FALSE(isAtLeast("a", "a + b"));
  EXPECT_FALSE(isLess("a", "a + b"));
  EXPECT_TRUE(isLess("a", "a + b + 1"));
  EXPECT_TRUE(isAtLeast("a", "a floordiv 2"));
  EXPECT_TRUE(isAtLeast("a ceildiv 2", "a floordiv 2"));
  EXPECT_TRUE(isAtLeast("max(a, b)", "a"));
  EXPECT_TRUE(isAtLeast("b", "min(a, b)"));
  EXPECT_TRUE(isAtLeast("a + b", "max(a, b)"));
  EXPECT_TRUE(isLess("a - a floordiv 4 * 4", "4"));
  EXPECT_FALSE(isAtLeast("a*b", "a"));
  EXPECT_FALSE(isLess("x mod s", "s"));
  atLeast("b", 1);
  atLeast("s", 1);
  EXPECT_TRUE(isAtLeast("a*b", "a"));
  EXPECT_TRUE(isLess("x mod s", "s"));
  EXPECT_TRUE(isAtLeast("x mod s", "0"));
  EXPECT_TRUE(isAtLeast("x", "x floordiv s"));
  EXPECT_TRUE(isAtLeast("x", "x floordiv s * s"));
  EXPECT_FALSE(isAtLeast("?", "0"));
}

TEST_F(ShapeEnvTest, equalities) {
  env.assumeEqual(dim("a"), dim("b"));
  EXPECT_EQ(compare("a", "b"), Equal);
  EXPECT_EQ(compare("2*a + 1", "b + a + 1"), Equal);
  EXPECT_EQ(compare("a", "b + 1"), NeverEqual);
  env.assumeEqual(dim("b"), dim("c"));
  EXPECT_EQ(compare("a", "c"), Equal);
  env.assumeEqual(dim("c"), dim("a"));
  EXPECT_EQ(compare("a", "c"), Equal);
  env.assumeEqual(dim("n"), dim("x*y"));
  EXPECT_EQ(simplify("n + 1"), "x*y + 1");
  env.assumeEqual(dim("4*x"), dim("4*c + 8"));
  EXPECT_EQ(simplify("n"), "a*y + 2*y");
  env.assumeEqual(dim("c"), dim("5"));
  EXPECT_EQ(simplify("n"), "7*y");
  EXPECT_EQ(compare("b", "5"), Equal);
  // Nothing to solve for, or no sense in it: nothing happens.
  env.assumeEqual(dim("y*y"), dim("z*z"));
  env.assumeEqual(dim("p"), dim("p floordiv 2"));
  env.assumeEqual(dim("b"), dim("6"));
  env.assumeEqual(dim("?"), dim("q"));
  EXPECT_EQ(compare("y", "z"), Depends);
  EXPECT_EQ(compare("b", "5"), Equal);
  EXPECT_EQ(simplify("p"), "p");
}

TEST_F(ShapeEnvTest, cyclesOfEqualities) {
  env.assumeEqual(dim("a"), dim("b + 1"));
  env.assumeEqual(dim("b"), dim("c + 1"));
  env.assumeEqual(dim("c"), dim("a + d"));
  EXPECT_EQ(compare("a", "c + 2"), Equal);
  EXPECT_EQ(compare("d", "-2"), Equal);
  env.assumeEqual(dim("e"), dim("max(f, 3)"));
  env.assumeEqual(dim("f"), dim("e floordiv 2"));
  EXPECT_EQ(env.simplify(dim("e + f")).isUnknown(), false);
  // Where its replacement cannot be put in, a symbol is still there.
  env.assumeEqual(dim("p"), dim("q - q floordiv 2 * 2"));
  env.assumeEqual(dim("r"), dim("q - q floordiv 2 * 2"));
  env.assumeEqual(dim("q"), dim("x floordiv (p - r)"));
  EXPECT_EQ(env.simplify(dim("p + q + r")).isUnknown(), false);
  EXPECT_EQ(env.simplify(dim("x floordiv (p - r)")).isUnknown(), false);
}

TEST_F(ShapeEnvTest, contradictions) {
  // Whatever is said of no value at all is true; only it must not trap.
  between("a", 3, 1);
  atLeast("b", 1);
  env.assumeEqual(dim("b"), dim("-c"));
  for (llvm::StringRef text : {"x floordiv a", "x floordiv b", "x floordiv c",
                               "a*a - b", "x mod a", "max(a, c)"}) {
    env.getRange(dim(text));
    env.compare(dim(text), dim("x"));
  }
  EXPECT_EQ(compare("x", "y"), Depends);
}

TEST_F(ShapeEnvTest, equalitiesCarryBounds) {
  atLeast("a", 1);
  between("b", 0, 10);
  env.assumeEqual(dim("a"), dim("b"));
  EXPECT_EQ(range("a"), "1..10");
  EXPECT_EQ(range("b"), "1..10");
  atLeast("n", 7);
  env.assumeEqual(dim("n"), dim("2*m + 1"));
  EXPECT_EQ(range("m"), "3..");
  atLeast("t", 1);
  env.assumeEqual(dim("t"), dim("x*y"));
  EXPECT_EQ(range("x"), "1..");
  env.setBounds(name("n"), {11, 15});
  EXPECT_EQ(range("m"), "5..7");
}
} // namespace
