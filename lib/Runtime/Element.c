/* Element types: sizes, names in our words and in numpy's, single values. */
#include "Element.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

typedef struct element_type {
  int64_t size;
  char kind; /* b, i, u, f as in numpy */
  const char *name;
  const char *numpy;
  const char *descr;
} element_type;

static const element_type element_types[] = {
    [TENON_BOOL] = {1, 'b', "bool", "numpy.bool_", "|b1"},
    [TENON_I8] = {1, 'i', "i8", "numpy.int8", "|i1"},
    [TENON_I16] = {2, 'i', "i16", "numpy.int16", "<i2"},
    [TENON_I32] = {4, 'i', "i32", "numpy.int32", "<i4"},
    [TENON_I64] = {8, 'i', "i64", "numpy.int64", "<i8"},
    [TENON_U8] = {1, 'u', "u8", "numpy.uint8", "|u1"},
    [TENON_U16] = {2, 'u', "u16", "numpy.uint16", "<u2"},
    [TENON_U32] = {4, 'u', "u32", "numpy.uint32", "<u4"},
    [TENON_U64] = {8, 'u', "u64", "numpy.uint64", "<u8"},
    [TENON_F16] = {2, 'f', "f16", "numpy.float16", "<f2"},
    [TENON_BF16] = {2, 'f', "bf16", "ml_dtypes.bfloat16", "|V2"},
    [TENON_F32] = {4, 'f', "f32", "numpy.float32", "<f4"},
    [TENON_F64] = {8, 'f', "f64", "numpy.float64", "<f8"},
};

int64_t tenon_element_size(uint32_t dtype) { return element_types[dtype].size; }

const char *tenon_element_name(uint32_t dtype) {
  return element_types[dtype].name;
}

const char *tenon_element_numpy(uint32_t dtype) {
  return element_types[dtype].numpy;
}

const char *tenon_element_descr(uint32_t dtype) {
  return element_types[dtype].descr;
}

bool tenon_element_is_float(uint32_t dtype) {
  return element_types[dtype].kind == 'f';
}

static double half_to_double(uint16_t bits) {
  int exponent = (bits >> 10) & 31;
  int fraction = bits & 1023;
  double magnitude;
  if (exponent == 31)
    magnitude = fraction ? (double)NAN : (double)INFINITY;
  else if (exponent == 0)
    magnitude = ldexp(fraction, -24);
  else
    magnitude = ldexp(fraction + 1024, exponent - 25);
  return bits & 0x8000 ? -magnitude : magnitude;
}

static uint16_t double_to_half(double value) {
  uint16_t sign = signbit(value) ? 0x8000 : 0;
  double magnitude = fabs(value);
  if (isnan(value))
    return 0x7e00;
  if (magnitude >= 65520)
    return sign | 0x7c00;
  int exponent;
  double fraction = frexp(magnitude, &exponent);
  if (magnitude < ldexp(1, -14))
    return sign | (uint16_t)nearbyint(ldexp(magnitude, 24));
  /* Rounding up to the next power of two carries into the exponent. */
  int rounded = (int)nearbyint(ldexp(fraction, 11));
  return sign | (uint16_t)(((exponent + 14) << 10) + rounded - 1024);
}

static double brain_to_double(uint16_t bits) {
  uint32_t wide = (uint32_t)bits << 16;
  float value;
  memcpy(&value, &wide, sizeof(value));
  return value;
}

static uint16_t double_to_brain(double value) {
  float narrow = (float)value;
  if (isnan(narrow))
    return 0x7fc0;
  uint32_t bits;
  memcpy(&bits, &narrow, sizeof(bits));
  return (uint16_t)((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
}

static uint64_t load_unsigned(uint32_t dtype, const void *element) {
  uint64_t value = 0;
  memcpy(&value, element, (size_t)element_types[dtype].size);
  return value;
}

static int64_t load_signed(uint32_t dtype, const void *element) {
  uint64_t bits = load_unsigned(dtype, element);
  uint64_t sign = UINT64_C(1) << (8 * element_types[dtype].size - 1);
  return (int64_t)((bits ^ sign) - sign);
}

double tenon_element_load(uint32_t dtype, const void *element) {
  float single;
  double wide;
  switch (dtype) {
  case TENON_F16:
    return half_to_double((uint16_t)load_unsigned(dtype, element));
  case TENON_BF16:
    return brain_to_double((uint16_t)load_unsigned(dtype, element));
  case TENON_F32:
    memcpy(&single, element, sizeof(single));
    return single;
  case TENON_F64:
    memcpy(&wide, element, sizeof(wide));
    return wide;
  default:
    return element_types[dtype].kind == 'i'
               ? (double)load_signed(dtype, element)
               : (double)load_unsigned(dtype, element);
  }
}

void tenon_element_store(uint32_t dtype, void *element, double value) {
  float single = (float)value;
  uint64_t bits;
  switch (dtype) {
  case TENON_F16:
    bits = double_to_half(value);
    break;
  case TENON_BF16:
    bits = double_to_brain(value);
    break;
  case TENON_F32:
    memcpy(element, &single, sizeof(single));
    return;
  case TENON_F64:
    memcpy(element, &value, sizeof(value));
    return;
  default:
    bits = value < 0 ? (uint64_t)(int64_t)value : (uint64_t)value;
  }
  memcpy(element, &bits, (size_t)element_types[dtype].size);
}

int tenon_element_compare(uint32_t dtype, const void *lhs, const void *rhs) {
  if (element_types[dtype].kind == 'f') {
    double a = tenon_element_load(dtype, lhs);
    double b = tenon_element_load(dtype, rhs);
    return (a > b) - (a < b);
  }
  if (element_types[dtype].kind == 'i') {
    int64_t a = load_signed(dtype, lhs), b = load_signed(dtype, rhs);
    return (a > b) - (a < b);
  }
  uint64_t a = load_unsigned(dtype, lhs), b = load_unsigned(dtype, rhs);
  return (a > b) - (a < b);
}

void tenon_element_print(tenon_text *text, uint32_t dtype,
                         const void *element) {
  switch (element_types[dtype].kind) {
  case 'f':
    tenon_text_append(text, "%.*g", dtype == TENON_F64 ? 10 : 6,
                      tenon_element_load(dtype, element));
    return;
  case 'b':
    tenon_text_append(text, "%s",
                      load_unsigned(dtype, element) ? "true" : "false");
    return;
  case 'i':
    tenon_text_append(text, "%" PRId64, load_signed(dtype, element));
    return;
  default:
    tenon_text_append(text, "%" PRIu64, load_unsigned(dtype, element));
  }
}
