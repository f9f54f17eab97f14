/* Element types: sizes, names in our words and in numpy's, single values. */
#ifndef TENON_RUNTIME_ELEMENT_H
#define TENON_RUNTIME_ELEMENT_H

#include "Text.h"

#include <stdbool.h>

/* Bytes of one element. */
int64_t tenon_element_size(uint32_t dtype);

/* "f32". */
const char *tenon_element_name(uint32_t dtype);

/* "numpy.float32". */
const char *tenon_element_numpy(uint32_t dtype);

/* "<f4", as an .npy header spells it; bf16, which numpy lacks, is "|V2". */
const char *tenon_element_descr(uint32_t dtype);

bool tenon_element_is_float(uint32_t dtype);

/* The value as a double; 64-bit integers are rounded. */
double tenon_element_load(uint32_t dtype, const void *element);

/* Stores a value, rounded to the nearest one of the type. */
void tenon_element_store(uint32_t dtype, void *element, double value);

/* Less than zero, zero or more, without the rounding of `load`. */
int tenon_element_compare(uint32_t dtype, const void *lhs, const void *rhs);

/* Appends the value as a reader expects it. */
void tenon_element_print(tenon_text *text, uint32_t dtype, const void *element);

#endif
