/* Arrays from the bytes of .npy files, and the header to write one. */
#include "Npy.h"

#include "Element.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Whether column-major and row-major order are the same bytes: at most one
 * dimension is not 1. */
static bool is_linear(const tenon_npy_header *header) {
  int long_dims = 0;
  for (uint32_t i = 0; i < header->rank; ++i)
    long_dims += header->dims[i] != 1;
  return long_dims <= 1;
}

/* Copies column-major `from` to row-major `to`, walking `to` in order. */
static void transpose(const tenon_npy_header *header, const uint8_t *from,
                      uint8_t *to) {
  size_t width = (size_t)tenon_element_size(header->dtype);
  uint32_t rank = header->rank;
  int64_t index[TENON_MAX_RANK] = {0};
  size_t stride[TENON_MAX_RANK];
  size_t step = width;
  for (uint32_t i = 0; i < rank; ++i) {
    stride[i] = step;
    step *= (size_t)header->dims[i];
  }
  size_t offset = 0;
  for (int64_t done = 0; done < header->size; done += (int64_t)width) {
    memcpy(to + done, from + offset, width);
    for (uint32_t i = rank; i-- > 0;) {
      offset += stride[i];
      if (++index[i] < header->dims[i])
        break;
      offset -= stride[i] * (size_t)header->dims[i];
      index[i] = 0;
    }
  }
}

bool tenon_npy_read(const tenon_source *source, const uint8_t *bytes,
                    size_t size, void *allocation, tenon_array *array) {
  tenon_npy_header header;
  if (!tenon_npy_parse(source, bytes, size, &header)) {
    free(allocation);
    return false;
  }
  array->dtype = header.dtype;
  array->rank = header.rank;
  array->size = header.size;
  memcpy(array->dims, header.dims, sizeof(header.dims[0]) * header.rank);

  const uint8_t *data = bytes + header.offset;
  bool ordered =
      !header.fortran_order || header.size == 0 || is_linear(&header);
  bool aligned = (uintptr_t)data % TENON_ALIGNMENT == 0;
  /* A file may hold any byte as a boolean; the model relies on 0 or 1. */
  bool borrow = ordered && aligned && header.dtype != TENON_BOOL;
  if (borrow) {
    array->data = (void *)(uintptr_t)data;
    array->allocation = allocation;
    return true;
  }
  array->data = array->allocation = tenon_allocate(header.size);
  if (!array->data) {
    free(allocation);
    return tenon_source_no_memory(source, header.size);
  }
  uint8_t *own = array->data;
  if (ordered)
    memcpy(own, data, (size_t)header.size);
  else
    transpose(&header, data, own);
  if (header.dtype == TENON_BOOL)
    for (int64_t i = 0; i < header.size; ++i)
      own[i] = own[i] != 0;
  free(allocation);
  return true;
}

void tenon_npy_header_text(const tenon_array *array, tenon_text *text) {
  enum { PREAMBLE_SIZE = 10 };
  tenon_text_clear(text);
  /* The preamble holds zeros; it is filled in at the end. */
  memset(text->chars, ' ', PREAMBLE_SIZE);
  text->size = PREAMBLE_SIZE;
  tenon_text_append(text, "{'descr': '%s', 'fortran_order': False, 'shape': (",
                    tenon_element_descr(array->dtype));
  for (uint32_t i = 0; i < array->rank; ++i)
    tenon_text_append(text, "%s%" PRId64 "%s", i ? " " : "", array->dims[i],
                      i + 1 < array->rank || array->rank == 1 ? "," : "");
  tenon_text_append(text, "), }");
  while ((text->size + 1) % TENON_ALIGNMENT != 0)
    tenon_text_append(text, " ");
  tenon_text_append(text, "\n");
  size_t length = text->size - PREAMBLE_SIZE;
  const uint8_t preamble[PREAMBLE_SIZE] = {0x93,
                                           'N',
                                           'U',
                                           'M',
                                           'P',
                                           'Y',
                                           1,
                                           0,
                                           (uint8_t)length,
                                           (uint8_t)(length >> 8)};
  memcpy(text->chars, preamble, PREAMBLE_SIZE);
}
