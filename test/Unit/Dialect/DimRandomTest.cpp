//===- DimRandomTest.cpp - Sizes against brute force ----------------------===//
//
// Random expressions over three symbols, compared with the values of what was
// written for every assignment of small integers. Set TENON_DIM_TEST_ROUNDS
// and TENON_DIM_TEST_SEED to search longer.
//
//===----------------------------------------------------------------------===//
#include "DimTestSupport.h"
#include <array>
#include <cstdlib>
#include <memory>
#include <random>

using namespace tenon;

namespace {
using Value = std::optional<int64_t>;
using Assignment = std::array<int64_t, 3>;

/// An expression as written, which evaluates itself the naive way.
struct Tree {
  enum Kind { Constant, Symbol, Add, Sub, Mul, Floor, Ceil, Mod, Max, Min };

  Kind kind;
  int64_t value = 0;
  std::vector<Tree> operands = {};

  Value evaluate(const Assignment &symbols) const;
  DimAttr getDim(mlir::MLIRContext *context) const;
  std::string str() const;
};

constexpr const char *symbolNames[] = {"a", "b", "c"};

int64_t floorOf(int64_t lhs, int64_t rhs) {
  int64_t quotient = lhs / rhs;
  return quotient * rhs != lhs && (lhs < 0) != (rhs < 0) ? quotient - 1
                                                         : quotient;
}

Value Tree::evaluate(const Assignment &symbols) const {
  if (kind == Constant)
    return value;
  if (kind == Symbol)
    return symbols[value];
  Value lhs = operands[0].evaluate(symbols);
  Value rhs = operands[1].evaluate(symbols);
  if (!lhs || !rhs)
    return std::nullopt;
  switch (kind) {
  case Add:
    return *lhs + *rhs;
  case Sub:
    return *lhs - *rhs;
  case Mul:
    return *lhs * *rhs;
  case Max:
    return std::max(*lhs, *rhs);
  case Min:
    return std::min(*lhs, *rhs);
  case Floor:
    return *rhs ? Value(floorOf(*lhs, *rhs)) : std::nullopt;
  case Mod:
    return *rhs ? Value(*lhs - *rhs * floorOf(*lhs, *rhs)) : std::nullopt;
  case Ceil:
    // Negative divisors are outside of its contract.
    return *rhs > 0 ? Value(-floorOf(-*lhs, *rhs)) : std::nullopt;
  default:
    llvm_unreachable("leaves are handled");
  }
}

DimAttr Tree::getDim(mlir::MLIRContext *context) const {
  if (kind == Constant)
    return DimAttr::get(context, value);
  if (kind == Symbol)
    return DimAttr::getSymbol(context, symbolNames[value]);
  DimAttr lhs = operands[0].getDim(context), rhs = operands[1].getDim(context);
  switch (kind) {
  case Add:
    return lhs + rhs;
  case Sub:
    return lhs - rhs;
  case Mul:
    return lhs * rhs;
  case Max:
    return DimAttr::max({lhs, rhs});
  case Min:
    return DimAttr::min({lhs, rhs});
  case Floor:
    return lhs.floorDiv(rhs);
  case Mod:
    return lhs.mod(rhs);
  case Ceil:
    return lhs.ceilDiv(rhs);
  default:
    llvm_unreachable("leaves are handled");
  }
}

std::string Tree::str() const {
  if (kind == Constant)
    return std::to_string(value);
  if (kind == Symbol)
    return symbolNames[value];
  constexpr const char *words[] = {"",         "",        "+",   "-",   "*",
                                   "floordiv", "ceildiv", "mod", "max", "min"};
  return "(" + operands[0].str() + " " + words[kind] + " " + operands[1].str() +
         ")";
}

class DimRandomTest : public test::DimFixture {
protected:
  void SetUp() override {
    if (const char *text = std::getenv("TENON_DIM_TEST_SEED"))
      random.seed(std::strtoul(text, nullptr, 10));
    if (const char *text = std::getenv("TENON_DIM_TEST_ROUNDS"))
      rounds = std::strtol(text, nullptr, 10);
  }

  int pick(int first, int last) {
    // The library's distributions differ between its implementations.
    return first + int(random() % unsigned(last - first + 1));
  }
  Tree makeTree(int depth, Tree::Kind lastKind = Tree::Min);
  /// An expression that means the same by the laws of arithmetic.
  Tree restate(const Tree &tree);
  ShapeEnv makeEnv();
  Value evaluate(DimAttr dim, const Assignment &symbols);
  void checkTree(const Tree &tree);
  void checkPair(const Tree &lhs, const Tree &rhs);

