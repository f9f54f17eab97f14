//===- ZipTest.cpp - reading and writing of zip archives ------------------===//
//
// What numpy writes, what we write, zip64, and damaged archives.
//
//===----------------------------------------------------------------------===//
#include "ByteFixtures.h"
#include "CompressedFixtures.h"
#include "RuntimeHeaders.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

using namespace tenon::test;

namespace {

/// The outcome of reading all members of an archive.
struct Reading {
  explicit Reading(const std::string &given) {
    tenon_report report = {0, 0};
    tenon_source source = {&report, "x.npz", nullptr};
    auto *bytes = reinterpret_cast<const uint8_t *>(given.data());
    testing::internal::CaptureStderr();
    tenon_zip zip;
    tenon_zip_entry entry;
    bool good = tenon_zip_open(&source, bytes, given.size(), &zip);
    while (good && zip.left) {
      good = tenon_zip_next(&source, &zip, &entry);
      tenon_zip_member member;
      if (!good || !tenon_zip_extract(&source, &zip, &entry, &member))
        continue;
      members[std::string(entry.name, entry.name_size)] = std::string(
          reinterpret_cast<const char *>(member.bytes), member.size);
      std::free(member.allocation);
    }
    message = testing::internal::GetCapturedStderr();
    EXPECT_EQ(report.data_errors == 0, message.empty());
  }

