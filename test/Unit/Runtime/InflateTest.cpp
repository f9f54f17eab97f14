//===- InflateTest.cpp - decompression ------------------------------------===//
//
// Blocks of the three kinds as zlib writes them, and damaged ones.
//
//===----------------------------------------------------------------------===//
#include "CompressedFixtures.h"
#include "RuntimeHeaders.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

const std::string sentence =
    "a tenon fits its mortise; a tenon fits its mortise or does not";

std::string pattern() {
  std::string bytes;
  for (int i = 0; i < 1500; ++i)
    bytes += static_cast<char>((i * i / 7) % 5 + (i % 97 == 0) * i / 50 + 65);
  return bytes;
}

/// The text, or "error: why".
std::string inflated(const std::vector<uint8_t> &bytes, size_t size) {
  std::string text(size, '\0');
  const char *why =
      tenon_inflate(bytes.data(), bytes.size(),
                    reinterpret_cast<uint8_t *>(text.data()), size);
  return why ? "error: " + std::string(why) : text;
}

template <size_t N> std::vector<uint8_t> bytesOf(const uint8_t (&array)[N]) {
  return std::vector<uint8_t>(array, array + N);
}

TEST(Inflate, storedBlock) {
  EXPECT_EQ(inflated(bytesOf(storedBlock), sentence.size()), sentence);
}

TEST(Inflate, fixedBlock) {
  EXPECT_EQ(inflated(bytesOf(fixedBlock), sentence.size()), sentence);
}

TEST(Inflate, dynamicBlock) {
  EXPECT_EQ(inflated(bytesOf(dynamicBlock), pattern().size()), pattern());
}

TEST(Inflate, theSizeMustBeExact) {
  EXPECT_EQ(inflated(bytesOf(fixedBlock), sentence.size() - 1),
            "error: the data is longer than the archive says");
  EXPECT_EQ(inflated(bytesOf(storedBlock), sentence.size() - 1),
            "error: the data is longer than the archive says");
  EXPECT_EQ(inflated(bytesOf(fixedBlock), sentence.size() + 1),
            "error: the data is shorter than the archive says");
}

TEST(Inflate, unknownKind) {
  EXPECT_EQ(inflated({7}, 1), "error: a block has an unknown kind");
}

TEST(Inflate, storedLengthsMustAgree) {
  EXPECT_EQ(inflated({1, 1, 0, 0, 0, 65}, 1),
            "error: a stored block has two different lengths");
}

TEST(Inflate, distanceBeforeTheStart) {
  // Fixed codes: the length 3 (code 0000001), then the distance 1 (00000).
  EXPECT_EQ(inflated({0x03, 0x02, 0x00}, 3),
            "error: a distance points before the start of the data");
}

TEST(Inflate, everyPrefixIsRefused) {
  for (const auto &whole :
       {bytesOf(dynamicBlock), bytesOf(fixedBlock), bytesOf(storedBlock)})
    for (size_t size = 0; size + 1 < whole.size(); ++size) {
      std::vector<uint8_t> prefix(whole.begin(), whole.begin() + size);
      EXPECT_EQ(inflated(prefix, 1500).rfind("error: ", 0), 0u) << size;
    }
}

TEST(Inflate, everyChangedBitIsSurvived) {
  for (const auto &whole : {bytesOf(dynamicBlock), bytesOf(fixedBlock)})
    for (size_t bit = 0; bit < whole.size() * 8; ++bit) {
      std::vector<uint8_t> changed = whole;
      changed[bit / 8] ^= 1 << bit % 8;
      inflated(changed, 1500);
    }
}

} // namespace
