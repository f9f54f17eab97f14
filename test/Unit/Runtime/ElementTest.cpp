//===- ElementTest.cpp - values of the element types ----------------------===//
//
// Conversions of the short floating-point types, comparison and printing.
//
//===----------------------------------------------------------------------===//
#include "RuntimeHeaders.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

uint16_t stored(uint32_t dtype, double value) {
  uint16_t bits = 0;
  tenon_element_store(dtype, &bits, value);
  return bits;
}

TEST(Element, everyFiniteHalfSurvives) {
  for (uint32_t bits = 0; bits < 0x10000; ++bits) {
    uint16_t half = static_cast<uint16_t>(bits);
    double value = tenon_element_load(TENON_F16, &half);
    if (!std::isnan(value)) {
      EXPECT_EQ(stored(TENON_F16, value), half);
    }
  }
}

TEST(Element, everyFiniteBrainFloatSurvives) {
  for (uint32_t bits = 0; bits < 0x10000; ++bits) {
    uint16_t brain = static_cast<uint16_t>(bits);
    double value = tenon_element_load(TENON_BF16, &brain);
    if (!std::isnan(value)) {
      EXPECT_EQ(stored(TENON_BF16, value), brain);
    }
  }
}

TEST(Element, halvesRoundToEven) {
  EXPECT_EQ(stored(TENON_F16, 1 + 1.0 / 2048), 0x3c00);
  EXPECT_EQ(stored(TENON_F16, 1 + 3.0 / 2048), 0x3c02);
  EXPECT_EQ(stored(TENON_F16, 65519), 0x7bff);
  EXPECT_EQ(stored(TENON_F16, 65520), 0x7c00);
  EXPECT_EQ(stored(TENON_F16, std::ldexp(1, -26)), 0);
}

TEST(Element, largeIntegersCompareExactly) {
  int64_t a = INT64_MAX, b = INT64_MAX - 1;
  EXPECT_GT(tenon_element_compare(TENON_I64, &a, &b), 0);
  uint64_t c = UINT64_MAX, d = 1;
  EXPECT_GT(tenon_element_compare(TENON_U64, &c, &d), 0);
  int8_t e = -1, f = 1;
  EXPECT_LT(tenon_element_compare(TENON_I8, &e, &f), 0);
}

TEST(Element, printsWhatAReaderExpects) {
  tenon_text text;
  tenon_text_clear(&text);
  int64_t lowest = INT64_MIN;
  uint64_t highest = UINT64_MAX;
  uint8_t yes = 1;
  float third = 1.0f / 3;
  tenon_element_print(&text, TENON_I64, &lowest);
  tenon_text_append(&text, " ");
  tenon_element_print(&text, TENON_U64, &highest);
  tenon_text_append(&text, " ");
  tenon_element_print(&text, TENON_BOOL, &yes);
  tenon_text_append(&text, " ");
  tenon_element_print(&text, TENON_F32, &third);
  EXPECT_STREQ(text.chars,
               "-9223372036854775808 18446744073709551615 true 0.333333");
}

TEST(Text, isCutWhereItDoesNotFit) {
  tenon_text text;
  tenon_text_clear(&text);
  for (int i = 0; i < 2000; ++i)
    tenon_text_append(&text, "ab");
  EXPECT_EQ(std::string(text.chars).size(), size_t(TENON_TEXT_CAPACITY) - 1);
  EXPECT_EQ(std::string(text.chars).substr(TENON_TEXT_CAPACITY - 4), "...");
}

TEST(Array, sizesAreChecked) {
  int64_t size = -1;
  const int64_t huge[] = {INT64_C(1) << 40, INT64_C(1) << 40};
  EXPECT_FALSE(tenon_array_size(TENON_U8, huge, 2, &size));
  const int64_t negative[] = {-1};
  EXPECT_FALSE(tenon_array_size(TENON_U8, negative, 1, &size));
  const int64_t empty[] = {0, 5};
  EXPECT_TRUE(tenon_array_size(TENON_F64, empty, 2, &size));
  EXPECT_EQ(size, 0);
  EXPECT_EQ(tenon_allocate(-1), nullptr);
  EXPECT_EQ(tenon_allocate(INT64_MAX), nullptr);
}

TEST(Suggest, findsTheNearestName) {
  tenon_suggestion suggestion;
  tenon_suggest_begin(&suggestion, "imge", 4);
  tenon_suggest_consider(&suggestion, "mask");
  EXPECT_EQ(suggestion.best, nullptr);
  tenon_suggest_consider(&suggestion, "images");
  tenon_suggest_consider(&suggestion, "image");
  EXPECT_STREQ(suggestion.best, "image");
  tenon_suggest_begin(&suggestion, "x", 1);
  tenon_suggest_consider(&suggestion, "y");
  EXPECT_EQ(suggestion.best, nullptr);
}

} // namespace
