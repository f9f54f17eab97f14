/* Writing of .npz files: stored zip archives whose members are NAME.npy. */
#ifndef TENON_RUNTIME_NPZ_H
#define TENON_RUNTIME_NPZ_H

#include "Array.h"

#include <stddef.h>
#include <stdio.h>

/* What the directory at the end needs to know of a member. */
typedef struct tenon_npz_record {
  const char *name;
  uint32_t crc;
  uint64_t size;
  uint64_t offset;
} tenon_npz_record;

typedef struct tenon_npz_writer {
  FILE *stream;
  uint64_t at; /* bytes written */
  /* Sizes and offsets from this one on take zip64; tests lower it. */
  uint64_t zip64_from;
  tenon_npz_record *records; /* the caller's, one per array to come */
  size_t count;
} tenon_npz_writer;

void tenon_npz_begin(tenon_npz_writer *writer, FILE *stream,
                     tenon_npz_record *records);

/* Whether a size or an offset needs 64 bits. */
bool tenon_npz_needs_zip64(const tenon_npz_writer *writer, uint64_t value);

/* Writes an array; the name must stay until the end. False with errno set when
 * the stream takes no more, or the name is too long for a zip archive. */
bool tenon_npz_add(tenon_npz_writer *writer, const char *name,
                   const tenon_array *array);

/* Writes the directory. */
bool tenon_npz_end(tenon_npz_writer *writer);

#endif
