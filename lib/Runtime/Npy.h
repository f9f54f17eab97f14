/* numpy's .npy format, versions 1 to 3, little endian. */
#ifndef TENON_RUNTIME_NPY_H
#define TENON_RUNTIME_NPY_H

#include "Array.h"
#include "Report.h"
#include "Text.h"

/* What an .npy header says, checked against the bytes that follow it. */
typedef struct tenon_npy_header {
  uint32_t dtype;
  uint32_t rank;
  int64_t dims[TENON_MAX_RANK];
  bool fortran_order;
  size_t offset; /* of the data */
  int64_t size;  /* of the data, in bytes */
} tenon_npy_header;

/* Whether the bytes begin as an .npy file does. */
bool tenon_npy_begins(const uint8_t *bytes, size_t size);

/* Reads the header and checks that the data is there. Reports and returns
 * false when it is not. */
bool tenon_npy_parse(const tenon_source *source, const uint8_t *bytes,
                     size_t size, tenon_npy_header *header);

/* Makes an array of the bytes of an .npy file. The array borrows its data from
 * the bytes where they are aligned and row-major. `allocation`, if not null,
 * holds the bytes; it belongs to the array afterwards, or is freed. */
bool tenon_npy_read(const tenon_source *source, const uint8_t *bytes,
                    size_t size, void *allocation, tenon_array *array);

/* Writes the header of version 1 that goes before the array's data. */
void tenon_npy_header_text(const tenon_array *array, tenon_text *text);

#endif
