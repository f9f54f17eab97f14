/* Short texts in fixed storage: shapes, lists of names, file headers. They
 * never allocate, so that an error can be told when memory is short. */
#ifndef TENON_RUNTIME_TEXT_H
#define TENON_RUNTIME_TEXT_H

#include "tenon/Runtime/Model.h"

#include <stddef.h>

enum { TENON_TEXT_CAPACITY = 1024 };

/* Always terminated; what does not fit is cut and ends in "...". */
typedef struct tenon_text {
  size_t size;
  char chars[TENON_TEXT_CAPACITY];
} tenon_text;

void tenon_text_clear(tenon_text *text);

void tenon_text_append(tenon_text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Appends "[2, 3]". */
void tenon_text_append_sizes(tenon_text *text, const int64_t *dims,
                             uint32_t rank);

/* Appends "[batch, 3]", in the words of the model. */
void tenon_text_append_dims(tenon_text *text, const tenon_dim *dims,
                            uint32_t rank);

/* Appends "3" or "batch". */
void tenon_text_append_dim(tenon_text *text, const tenon_dim *dim);

/* Appends "1 or more", "exactly 4" or "between 1 and 8". */
void tenon_text_append_bounds(tenon_text *text,
                              const tenon_symbol_info *symbol);

/* Appends "a == b", "a >= b" or "a % b == 0". */
void tenon_text_append_relation(tenon_text *text,
                                const tenon_constraint_info *constraint);

/* Appends "1536 bytes" or "5242880 bytes (5.0 MiB)". */
void tenon_text_append_bytes(tenon_text *text, int64_t bytes);

#endif
