/* Writing of .npz files. The bytes depend on the arrays alone: members carry
 * zip's earliest date, so that the same input gives the same file. */
#include "Crc32.h"
#include "Npy.h"
#include "Npz.h"

#include <errno.h>
#include <string.h>

enum {
  VERSION = 20,
  VERSION_ZIP64 = 45,
  FLAG_UTF8 = 1 << 11,
  DATE = 1 << 5 | 1, /* 1980-01-01 */
  MAX_NAME = 65535
};
static const char suffix[] = ".npy";

/* A zip record under construction. */
typedef struct record {
  size_t size;
  uint8_t bytes[96];
} record;

static void put(record *r, uint64_t value, int count) {
  for (; count > 0; --count, value >>= 8)
    r->bytes[r->size++] = (uint8_t)value;
}

static bool write_bytes(tenon_npz_writer *writer, const void *bytes,
                        size_t size) {
  if (size && fwrite(bytes, 1, size, writer->stream) != size)
    return false;
  writer->at += size;
  return true;
}

static bool write_name(tenon_npz_writer *writer, const char *name) {
  return write_bytes(writer, name, strlen(name)) &&
         write_bytes(writer, suffix, strlen(suffix));
}

void tenon_npz_begin(tenon_npz_writer *writer, FILE *stream,
                     tenon_npz_record *records) {
  writer->stream = stream;
  writer->at = 0;
  writer->zip64_from = UINT32_MAX;
  writer->records = records;
  writer->count = 0;
}

bool tenon_npz_needs_zip64(const tenon_npz_writer *writer, uint64_t value) {
  return value >= writer->zip64_from;
}

static uint64_t saturate(bool wide, uint64_t value) {
  return wide ? UINT32_MAX : value;
}

/* The fields that a local header and a directory entry share, from the version
 * needed to the length of the extra field. */
static void put_common(record *r, const tenon_npz_record *member,
                       bool wide_size, uint16_t version, uint16_t extra_size) {
  uint16_t flags = 0;
  for (const char *c = member->name; *c; ++c)
    if ((unsigned char)*c >= 0x80)
      flags = FLAG_UTF8;
  put(r, version, 2);
  put(r, flags, 2);
  put(r, 0, 2); /* stored */
  put(r, 0, 2); /* midnight */
  put(r, DATE, 2);
  put(r, member->crc, 4);
  put(r, saturate(wide_size, member->size), 4);
  put(r, saturate(wide_size, member->size), 4);
  put(r, strlen(member->name) + strlen(suffix), 2);
  put(r, extra_size, 2);
}

static bool write_local(tenon_npz_writer *writer,
                        const tenon_npz_record *member) {
  bool wide = tenon_npz_needs_zip64(writer, member->size);
  record header = {0}, extra = {0};
  if (wide) {
    put(&extra, 1, 2);
    put(&extra, 16, 2);
    put(&extra, member->size, 8);
    put(&extra, member->size, 8);
  }
  put(&header, UINT32_C(0x04034b50), 4);
  put_common(&header, member, wide, wide ? VERSION_ZIP64 : VERSION,
             (uint16_t)extra.size);
  return write_bytes(writer, header.bytes, header.size) &&
         write_name(writer, member->name) &&
         write_bytes(writer, extra.bytes, extra.size);
}

bool tenon_npz_add(tenon_npz_writer *writer, const char *name,
                   const tenon_array *array) {
  if (strlen(name) > MAX_NAME - strlen(suffix)) {
    errno = ENAMETOOLONG;
    return false;
  }
  tenon_text header;
  tenon_npy_header_text(array, &header);
  tenon_npz_record *member = &writer->records[writer->count++];
  member->name = name;
  member->size = header.size + (uint64_t)array->size;
  member->offset = writer->at;
  member->crc = tenon_crc32(tenon_crc32(0, header.chars, header.size),
                            array->data, (size_t)array->size);
  return write_local(writer, member) &&
         write_bytes(writer, header.chars, header.size) &&
         write_bytes(writer, array->data, (size_t)array->size);
}

static bool write_entry(tenon_npz_writer *writer,
                        const tenon_npz_record *member) {
  bool wide_size = tenon_npz_needs_zip64(writer, member->size);
  bool wide_offset = tenon_npz_needs_zip64(writer, member->offset);
  bool wide = wide_size || wide_offset;
  record header = {0}, extra = {0};
  if (wide) {
    put(&extra, 1, 2);
    put(&extra, (wide_size ? 16 : 0) + (wide_offset ? 8 : 0), 2);
    if (wide_size) {
      put(&extra, member->size, 8);
      put(&extra, member->size, 8);
    }
    if (wide_offset)
      put(&extra, member->offset, 8);
  }
  uint16_t version = wide ? VERSION_ZIP64 : VERSION;
  put(&header, UINT32_C(0x02014b50), 4);
  put(&header, version, 2);
  put_common(&header, member, wide_size, version, (uint16_t)extra.size);
  put(&header, 0, 2); /* comment */
  put(&header, 0, 2); /* disk */
  put(&header, 0, 2); /* internal attributes */
  put(&header, 0, 4); /* external attributes */
  put(&header, saturate(wide_offset, member->offset), 4);
  return write_bytes(writer, header.bytes, header.size) &&
         write_name(writer, member->name) &&
         write_bytes(writer, extra.bytes, extra.size);
}

bool tenon_npz_end(tenon_npz_writer *writer) {
  uint64_t directory = writer->at;
  for (size_t i = 0; i < writer->count; ++i)
    if (!write_entry(writer, &writer->records[i]))
      return false;
  uint64_t end = writer->at, size = end - directory, count = writer->count;
  bool wide_count = count >= UINT16_MAX;
  bool wide_directory = tenon_npz_needs_zip64(writer, directory);
  bool wide_size = tenon_npz_needs_zip64(writer, size);
  record r = {0};
  if (wide_count || wide_directory || wide_size) {
    put(&r, UINT32_C(0x06064b50), 4);
    put(&r, 44, 8); /* bytes of this record after this field */
    put(&r, VERSION_ZIP64, 2);
    put(&r, VERSION_ZIP64, 2);
    put(&r, 0, 4);
    put(&r, 0, 4);
    put(&r, count, 8);
    put(&r, count, 8);
    put(&r, size, 8);
    put(&r, directory, 8);
    put(&r, UINT32_C(0x07064b50), 4);
    put(&r, 0, 4);
    put(&r, end, 8);
    put(&r, 1, 4); /* disks */
    if (!write_bytes(writer, r.bytes, r.size))
      return false;
    r.size = 0;
  }
  put(&r, UINT32_C(0x06054b50), 4);
  put(&r, 0, 4); /* disks */
  put(&r, wide_count ? UINT16_MAX : count, 2);
  put(&r, wide_count ? UINT16_MAX : count, 2);
  put(&r, saturate(wide_size, size), 4);
  put(&r, saturate(wide_directory, directory), 4);
  put(&r, 0, 2); /* comment */
  return write_bytes(writer, r.bytes, r.size);
}