  std::map<std::string, std::string> members;
  std::string message;
};

/// Writes two arrays with zip64 from the given size on.
std::string writeNpz(uint64_t zip64From, const std::string &directory) {
  std::vector<float> values = {1, 2, 3};
  tenon_array array = {};
  array.dtype = TENON_F32;
  array.rank = 1;
  array.dims[0] = 3;
  array.size = 12;
  array.data = values.data();
  TemporaryFolder folder;
  std::string path = folder.path("x.npz");
  std::FILE *stream = std::fopen(path.c_str(), "wb");
  tenon_npz_record records[2];
  tenon_npz_writer writer;
  tenon_npz_begin(&writer, stream, records);
  writer.zip64_from = zip64From;
  EXPECT_TRUE(tenon_npz_add(&writer, "first", &array));
  EXPECT_TRUE(tenon_npz_add(&writer, directory.c_str(), &array));
  EXPECT_TRUE(tenon_npz_end(&writer));
  EXPECT_EQ(writer.at, static_cast<uint64_t>(std::ftell(stream)));
  std::fclose(stream);
  return readFile(path);
}

TEST(Zip, readsStoredMembers) {
  Reading reading(zipBytes({{"a.npy", "hello"}, {"empty", ""}}));
  EXPECT_EQ(reading.message, "");
  EXPECT_EQ(reading.members.size(), 2u);
  EXPECT_EQ(reading.members["a.npy"], "hello");
}

TEST(Zip, readsWhatNumpyCompresses) {
  Reading reading(std::string(std::begin(deflatedNpz), std::end(deflatedNpz)));
  EXPECT_EQ(reading.message, "");
  EXPECT_EQ(
      reading.members["x.npy"],
      f32Npy({2, 3, 4}).replace(
          10, 118, npyBytes(dictionary("<f4", "(2, 3, 4)"), "").substr(10)));
}

TEST(Zip, readsAnEmptyArchive) {
  Reading reading(zipBytes({}));
  EXPECT_EQ(reading.message, "");
  EXPECT_TRUE(reading.members.empty());
}

TEST(Zip, readsBehindAComment) {
  std::string bytes = zipBytes({{"a", "hello"}});
  bytes.replace(bytes.size() - 2, 2, little(3, 2) + "abc");
  EXPECT_EQ(Reading(bytes).members["a"], "hello");
}

TEST(Zip, writesWhatItReads) {
  std::string bytes = writeNpz(UINT32_MAX, "d\xc3\xa9j\xc3\xa0");
  Reading reading(bytes);
  EXPECT_EQ(reading.message, "");
  EXPECT_EQ(reading.members["first.npy"].substr(128),
            bytesOf<float>({1, 2, 3}));
  EXPECT_EQ(reading.members.count("d\xc3\xa9j\xc3\xa0.npy"), 1u);
  EXPECT_EQ(bytes.find("PK\6\6"), std::string::npos);
  EXPECT_EQ(bytes, writeNpz(UINT32_MAX, "d\xc3\xa9j\xc3\xa0"));
}

TEST(Zip, zip64StartsWhereThirtyTwoBitsEnd) {
  tenon_npz_writer writer;
  tenon_npz_begin(&writer, nullptr, nullptr);
  EXPECT_FALSE(tenon_npz_needs_zip64(&writer, UINT32_MAX - UINT64_C(1)));
  EXPECT_TRUE(tenon_npz_needs_zip64(&writer, UINT32_MAX));
}

/// From 0: all is wide. From 100: sizes are, the first offset is not. From
/// 170: the second offset and the directory's are. From 300: only the latter.
TEST(Zip, zip64RecordsAreReadBack) {
  for (uint64_t from : {0, 100, 170, 300}) {
    std::string bytes = writeNpz(from, "second");
    Reading reading(bytes);
    EXPECT_EQ(reading.message, "") << from;
    EXPECT_EQ(reading.members.size(), 2u) << from;
    EXPECT_EQ(reading.members["second.npy"], reading.members["first.npy"]);
    EXPECT_NE(bytes.find("PK\6\6"), std::string::npos) << from;
  }
}

TEST(Zip, offsetsBeyondFourGigabytes) {
  TemporaryFolder folder;
  std::FILE *stream = std::fopen(folder.path("end").c_str(), "wb");
  tenon_npz_record record = {"x", 1, 7, UINT64_C(5) << 30};
  tenon_npz_writer writer;
  tenon_npz_begin(&writer, stream, &record);
  writer.count = 1;
  EXPECT_TRUE(tenon_npz_end(&writer));
  std::fclose(stream);
  std::string bytes = readFile(folder.path("end"));
  EXPECT_EQ(bytes.substr(42, 4), "\xff\xff\xff\xff");
  EXPECT_EQ(bytes.substr(46 + 5, 12),
            little(1, 2) + little(8, 2) + little(UINT64_C(5) << 30, 8));
  Reading reading(bytes);
  EXPECT_NE(reading.message.find("points to offset 5368709120, where no "
                                 "member is"),
            std::string::npos)
      << reading.message;
}

TEST(Zip, moreMembersThanSixteenBitsCount) {
  TemporaryFolder folder;
  std::FILE *stream = std::fopen(folder.path("end").c_str(), "wb");
  std::vector<tenon_npz_record> records(UINT16_MAX, {"x", 0, 0, 0});
  tenon_npz_writer writer;
  tenon_npz_begin(&writer, stream, records.data());
  writer.count = records.size();
  EXPECT_TRUE(tenon_npz_end(&writer));
  std::fclose(stream);
  std::string bytes = readFile(folder.path("end"));
  tenon_report report = {0, 0};
  tenon_source source = {&report, "x.npz", nullptr};
  tenon_zip zip;
  ASSERT_TRUE(tenon_zip_open(&source,
                             reinterpret_cast<const uint8_t *>(bytes.data()),
                             bytes.size(), &zip));
  EXPECT_EQ(zip.left, size_t(UINT16_MAX));
}

TEST(Zip, damagedArchives) {
  std::string good = zipBytes({{"a", "hello"}});
  size_t directory = good.find("PK\1\2"), end = good.find("PK\5\6");
  auto changed = [&](size_t at, const std::string &bytes) {
    std::string copy = good;
    return copy.replace(at, bytes.size(), bytes);
  };
  const std::vector<std::pair<std::string, std::string>> cases = {
      {good.substr(0, good.size() - 1), "has no end record"},
      {good.substr(0, 10), "has no end record"},
      {changed(end + 16, little(UINT32_MAX, 4)), "it must end before"},
      {changed(end + 12, little(UINT32_MAX, 4)), "it must end before"},
      {changed(end + 10, little(2, 2)),
       "is damaged with 1 entries still to come"},
      {changed(directory, "XX"), "is damaged with 1 entries still to come"},
      {changed(directory + 28, little(5000, 2)), "ends within an entry"},
      {changed(directory + 8, little(1, 2)), "it is encrypted"},
      {changed(directory + 10, little(12, 2)), "its compression method is 12"},
      {changed(directory + 16, little(0, 4)), "but the archive says 00000000"},
      {changed(directory + 24, little(6, 4)), "two sizes, 6 and 5 bytes"},
      {changed(directory + 20, little(500, 4)), "it is truncated: 500 bytes"},
      {changed(directory + 42, little(3, 4)), "where no member is"},
      {changed(26, little(60000, 2)), "it is truncated: 5 bytes"},
  };
  for (const auto &[bytes, reason] : cases) {
    Reading reading(bytes);
    EXPECT_NE(reading.message.find(reason), std::string::npos)
        << reading.message << "lacks: " << reason;
  }
}

TEST(Zip, aSizeThatCannotBeIsNotAllocated) {
  std::string bytes(std::begin(deflatedNpz), std::end(deflatedNpz));
  bytes.replace(bytes.find("PK\1\2") + 24, 4, little(2000000000, 4));
  EXPECT_NE(Reading(bytes).message.find("compressed bytes cannot hold"),
            std::string::npos);
}

TEST(Zip, everyChangedByteIsSurvived) {
  for (std::string whole :
       {std::string(std::begin(deflatedNpz), std::end(deflatedNpz)),
        writeNpz(0, "second")})
    for (size_t at = 0; at < whole.size(); ++at)
      for (int flip : {1, 4, 32, 255}) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ flip);
        Reading reading(changed);
      }
}

TEST(Zip, everyPrefixIsSurvived) {
  std::string whole = writeNpz(0, "second");
  for (size_t size = 0; size < whole.size(); ++size)
    EXPECT_NE(Reading(whole.substr(0, size)).message, "") << size;
}

TEST(Crc32, isTheStandardOne) {
  EXPECT_EQ(tenon_crc32(0, "123456789", 9), 0xcbf43926u);
  EXPECT_EQ(tenon_crc32(tenon_crc32(0, "1234", 4), "56789", 5), 0xcbf43926u);
}

} // namespace
