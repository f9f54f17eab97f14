//===- DimLimitTest.cpp - Limits of sizes against brute force -------------===//
//
// Random expressions over symbols of which some are only known to be at most a
// limit, compared with their values for all that these can be.
//
//===----------------------------------------------------------------------===//
#include "tenon/Dialect/IR/DimLimit.h"
#include "DimTestSupport.h"
#include <random>

using namespace tenon;

namespace {

class DimLimitTest : public test::DimFixture {
protected:
  /// n and m are decided by data: n is at most a + 2, m at most 3.
  DimAttr getLimit(DimAttr size) {
    return getDimLimit(size, [&](mlir::StringAttr symbol) -> DimAttr {
      if (symbol.getValue() == "n")
        return dim("a + 2");
      if (symbol.getValue() == "m")
        return constant(3);
      return {};
    });
  }
  DimAttr getLimit(llvm::StringRef text) { return getLimit(dim(text)); }

  int pick(int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(random);
  }

  /// Divisors are at least 1, as those of sizes are.
  DimAttr makeDim(int depth) {
    constexpr const char *names[] = {"n", "m", "a", "b"};
    if (depth == 0 || pick(0, 5) == 0)
      return pick(0, 2) ? symbol(names[pick(0, 3)]) : constant(pick(-3, 4));
    DimAttr lhs = makeDim(depth - 1), rhs = makeDim(depth - 1);
    switch (pick(0, 6)) {
    case 0:
    case 1:
      return lhs + rhs;
    case 2:
      return lhs - rhs;
    case 3:
      return lhs * rhs;
    case 4:
      return DimAttr::max({lhs, rhs});
    case 5:
      return DimAttr::min({lhs, rhs});
    default:
      return lhs.floorDiv(pick(0, 1) ? constant(pick(1, 4))
                                     : DimAttr::max({rhs, constant(1)}));
    }
  }

  std::mt19937 random{7};
};

TEST_F(DimLimitTest, whatIsKnownStays) {
  EXPECT_EQ(getLimit("5").str(), "5");
  EXPECT_EQ(getLimit("2*a + b").str(), dim("2*a + b").str());
  EXPECT_EQ(getLimit("a - b").str(), dim("a - b").str());
  EXPECT_EQ(getLimit("a floordiv b").str(), dim("a floordiv b").str());
  EXPECT_EQ(getLimit("max(a, 4) * b").str(), dim("max(a, 4) * b").str());
  EXPECT_TRUE(getLimit(unknown()).isUnknown());
}

TEST_F(DimLimitTest, growsWithWhatIsLimited) {
  EXPECT_EQ(getLimit("n").str(), dim("a + 2").str());
  EXPECT_EQ(getLimit("n + m").str(), dim("a + 5").str());
  EXPECT_EQ(getLimit("4*m + 1").str(), "13");
  EXPECT_EQ(getLimit("max(m, 2)").str(), "3");
  EXPECT_EQ(getLimit("(m + 1) floordiv 2").str(), "2");
}

TEST_F(DimLimitTest, fallsWithWhatIsTakenAway) {
  EXPECT_EQ(getLimit("10 - m").str(), "10");
  EXPECT_EQ(getLimit("b - n").str(), dim("b").str());
  EXPECT_EQ(getLimit("max(4 - m, 0)").str(), "4");
}

TEST_F(DimLimitTest, smallDivisorsCountMost) {
  EXPECT_EQ(getLimit("12 floordiv m").str(), "12");
  EXPECT_EQ(getLimit("12 floordiv (m + 2)").str(), "6");
  EXPECT_EQ(getLimit("12 floordiv (5 - m)").str(), "6");
}

TEST_F(DimLimitTest, againstBruteForce) {
  constexpr int rounds = 2000;
  int exact = 0, checked = 0, tooLarge = 0;
  for (int round = 0; round < rounds && !HasFailure(); ++round) {
    DimAttr size = makeDim(pick(1, 4));
    if (size.isUnknown())
      continue;
    DimAttr limit = getLimit(size);
    // Grown beyond all use.
    if (limit.isUnknown()) {
      ++tooLarge;
      continue;
    }
    for (int a = 0; a < 4; ++a)
      for (int b = 0; b < 3; ++b) {
        std::optional<int64_t> most;
        auto evaluate = [&](DimAttr of, int n, int m) {
          return of.evaluate([&](mlir::StringAttr name) {
            char c = name.getValue()[0];
            return std::optional<int64_t>(c == 'a' ? a : c == 'b' ? b
                                                   : c == 'n'    ? n
                                                                 : m);
          });
        };
        for (int n = 0; n <= a + 2; ++n)
          for (int m = 0; m <= 3; ++m)
            if (auto value = evaluate(size, n, m))
              most = std::max(most.value_or(INT64_MIN), *value);
        auto bound = evaluate(limit, /*n=*/1000, /*m=*/1000);
        if (!most)
          continue;
        ASSERT_TRUE(bound && *bound >= *most)
            << size.str() << " is at most " << limit.str() << ", but " << *most
            << " for a = " << a << ", b = " << b;
        exact += *bound == *most;
        ++checked;
      }
  }
  EXPECT_LT(tooLarge, rounds / 20);
  // Bounds are of use only where they are close.
  EXPECT_GT(exact, checked / 2);
}

} // namespace
