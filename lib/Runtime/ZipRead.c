/* Reading of zip archives. Offsets and sizes are those of an untrusted file:
 * each is compared with what is there before it is used. */
#include "Array.h"
#include "Crc32.h"
#include "Inflate.h"
#include "Zip.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum {
  END_SIZE = 22,
  LOCATOR_SIZE = 20,
  END64_SIZE = 56,
  ENTRY_SIZE = 46,
  LOCAL_SIZE = 30,
  MAX_COMMENT = 65535,
  STORED = 0,
  DEFLATED = 8,
  ENCRYPTED = 1
};

static uint64_t little(const uint8_t *bytes, int count) {
  uint64_t value = 0;
  while (count-- > 0)
    value = value << 8 | bytes[count];
  return value;
}

static uint16_t little16(const uint8_t *bytes) {
  return (uint16_t)little(bytes, 2);
}

static uint32_t little32(const uint8_t *bytes) {
  return (uint32_t)little(bytes, 4);
}

static bool has_signature(const uint8_t *bytes, char third, char fourth) {
  return bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == third &&
         bytes[3] == fourth;
}

bool tenon_zip_begins(const uint8_t *bytes, size_t size) {
  return size >= 4 &&
         (has_signature(bytes, 3, 4) || has_signature(bytes, 5, 6));
}

/* The end record is the last thing in the file but for a comment. */
static bool find_end(const uint8_t *bytes, size_t size, size_t *end) {
  if (size < END_SIZE)
    return false;
  for (size_t comment = 0; comment <= MAX_COMMENT && comment <= size - END_SIZE;
       ++comment) {
    size_t at = size - END_SIZE - comment;
    if (has_signature(bytes + at, 5, 6) &&
        little16(bytes + at + 20) == comment) {
      *end = at;
      return true;
    }
  }
  return false;
}

bool tenon_zip_open(const tenon_source *source, const uint8_t *bytes,
                    size_t size, tenon_zip *zip) {
  size_t end;
  if (!find_end(bytes, size, &end))
    return tenon_source_unreadable(
        source, "it is truncated: the zip archive has no end record");
  uint64_t count = little16(bytes + end + 10);
  uint64_t directory_size = little32(bytes + end + 12);
  uint64_t directory = little32(bytes + end + 16);
  size_t limit = end;
  if (end >= LOCATOR_SIZE && has_signature(bytes + end - LOCATOR_SIZE, 6, 7)) {
    uint64_t at = little(bytes + end - LOCATOR_SIZE + 8, 8);
    if (end - LOCATOR_SIZE < END64_SIZE ||
        at > end - LOCATOR_SIZE - END64_SIZE ||
        !has_signature(bytes + at, 6, 6))
      return tenon_source_unreadable(
          source, "the zip archive's zip64 end record is damaged");
    count = little(bytes + at + 32, 8);
    directory_size = little(bytes + at + 40, 8);
    directory = little(bytes + at + 48, 8);
    limit = (size_t)at;
  }
  if (directory > limit || directory_size > limit - directory)
    return tenon_source_unreadable(
        source,
        "the zip archive's directory is said to have %" PRIu64
        " bytes at offset %" PRIu64 ", but it must end before %zu",
        directory_size, directory, limit);
  zip->bytes = bytes;
  zip->size = size;
  zip->at = (size_t)directory;
  zip->end = (size_t)(directory + directory_size);
  zip->left = count;
  return true;
}

/* Replaces saturated fields by those of the zip64 extra field. */
static bool apply_zip64(const uint8_t *extra, size_t extra_size,
                        tenon_zip_entry *entry) {
  uint64_t *fields[] = {&entry->size, &entry->packed_size, &entry->offset};
  bool wanted = false;
  for (int i = 0; i < 3; ++i)
    wanted |= *fields[i] == UINT32_MAX;
  while (wanted && extra_size >= 4) {
    uint16_t id = little16(extra);
    size_t size = little16(extra + 2);
    extra += 4;
    extra_size -= 4;
    if (size > extra_size)
      return false;
    if (id != 1) {
      extra += size;
      extra_size -= size;
      continue;
    }
    for (int i = 0; i < 3; ++i) {
      if (*fields[i] != UINT32_MAX)
        continue;
      if (size < 8)
        return false;
      *fields[i] = little(extra, 8);
      extra += 8;
      size -= 8;
    }
    return true;
  }
  return true;
}

