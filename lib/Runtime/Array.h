/* Arrays in memory, as the model takes and gives them: contiguous, row-major,
 * aligned to 64 bytes. */
#ifndef TENON_RUNTIME_ARRAY_H
#define TENON_RUNTIME_ARRAY_H

#include "tenon/Runtime/Model.h"

#include <stdbool.h>

enum {
  TENON_MAX_RANK = 64, /* numpy's own limit */
  TENON_ALIGNMENT = 64
};

typedef struct tenon_array {
  uint32_t dtype;
  uint32_t rank;
  int64_t dims[TENON_MAX_RANK];
  int64_t size; /* bytes */
  void *data;
  void *allocation; /* what to free; null where the data is borrowed */
} tenon_array;

/* Computes the bytes of an array. False when a dimension is negative or the
 * size does not fit in 63 bits, where dimensions of 0 are left out, so that no
 * later product of some of the dimensions can overflow either. */
bool tenon_array_size(uint32_t dtype, const int64_t *dims, uint32_t rank,
                      int64_t *size);

/* Aligned memory, never of size 0; null when there is not enough. */
void *tenon_allocate(int64_t size);

void tenon_array_release(tenon_array *array);

#endif
