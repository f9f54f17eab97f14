//===- DimParseTest.cpp - Sizes as text -----------------------------------===//
//
// What sizes look like, and what is no size.
//
//===----------------------------------------------------------------------===//
#include "DimTestSupport.h"

using namespace tenon;

namespace {
class DimParseTest : public test::DimFixture {
protected:
  DimAttr a = symbol("a"), b = symbol("b"), s = symbol("s");

  /// How `text` is printed; checks that this parses to the same.
  std::string print(llvm::StringRef text) {
    DimAttr parsed = dim(text);
    std::string printed = parsed.str();
    EXPECT_EQ(dim(printed), parsed) << printed;
    return printed;
  }
};

TEST_F(DimParseTest, readsNaturally) {
  EXPECT_EQ(print("0"), "0");
  EXPECT_EQ(print("-3"), "-3");
  EXPECT_EQ(print("?"), "?");
  EXPECT_EQ(print("1 + seq*2"), "2*seq + 1");
  EXPECT_EQ(print("s*s*b"), "b*s*s");
  EXPECT_EQ(print("(seq + 1) floordiv 2"), "(seq + 1) floordiv 2");
  EXPECT_EQ(print("seq ceildiv 2"), "(seq + 1) floordiv 2");
  EXPECT_EQ(print("seq floordiv 2"), "seq floordiv 2");
  EXPECT_EQ(print("(seq - 3) floordiv 2 + 1"), "(seq + 1) floordiv 2 - 1");
  EXPECT_EQ(print("seq - seq floordiv 2"), "seq - (seq floordiv 2)");
  EXPECT_EQ(print("-(seq floordiv 2)"), "-(seq floordiv 2)");
  EXPECT_EQ(print("2*(seq floordiv 4)"), "2*(seq floordiv 4)");
  EXPECT_EQ(print("(12*b*s) floordiv (12*s)"), "(b*s) floordiv s");
  EXPECT_EQ(print("x floordiv y floordiv z"), "(x floordiv y) floordiv z");
  EXPECT_EQ(print("max(b, a)"), "max(a, b)");
  EXPECT_EQ(print("min(b, a)"), "min(a, b)");
  EXPECT_EQ(print("2*min(a, 3) + 1"), "2*min(a, 3) + 1");
  EXPECT_EQ(print("min(a, 0)"), "min(a, 0)");
  EXPECT_EQ(print("max(a - 1, 0)"), "max(a, 1) - 1");
  EXPECT_EQ(print("c*min(a, b)"), "c*min(a, b)");
  EXPECT_EQ(print("-min(a, b)"), "-min(a, b)");
  EXPECT_EQ(print("a - b"), "a - b");
  EXPECT_EQ(print("b - a"), "b - a");
  EXPECT_EQ(print("10 - a"), "-a + 10");
  EXPECT_EQ(print("a - 2*b*s"), "a - 2*b*s");
  EXPECT_EQ(print("seq mod 4"), "seq mod 4");
  EXPECT_EQ(print("(seq + 5) mod 4 + 2"), "(seq + 1) mod 4 + 2");
  EXPECT_EQ(print("3*(seq mod k)"), "3*(seq mod k)");
  EXPECT_EQ(print("seq mod (k + 1)"), "seq mod (k + 1)");
}

TEST_F(DimParseTest, precedence) {
  EXPECT_EQ(dim("a + b * s"), a + b * s);
  EXPECT_EQ(dim("(a + b) * s"), (a + b) * s);
  EXPECT_EQ(dim("a - b - s"), (a - b) - s);
  EXPECT_EQ(dim("a - s floordiv 2"), a - s.floorDiv(2));
  EXPECT_EQ(dim("2 * s floordiv 4"), s.floorDiv(2));
  EXPECT_EQ(dim("s floordiv 2 * 2"), s.floorDiv(2) * 2);
  EXPECT_EQ(dim("-s floordiv 2"), (-s).floorDiv(2));
  EXPECT_EQ(dim("- - -a"), -a);
  EXPECT_EQ(dim("a -3"), a - 3);
  EXPECT_EQ(dim("a - -3"), a + 3);
  EXPECT_EQ(dim("s ceildiv 3"), s.ceilDiv(3));
  EXPECT_EQ(dim("s mod 3"), s.mod(constant(3)));
  EXPECT_EQ(dim("max(a, b, 3)"), DimAttr::max({a, b, constant(3)}));
  EXPECT_EQ(dim("? + a"), unknown());
}

TEST_F(DimParseTest, symbols) {
  const llvm::StringRef quotedNames[] = {"floordiv",
                                         "ceildiv",
                                         "mod",
                                         "min",
                                         "max",
                                         "12",
                                         "",
                                         "a b",
                                         "a-b",
                                         "\"",
                                         "\\",
                                         "\n",
                                         "straße",
                                         "-1",
                                         "?",
                                         "0x10",
                                         llvm::StringRef("a\0b", 3),
                                         "\xff"};
  for (llvm::StringRef text : quotedNames) {
    DimAttr quoted = symbol(text);
    EXPECT_EQ(quoted.str().front(), '"') << text.str();
    EXPECT_EQ(dim(quoted.str()), quoted) << quoted.str();
    EXPECT_EQ(dim((quoted * 2 + 1).floorDiv(quoted).str()),
              (quoted * 2 + 1).floorDiv(quoted));
  }
  for (llvm::StringRef text : {"a", "_", "a.b", "a$1", "i32", "true", "loc",
                               "maxi", "x0", "affine_map"}) {
    EXPECT_EQ(symbol(text).str(), text);
    EXPECT_EQ(dim(text), symbol(text)) << dim(text).str();
  }
  EXPECT_EQ(dim("\"a\""), a);
}

TEST_F(DimParseTest, extremes) {
  EXPECT_EQ(print("9223372036854775807"), "9223372036854775807");
  EXPECT_EQ(print("-9223372036854775808"), "-9223372036854775808");
  EXPECT_EQ(print("000000000000000000000000012"), "12");
  EXPECT_EQ(print("-9223372036854775808*a"), "-9223372036854775808*a");
  EXPECT_EQ(print("b*b + -9223372036854775808*a"),
            "b*b + -9223372036854775808*a");
  EXPECT_EQ(print("min(9223372036854775807*a, b)"),
            "min(9223372036854775807*a, b)");
}

TEST_F(DimParseTest, errors) {
  EXPECT_EQ(error(""), "1: expected a size");
  EXPECT_EQ(error("a +"), "4: expected a size");
  EXPECT_EQ(error("a * * b"), "5: expected a size");
  EXPECT_EQ(error("(a b)"), "3: expected ')'");
  EXPECT_EQ(error("max(a b)"), "6: expected ')'");
  EXPECT_EQ(error("max"), "4: expected '('");
  EXPECT_EQ(error("max()"), "5: expected a size");
  EXPECT_EQ(error("floordiv 2"), "1: expected a size before 'floordiv'");
  EXPECT_EQ(error("a floordiv 0"), "3: the right side of 'floordiv' is zero");
  EXPECT_EQ(error("a mod (b - b)"), "3: the right side of 'mod' is zero");
  EXPECT_EQ(error("2.5"), "1: expected a size");
  EXPECT_EQ(error("a + 9223372036854775808"),
            "5: the integer does not fit in 64 bits");
  EXPECT_EQ(error("-9223372036854775809"),
            "2: the integer does not fit in 64 bits");
  EXPECT_EQ(error("a - 18446744073709551615"),
            "5: the integer does not fit in 64 bits");
  EXPECT_EQ(error(std::string(1000000, '9')),
            "1: the integer does not fit in 64 bits");
  EXPECT_EQ(error("9223372036854775807 + 1"),
            "1: the size is too large: a number in it does not fit in 64 "
            "bits, or it has too many parts");
}

TEST_F(DimParseTest, hostileNesting) {
  std::string open(10000, '('), close(10000, ')');
  EXPECT_EQ(error(open + "a" + close),
            "257: sizes cannot be nested more than 256 deep");
  std::string calls;
  for (int i = 0; i < 10000; ++i)
    calls += "max(";
  EXPECT_EQ(error(calls + "a" + close),
            "1025: sizes cannot be nested more than 256 deep");
  EXPECT_EQ(dim(std::string(10000, '-') + "a"), a);
  EXPECT_EQ(dim(std::string(200, '(') + "a" + std::string(200, ')')), a);
  std::string sum = "a";
  for (int i = 0; i < 10000; ++i)
    sum += " + a";
  EXPECT_EQ(dim(sum), a * 10001);

  std::string names = "x";
  for (int i = 0; i < 600; ++i)
    names += ", x" + std::to_string(i);
  EXPECT_EQ(error("max(" + names + ")"),
            "1: the size is too large: a number in it does not fit in 64 "
            "bits, or it has too many parts");
}
} // namespace
