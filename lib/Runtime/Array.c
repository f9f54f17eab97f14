/* Arrays in memory: their sizes, checked, and their storage. */
#include "Array.h"

#include "Element.h"

#include <stdlib.h>

bool tenon_array_size(uint32_t dtype, const int64_t *dims, uint32_t rank,
                      int64_t *size) {
  int64_t product = tenon_element_size(dtype);
  bool empty = false;
  for (uint32_t i = 0; i < rank; ++i) {
    if (dims[i] < 0)
      return false;
    if (dims[i] == 0) {
      empty = true;
      continue;
    }
    if (product > INT64_MAX / dims[i])
      return false;
    product *= dims[i];
  }
  *size = empty ? 0 : product;
  return true;
}

void *tenon_allocate(int64_t size) {
  if (size < 0 || size > INT64_MAX - TENON_ALIGNMENT ||
      (uint64_t)size > SIZE_MAX - TENON_ALIGNMENT)
    return NULL;
  size_t rounded = ((size_t)size + TENON_ALIGNMENT - 1) / TENON_ALIGNMENT;
  return aligned_alloc(TENON_ALIGNMENT,
                       (rounded ? rounded : 1) * TENON_ALIGNMENT);
}

void tenon_array_release(tenon_array *array) {
  free(array->allocation);
  array->allocation = NULL;
  array->data = NULL;
}
