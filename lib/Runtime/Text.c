/* Short texts in fixed storage, and how shapes, bounds and relations read. */
#include "Text.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void tenon_text_clear(tenon_text *text) {
  text->size = 0;
  text->chars[0] = '\0';
}

void tenon_text_append(tenon_text *text, const char *format, ...) {
  size_t room = TENON_TEXT_CAPACITY - text->size;
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(text->chars + text->size, room, format, arguments);
  va_end(arguments);
  if (length < 0) {
    text->chars[text->size] = '\0';
    return;
  }
  if ((size_t)length < room) {
    text->size += (size_t)length;
    return;
  }
  memcpy(text->chars + TENON_TEXT_CAPACITY - 4, "...", 4);
  text->size = TENON_TEXT_CAPACITY - 1;
}

void tenon_text_append_sizes(tenon_text *text, const int64_t *dims,
                             uint32_t rank) {
  tenon_text_append(text, "[");
  for (uint32_t i = 0; i < rank; ++i)
    tenon_text_append(text, "%s%" PRId64, i ? ", " : "", dims[i]);
  tenon_text_append(text, "]");
}

void tenon_text_append_dim(tenon_text *text, const tenon_dim *dim) {
  if (dim->kind == TENON_DIM_CONSTANT)
    tenon_text_append(text, "%" PRId64, dim->value);
  else
    tenon_text_append(text, "%s", dim->text);
}

void tenon_text_append_dims(tenon_text *text, const tenon_dim *dims,
                            uint32_t rank) {
  tenon_text_append(text, "[");
  for (uint32_t i = 0; i < rank; ++i) {
    if (i)
      tenon_text_append(text, ", ");
    tenon_text_append_dim(text, &dims[i]);
  }
  tenon_text_append(text, "]");
}

void tenon_text_append_bounds(tenon_text *text,
                              const tenon_symbol_info *symbol) {
  if (symbol->upper == INT64_MAX)
    tenon_text_append(text, "%" PRId64 " or more", symbol->lower);
  else if (symbol->lower == symbol->upper)
    tenon_text_append(text, "exactly %" PRId64, symbol->lower);
  else
    tenon_text_append(text, "between %" PRId64 " and %" PRId64, symbol->lower,
                      symbol->upper);
}

void tenon_text_append_relation(tenon_text *text,
                                const tenon_constraint_info *constraint) {
  const char *lhs = constraint->lhs_text, *rhs = constraint->rhs_text;
  switch (constraint->relation) {
  case TENON_AT_LEAST:
    tenon_text_append(text, "%s >= %s", lhs, rhs);
    return;
  case TENON_DIVIDES: {
    /* `a + 1 % b` would read as a + (1 % b). */
    const char *open = strchr(lhs, ' ') ? "(" : "";
    const char *close = *open ? ")" : "";
    const char *open_rhs = strchr(rhs, ' ') ? "(" : "";
    const char *close_rhs = *open_rhs ? ")" : "";
    tenon_text_append(text, "%s%s%s %% %s%s%s == 0", open, lhs, close, open_rhs,
                      rhs, close_rhs);
    return;
  }
  default:
    tenon_text_append(text, "%s == %s", lhs, rhs);
  }
}

void tenon_text_append_bytes(tenon_text *text, int64_t bytes) {
  static const char *const units[] = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
  tenon_text_append(text, "%" PRId64 " byte%s", bytes, bytes == 1 ? "" : "s");
  if (bytes < 10240)
    return;
  double amount = (double)bytes / 1024;
  size_t unit = 0;
  for (; amount >= 1024 && unit + 1 < sizeof(units) / sizeof(*units); ++unit)
    amount /= 1024;
  tenon_text_append(text, " (%.1f %s)", amount, units[unit]);
}
