//===- NpyTest.cpp - reading and writing of .npy --------------------------===//
//
// Round trips, the orders and versions numpy writes, and hostile headers.
//
//===----------------------------------------------------------------------===//
#include "ByteFixtures.h"
#include "RuntimeHeaders.h"

#include <gtest/gtest.h>

using namespace tenon::test;

namespace {

/// The outcome of reading bytes: the array, or the message.
struct Reading {
  explicit Reading(std::string given) : bytes(std::move(given)) {
    tenon_report report = {0, 0};
    tenon_source source = {&report, "x.npy", nullptr};
    testing::internal::CaptureStderr();
    succeeded =
        tenon_npy_read(&source, reinterpret_cast<const uint8_t *>(bytes.data()),
                       bytes.size(), nullptr, &array);
    message = testing::internal::GetCapturedStderr();
    EXPECT_EQ(report.data_errors, succeeded ? 0 : 1) << message;
  }
  ~Reading() { tenon_array_release(&array); }
  Reading(const Reading &) = delete;
  Reading &operator=(const Reading &) = delete;

  std::string data() const {
    return std::string(static_cast<const char *>(array.data), array.size);
  }
  std::vector<int64_t> shape() const {
    return std::vector<int64_t>(array.dims, array.dims + array.rank);
  }