  std::mt19937 random{20260728};
  int rounds = 1000;
  ShapeEnv env;
  std::string envText;
  std::vector<Assignment> admissible;
  int unstable = 0, tooLarge = 0;
};

Tree DimRandomTest::makeTree(int depth, Tree::Kind lastKind) {
  int leaf = pick(0, 9);
  if (depth == 0 || leaf == 0)
    return pick(0, 2) ? Tree{Tree::Symbol, pick(0, 2)}
                      : Tree{Tree::Constant, pick(-3, 6)};
  auto kind = Tree::Kind(pick(Tree::Add, lastKind));
  Tree lhs = makeTree(depth - 1, lastKind);
  bool isDivision =
      kind == Tree::Floor || kind == Tree::Ceil || kind == Tree::Mod;
  Tree rhs = isDivision && pick(0, 1) ? Tree{Tree::Constant, pick(1, 4)}
                                      : makeTree(depth - 1, lastKind);
  return {kind, 0, {lhs, rhs}};
}

Tree DimRandomTest::restate(const Tree &tree) {
  if (tree.operands.empty())
    return tree;
  Tree lhs = restate(tree.operands[0]), rhs = restate(tree.operands[1]);
  Tree minusOne{Tree::Constant, -1};
  auto make = [](Tree::Kind kind, Tree a, Tree b) {
    return Tree{kind, 0, {std::move(a), std::move(b)}};
  };
  switch (tree.kind) {
  case Tree::Add:
    return make(Tree::Sub, rhs, make(Tree::Mul, minusOne, lhs));
  case Tree::Sub:
    return make(Tree::Add, make(Tree::Mul, rhs, minusOne), lhs);
  case Tree::Mul:
    if (lhs.kind == Tree::Add)
      return make(Tree::Add, make(Tree::Mul, lhs.operands[0], rhs),
                  make(Tree::Mul, rhs, lhs.operands[1]));
    return make(Tree::Mul, rhs, lhs);
  default:
    return make(tree.kind, lhs, rhs);
  }
}

/// Random bounds and equalities, and all assignments in -3..5 that meet them.
ShapeEnv DimRandomTest::makeEnv() {
  ShapeEnv result;
  envText.clear();
  std::array<DimRange, 3> bounds;
  for (int i = 0; i < 3; ++i) {
    int lower = pick(-2, 2);
    bounds[i] = {lower, std::nullopt};
    if (pick(0, 1))
      bounds[i].upper = lower + pick(0, 3);
    if (pick(0, 7) == 0)
      bounds[i].lower.reset();
    result.setBounds(name(symbolNames[i]), bounds[i]);
    envText += std::string(symbolNames[i]) + " in " +
               (bounds[i].lower ? std::to_string(*bounds[i].lower) : "") +
               ".." +
               (bounds[i].upper ? std::to_string(*bounds[i].upper) : "") + "; ";
  }
  std::vector<std::pair<Tree, Tree>> equalities;
  for (int i = pick(0, 3); i > 1; --i) {
    equalities.push_back({makeTree(pick(0, 1)), makeTree(pick(0, 2))});
    auto &[lhs, rhs] = equalities.back();
    result.assumeEqual(lhs.getDim(&context), rhs.getDim(&context));
    envText += lhs.str() + " == " + rhs.str() + "; ";
  }

  admissible.clear();
  constexpr int count = 9;
  for (int i = 0; i < count * count * count; ++i) {
    Assignment symbols{i % count - 3, i / count % count - 3,
                       i / count / count - 3};
    bool isMet = true;
    for (int j = 0; j < 3; ++j)
      isMet &= (!bounds[j].lower || symbols[j] >= *bounds[j].lower) &&
               (!bounds[j].upper || symbols[j] <= *bounds[j].upper);
    for (auto &[lhs, rhs] : equalities) {
      Value left = lhs.evaluate(symbols), right = rhs.evaluate(symbols);
      isMet &= left && right && *left == *right;
    }
    if (isMet)
      admissible.push_back(symbols);
  }
  return result;
}

Value DimRandomTest::evaluate(DimAttr dim, const Assignment &symbols) {
  return dim.evaluate([&](mlir::StringAttr symbol) -> Value {
    return symbols[symbol.getValue()[0] - 'a'];
  });
}

/// Values, simplification, range and text of one expression.
void DimRandomTest::checkTree(const Tree &tree) {
  DimAttr size = tree.getDim(&context);
  if (size.isUnknown()) {
    // Something divides by zero whatever the symbols are, or, rarely, a mod
    // of mods grows too large.
    tooLarge += llvm::any_of(admissible, [&](const Assignment &symbols) {
      return tree.evaluate(symbols).has_value();
    });
    return;
  }
  DimAttr simplified = env.simplify(size);
  DimRange range = env.getRange(size);
  EXPECT_EQ(dim(size.str()), size) << size.str();
  EXPECT_EQ(dim(simplified.str()), simplified) << simplified.str();
  unstable += env.simplify(simplified) != simplified;

  DimAttr::Builder<Value> values;
  Assignment current;
  auto lift = [](auto operation) {
    return [=](Value a, Value b) -> Value {
      return a && b ? operation(*a, *b) : std::nullopt;
    };
  };
  values.constant = [](int64_t value) { return value; };
  values.symbol = [&](mlir::StringAttr symbol) {
    return current[symbol.getValue()[0] - 'a'];
  };
  values.add = lift([](int64_t a, int64_t b) -> Value { return a + b; });
  values.mul = lift([](int64_t a, int64_t b) -> Value { return a * b; });
  values.floorDiv = lift([](int64_t a, int64_t b) {
    return b ? Value(floorOf(a, b)) : std::nullopt;
  });
  values.max =
      lift([](int64_t a, int64_t b) -> Value { return std::max(a, b); });

  for (const Assignment &symbols : admissible) {
    Value expected = tree.evaluate(symbols);
    if (!expected)
      continue;
    auto where = [&] {
      return envText + tree.str() + " = " + size.str() + " -> " +
             simplified.str() + " at " + std::to_string(symbols[0]) + ", " +
             std::to_string(symbols[1]) + ", " + std::to_string(symbols[2]);
    };
    ASSERT_EQ(evaluate(size, symbols), expected) << where();
    ASSERT_EQ(evaluate(simplified, symbols), expected) << where();
    current = symbols;
    ASSERT_EQ(size.build(values), expected) << where();
    ASSERT_TRUE(!range.lower || *range.lower <= *expected) << where();
    ASSERT_TRUE(!range.upper || *range.upper >= *expected) << where();
  }
}

/// Verdicts on two expressions.
void DimRandomTest::checkPair(const Tree &lhs, const Tree &rhs) {
  DimAttr left = lhs.getDim(&context), right = rhs.getDim(&context);
  DimComparison verdict = env.compare(left, right);
  bool isAtLeast = env.isAtLeast(left, right);
  bool isLess = env.isLess(left, right);
  for (const Assignment &symbols : admissible) {
    Value a = lhs.evaluate(symbols), b = rhs.evaluate(symbols);
    if (!a || !b)
      continue;
    auto where = [&] {
      return envText + left.str() + " against " + right.str();
    };
    ASSERT_TRUE(left.isUnknown() || left != right || *a == *b) << where();
    ASSERT_TRUE(verdict != DimComparison::Equal || *a == *b) << where();
    ASSERT_TRUE(verdict != DimComparison::NeverEqual || *a != *b) << where();
    ASSERT_TRUE(!isAtLeast || *a >= *b) << where();
    ASSERT_TRUE(!isLess || *a < *b) << where();
  }
}

TEST_F(DimRandomTest, expressions) {
  for (int i = 0; i < rounds && !HasFatalFailure(); ++i) {
    env = makeEnv();
    Tree lhs = makeTree(pick(1, 4)), rhs = makeTree(pick(1, 3));
    checkTree(lhs);
    checkTree(rhs);
    checkPair(lhs, rhs);
    Tree offset{Tree::Constant, pick(-1, 1)};
    checkPair(lhs, Tree{Tree::Add, 0, {restate(lhs), offset}});
  }
  // Simplifying again changes next to nothing: analysis has its limits.
  EXPECT_LE(unstable, rounds / 100);
  EXPECT_LE(tooLarge, rounds / 1000);
}

TEST_F(DimRandomTest, polynomialsHaveOneForm) {
  for (int i = 0; i < rounds && !HasFatalFailure(); ++i) {
    Tree tree = makeTree(4, Tree::Mul);
    ASSERT_EQ(tree.getDim(&context), restate(tree).getDim(&context))
        << tree.str();
  }
}

TEST_F(DimRandomTest, smallSizesAreDecided) {
  // Linear, one symbol, everything divided by constants: no answer may depend
  // without two assignments that differ in it.
  for (int i = 0; i < rounds && !HasFatalFailure(); ++i) {
    auto make = [&] {
      Tree symbol{Tree::Symbol, 0};
      Tree scaled{Tree::Mul, 0, {symbol, Tree{Tree::Constant, pick(-2, 3)}}};
      Tree moved{Tree::Add, 0, {scaled, Tree{Tree::Constant, pick(-3, 3)}}};
      return Tree{Tree::Kind(pick(Tree::Floor, Tree::Mod)),
                  0,
                  {moved, Tree{Tree::Constant, pick(1, 4)}}};
    };
    Tree lhs = make(), rhs = make();
    DimComparison verdict =
        ShapeEnv().compare(lhs.getDim(&context), rhs.getDim(&context));
    bool isEqual = false, isDifferent = false;
    for (int64_t a = 0; a < 48; ++a)
      (lhs.evaluate({a}) == rhs.evaluate({a}) ? isEqual : isDifferent) = true;
    DimComparison expected = !isDifferent ? DimComparison::Equal
                             : !isEqual   ? DimComparison::NeverEqual
                                          : DimComparison::Depends;
    ASSERT_EQ(verdict, expected) << lhs.str() << " against " << rhs.str();
  }
}
} // namespace
