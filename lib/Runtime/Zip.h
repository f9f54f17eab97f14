/* Reading of zip archives, which .npz files are: stored and deflated members,
 * found by the central directory, with zip64. */
#ifndef TENON_RUNTIME_ZIP_H
#define TENON_RUNTIME_ZIP_H

#include "Report.h"

#include <stddef.h>

/* A walk over the members of an archive in memory. */
typedef struct tenon_zip {
  const uint8_t *bytes;
  size_t size;
  size_t at;     /* of the next directory entry */
  size_t end;    /* of the directory */
  uint64_t left; /* entries still to come */
} tenon_zip;

typedef struct tenon_zip_entry {
  const char *name; /* not terminated */
  size_t name_size;
  uint16_t flags;
  uint16_t method;
  uint32_t crc;
  uint64_t packed_size;
  uint64_t size;
  uint64_t offset; /* of the local header */
} tenon_zip_entry;

/* The bytes of a member; `allocation` is null where they lie in the archive. */
typedef struct tenon_zip_member {
  const uint8_t *bytes;
  size_t size;
  void *allocation;
} tenon_zip_member;

/* Whether the bytes begin as a zip archive does, an empty one included. */
bool tenon_zip_begins(const uint8_t *bytes, size_t size);

/* Each of these reports and returns false when the archive is damaged. */
bool tenon_zip_open(const tenon_source *source, const uint8_t *bytes,
                    size_t size, tenon_zip *zip);
bool tenon_zip_next(const tenon_source *source, tenon_zip *zip,
                    tenon_zip_entry *entry);
bool tenon_zip_extract(const tenon_source *source, const tenon_zip *zip,
                       const tenon_zip_entry *entry, tenon_zip_member *member);

#endif