  std::string bytes;
  bool succeeded = false;
  std::string message;
  tenon_array array = {};
};

std::string written(const tenon_array &array) {
  tenon_text header;
  tenon_npy_header_text(&array, &header);
  return std::string(header.chars, header.size) +
         std::string(static_cast<const char *>(array.data), array.size);
}

class NpyElementType : public testing::TestWithParam<uint32_t> {};

TEST_P(NpyElementType, survivesARoundTrip) {
  std::string data(6 * tenon_element_size(GetParam()), '\1');
  tenon_array array = {};
  array.dtype = GetParam();
  array.rank = 2;
  array.dims[0] = 2;
  array.dims[1] = 3;
  array.size = static_cast<int64_t>(data.size());
  array.data = data.data();
  Reading reading(written(array));
  ASSERT_TRUE(reading.succeeded) << reading.message;
  EXPECT_EQ(reading.array.dtype, GetParam());
  EXPECT_EQ(reading.shape(), (std::vector<int64_t>{2, 3}));
  EXPECT_EQ(reading.data(), data);
  EXPECT_EQ(reinterpret_cast<uintptr_t>(reading.array.data) % 64, 0u);
}

INSTANTIATE_TEST_SUITE_P(All, NpyElementType,
                         testing::Range<uint32_t>(TENON_BOOL, TENON_F64 + 1),
                         [](const auto &info) {
                           return std::string(tenon_element_name(info.param));
                         });

TEST(Npy, headerIsTheOneNumpyWrites) {
  tenon_array array = {};
  array.dtype = TENON_F32;
  tenon_text header;
  for (auto [rank, shape] : {std::pair<uint32_t, const char *>{0, "()"},
                             {1, "(5,)"},
                             {2, "(5, 5)"}}) {
    array.rank = rank;
    array.dims[0] = array.dims[1] = 5;
    tenon_npy_header_text(&array, &header);
    EXPECT_EQ(std::string(header.chars, header.size),
              npyBytes(dictionary("<f4", shape), ""));
  }
}

TEST(Npy, versions) {
  for (int version : {1, 2, 3}) {
    Reading reading(npyBytes(dictionary("<i2", "(2,)"),
                             bytesOf<int16_t>({7, -7}), version));
    ASSERT_TRUE(reading.succeeded) << reading.message;
    EXPECT_EQ(reading.data(), bytesOf<int16_t>({7, -7}));
  }
  Reading unknown(npyBytes(dictionary("<i2", "(0,)"), "", 4));
  EXPECT_EQ(unknown.message, "error[E0508]: cannot read 'x.npy': its format "
                             "version is 4, but only 1 to 3 are known\n");
}

TEST(Npy, fortranOrderIsTransposed) {
  // numpy.asfortranarray([[[0, 1], [2, 3], [4, 5]], [[6, 7], [8, 9], [10,
  // 11]]])
  Reading reading(
      npyBytes(dictionary("<i4", "(2, 3, 2)", true),
               bytesOf<int32_t>({0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11})));
  ASSERT_TRUE(reading.succeeded) << reading.message;
  EXPECT_EQ(reading.data(),
            bytesOf<int32_t>({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
}

TEST(Npy, fortranOrderOfOneLongAxisIsKept) {
  Reading reading(npyBytes(dictionary("|u1", "(1, 4, 1)", true), "abcd"));
  ASSERT_TRUE(reading.succeeded) << reading.message;
  EXPECT_EQ(reading.data(), "abcd");
}

TEST(Npy, emptyAndScalarArrays) {
  Reading empty(npyBytes(dictionary("<f4", "(0, 3)", true), ""));
  ASSERT_TRUE(empty.succeeded) << empty.message;
  EXPECT_EQ(empty.array.size, 0);
  EXPECT_NE(empty.array.data, nullptr);
  Reading scalar(npyBytes(dictionary("<f8", "()"), bytesOf<double>({2.5})));
  ASSERT_TRUE(scalar.succeeded) << scalar.message;
  EXPECT_EQ(scalar.array.rank, 0u);
  EXPECT_EQ(scalar.data(), bytesOf<double>({2.5}));
}

TEST(Npy, booleansBecomeZeroOrOne) {
  Reading reading(
      npyBytes(dictionary("|b1", "(3,)"), std::string("\0\1\7", 3)));
  ASSERT_TRUE(reading.succeeded) << reading.message;
  EXPECT_EQ(reading.data(), std::string("\0\1\1", 3));
}

TEST(Npy, longIntegersOfPython2) {
  Reading reading(npyBytes(dictionary("<f4", "(2L,)"), std::string(8, '\0')));
  EXPECT_TRUE(reading.succeeded) << reading.message;
}

TEST(Npy, hostileHeaders) {
  auto header = [](const std::string &text) { return npyBytes(text, ""); };
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "it is no .npy file"},
      {"plain text", "it is no .npy file"},
      {"\x93NUMPY\1", "it ends in its header"},
      {std::string("\x93NUMPY\2\0\1\0", 10), "it ends in its header"},
      {std::string("\x93NUMPY\1\0\xff\xff{", 11),
       "its header is said to have 65535 bytes, but 1 follow"},
      {header(""), "its header is no dictionary"},
      {header("{{{{{{{{"), "its header is no dictionary"},
      {header("{'descr'"), "its header is no dictionary"},
      {header("{'descr': '<f4"), "its header has no readable 'descr'"},
      {header("{'color': 1}"), "its header has an unknown key"},
      {header("{'shape': (1,)}"), "its header lacks one of"},
      {header(dictionary("<f4", "(1,)") + "x"), "goes on after the dictionary"},
      {header(dictionary("<f4", "(((((1,)")), "no readable 'shape'"},
      {header(dictionary("<f4", "(1 2)")), "no readable 'shape'"},
      {header(dictionary("<f4", "(-1,)")), "has a negative dimension"},
      {header(dictionary("<f4", "(9223372036854775808,)")),
       "a dimension beyond 63 bits"},
      {header(dictionary("<f4", "(4294967296, 4294967296)")),
       "its shape [4294967296, 4294967296] of f32 does not fit in 63 bits"},
      {header(dictionary("<f4", "(0, 4294967296, 4294967296)")),
       "does not fit in 63 bits"},
      {header(dictionary("<f4", "(1000000000000,)")),
       "it is truncated: its shape [1000000000000] of f32 takes 4000000000000 "
       "bytes, but 0 follow its header"},
      {npyBytes(dictionary("<f4", "(1,)"), "123456"),
       "it is oversized: its shape [1] of f32 takes 4 bytes, but 6 follow"},
      {header(dictionary("<f4", "(" + std::string(200, '1') + ")")),
       "a dimension beyond 63 bits"},
      {header(dictionary(
           "<f4", "(1" +
                      [] {
                        std::string ones;
                        for (int i = 0; i < 70; ++i)
                          ones += ",1";
                        return ones;
                      }() +
                      ")")),
       "its rank is more than 64"},
      {header(dictionary(">f4", "(1,)")),
       "its elements are big-endian ('>f4')"},
      {header(dictionary("|O", "(1,)")), "its elements are Python objects"},
      {header(dictionary("<c8", "(1,)")), "its element type is '<c8'"},
      {header(dictionary("", "(1,)")), "no readable 'descr'"},
      {header("{'descr': [('a', '<f4')], 'fortran_order': False}"),
       "a structure of fields"},
      {header("{'descr': '<f4', 'fortran_order': Maybe, 'shape': ()}"),
       "no readable 'fortran_order'"},
  };
  for (const auto &[bytes, reason] : cases) {
    Reading reading(bytes);
    EXPECT_FALSE(reading.succeeded) << reason;
    EXPECT_NE(reading.message.find(reason), std::string::npos)
        << reading.message << "lacks: " << reason;
    EXPECT_EQ(reading.message.rfind("error[E0508]: cannot read 'x.npy': ", 0),
              0u);
  }
}

TEST(Npy, everyPrefixOfAFileIsRefused) {
  std::string whole = f32Npy({2, 3});
  for (size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(Reading(whole.substr(0, size)).succeeded) << size;
  EXPECT_TRUE(Reading(whole).succeeded);
}

TEST(Npy, everyChangedByteIsSurvived) {
  std::string whole = f32Npy({2, 3});
  for (size_t at = 0; at < 128; ++at)
    for (int flip : {1, 2, 16, 128}) {
      std::string changed = whole;
      changed[at] = static_cast<char>(changed[at] ^ flip);
      Reading reading(changed);
      EXPECT_EQ(reading.succeeded, reading.message.empty());
    }
}

} // namespace