bool tenon_zip_next(const tenon_source *source, tenon_zip *zip,
                    tenon_zip_entry *entry) {
  const uint8_t *at = zip->bytes + zip->at;
  size_t left = zip->end - zip->at;
  if (left < ENTRY_SIZE || !has_signature(at, 1, 2))
    return tenon_source_unreadable(source,
                                   "the zip archive's directory is damaged "
                                   "with %" PRIu64 " entries still to come",
                                   zip->left);
  entry->flags = little16(at + 8);
  entry->method = little16(at + 10);
  entry->crc = little32(at + 16);
  entry->packed_size = little32(at + 20);
  entry->size = little32(at + 24);
  entry->name_size = little16(at + 28);
  size_t extra_size = little16(at + 30);
  size_t comment_size = little16(at + 32);
  entry->offset = little32(at + 42);
  size_t total = ENTRY_SIZE + entry->name_size + extra_size + comment_size;
  if (total > left)
    return tenon_source_unreadable(
        source, "the zip archive's directory ends within an entry");
  entry->name = (const char *)at + ENTRY_SIZE;
  if (!apply_zip64(at + ENTRY_SIZE + entry->name_size, extra_size, entry))
    return tenon_source_unreadable(
        source, "the zip archive's directory has a damaged zip64 field");
  zip->at += total;
  --zip->left;
  return true;
}

/* Finds the packed bytes behind the local header, whose name and extra field
 * may be longer than those of the directory. */
static bool locate(const tenon_source *source, const tenon_zip *zip,
                   const tenon_zip_entry *entry, const uint8_t **packed) {
  if (zip->size < LOCAL_SIZE || entry->offset > zip->size - LOCAL_SIZE ||
      !has_signature(zip->bytes + entry->offset, 3, 4))
    return tenon_source_unreadable(source,
                                   "the directory points to offset %" PRIu64
                                   ", where no member is",
                                   entry->offset);
  const uint8_t *local = zip->bytes + entry->offset;
  size_t left = zip->size - (size_t)entry->offset - LOCAL_SIZE;
  size_t skip = (size_t)little16(local + 26) + little16(local + 28);
  if (skip > left || entry->packed_size > left - skip)
    return tenon_source_unreadable(
        source,
        "it is truncated: %" PRIu64 " bytes are said to be at offset %" PRIu64
        " of a file of %zu bytes",
        entry->packed_size, entry->offset, zip->size);
  *packed = local + LOCAL_SIZE + skip;
  return true;
}

static bool expand(const tenon_source *source, const tenon_zip_entry *entry,
                   const uint8_t *packed, tenon_zip_member *member) {
  if (entry->size / TENON_INFLATE_MAX_RATIO > entry->packed_size)
    return tenon_source_unreadable(source,
                                   "it is said to have %" PRIu64
                                   " bytes, which %" PRIu64
                                   " compressed bytes cannot hold",
                                   entry->size, entry->packed_size);
  /* The ratio bounds the size far below 63 bits. */
  void *bytes = tenon_allocate((int64_t)entry->size);
  if (!bytes)
    return tenon_source_no_memory(source, (int64_t)entry->size);
  const char *why = tenon_inflate(packed, (size_t)entry->packed_size, bytes,
                                  (size_t)entry->size);
  if (why) {
    free(bytes);
    return tenon_source_unreadable(source, "%s", why);
  }
  member->bytes = bytes;
  member->allocation = bytes;
  return true;
}

bool tenon_zip_extract(const tenon_source *source, const tenon_zip *zip,
                       const tenon_zip_entry *entry, tenon_zip_member *member) {
  member->allocation = NULL;
  member->size = (size_t)entry->size;
  if (entry->flags & ENCRYPTED)
    return tenon_source_unreadable(source, "it is encrypted");
  if (entry->method != STORED && entry->method != DEFLATED)
    return tenon_source_unreadable(
        source,
        "its compression method is %d, but only 0 (stored) and 8 "
        "(deflate) are known",
        entry->method);
  if (!locate(source, zip, entry, &member->bytes))
    return false;
  if (entry->method == STORED && entry->size != entry->packed_size)
    return tenon_source_unreadable(source,
                                   "it is stored, but has two sizes, %" PRIu64
                                   " and %" PRIu64 " bytes",
                                   entry->size, entry->packed_size);
  if (entry->method == DEFLATED &&
      !expand(source, entry, member->bytes, member))
    return false;
  uint32_t crc = tenon_crc32(0, member->bytes, member->size);
  if (crc == entry->crc)
    return true;
  free(member->allocation);
  return tenon_source_unreadable(
      source, "its checksum is %08" PRIx32 ", but the archive says %08" PRIx32,
      crc, entry->crc);
}
