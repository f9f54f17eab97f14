/* The messages about shapes that do not fit, and the cures that are evident
 * from the numbers. */
#include "Bind.h"
#include "Text.h"

#include <inttypes.h>

/* Whether a size can be what the model takes there; sizes that depend on
 * symbols are taken on trust within their bounds. */
static bool admits(const tenon_session *session, const tenon_dim *dim,
                   int64_t size) {
  if (dim->kind == TENON_DIM_CONSTANT)
    return dim->value == size;
  if (dim->kind == TENON_DIM_EXPRESSION)
    return true;
  const tenon_symbol_info *symbol = &session->model->symbols[dim->index];
  return size >= symbol->lower && size <= symbol->upper;
}

static void help_missing_axes(const tenon_session *session,
                              const tenon_tensor_info *info,
                              const tenon_array *array) {
  uint32_t missing = info->rank - array->rank;
  for (uint32_t i = 0; i < info->rank; ++i)
    if (!admits(session, &info->dims[i],
                i < missing ? 1 : array->dims[i - missing]))
      return;
  tenon_text index;
  tenon_text_clear(&index);
  for (uint32_t i = 0; i < missing; ++i)
    tenon_text_append(&index, "%sNone", i ? ", " : "");
  tenon_report_help("add the missing %s: x = x[%s]",
                    missing == 1 ? "axis" : "axes", index.chars);
}

static void help_spare_axes(const tenon_session *session,
                            const tenon_tensor_info *info,
                            const tenon_array *array) {
  uint32_t spare = array->rank - info->rank;
  for (uint32_t i = 0; i < array->rank; ++i)
    if (i < spare ? array->dims[i] != 1
                  : !admits(session, &info->dims[i - spare], array->dims[i]))
      return;
  tenon_text index;
  tenon_text_clear(&index);
  for (uint32_t i = 0; i < spare; ++i)
    tenon_text_append(&index, "%s0", i ? ", " : "");
  tenon_report_help("drop the first %s: x = x[%s]",
                    spare == 1 ? "axis" : "axes", index.chars);
}

void tenon_report_rank(tenon_session *session, uint32_t input) {
  const tenon_tensor_info *info = &session->model->inputs[input];
  const tenon_array *array = &session->inputs[input].array;
  tenon_text given, wanted;
  tenon_text_clear(&given);
  tenon_text_clear(&wanted);
  tenon_text_append_sizes(&given, array->dims, array->rank);
  tenon_text_append_dims(&wanted, info->dims, info->rank);
  tenon_report_error(session->report, "E0501",
                     "the input '%s' has rank %" PRIu32
                     " (%s), but the model takes rank %" PRIu32 " (%s)",
                     info->name, array->rank, given.chars, info->rank,
                     wanted.chars);
  if (array->rank < info->rank)
    help_missing_axes(session, info, array);
  else
    help_spare_axes(session, info, array);
}

/* Whether the array fits once the axis `from` has been moved to `to`. */
static bool fits_moved(const tenon_session *session,
                       const tenon_tensor_info *info, const tenon_array *array,
                       uint32_t from, uint32_t to) {
  for (uint32_t i = 0; i < info->rank; ++i) {
    uint32_t source = i;
    if (i == to)
      source = from;
    else if (i >= from && i < to)
      source = i + 1;
    else if (i > to && i <= from)
      source = i - 1;
    if (!admits(session, &info->dims[i], array->dims[source]))
      return false;
  }
  return true;
}

static bool help_axis_order(const tenon_session *session,
                            const tenon_tensor_info *info,
                            const tenon_array *array) {
  uint32_t last = info->rank - 1;
  if (info->rank == 2 && fits_moved(session, info, array, 0, 1)) {
    tenon_report_help("swap its axes: x = x.T");
    return true;
  }
  if (info->rank < 3)
    return false;
  if (fits_moved(session, info, array, last, 1)) {
    tenon_report_help("put its channels first: x = numpy.moveaxis(x, -1, 1)");
    return true;
  }
  if (fits_moved(session, info, array, 1, last)) {
    tenon_report_help("put its channels last: x = numpy.moveaxis(x, 1, -1)");
    return true;
  }
  return false;
}

void tenon_report_dimension(tenon_session *session, uint32_t input,
                            uint32_t axis, bool *helped) {
  const tenon_tensor_info *info = &session->model->inputs[input];
  const tenon_array *array = &session->inputs[input].array;
  const tenon_dim *dim = &info->dims[axis];
  tenon_text given, wanted, size;
  tenon_text_clear(&given);
  tenon_text_clear(&wanted);
  tenon_text_clear(&size);
  tenon_text_append_sizes(&given, array->dims, array->rank);
  tenon_text_append_dims(&wanted, info->dims, info->rank);
  tenon_text_append_dim(&size, dim);
  if (dim->kind == TENON_DIM_EXPRESSION) {
    tenon_text_append(&size, " = %" PRId64, tenon_session_dim(session, dim));
    for (uint32_t i = 0; i < session->model->symbol_count &&
                         session->model->symbols[i].kind == TENON_SYMBOL_INPUT;
         ++i)
      tenon_text_append(&size, "%s%s = %" PRId64, i ? ", " : " for ",
                        session->model->symbols[i].name, session->symbols[i]);
  }
  tenon_report_error(session->report, "E0502",
                     "the input '%s' has %" PRId64 " on axis %" PRIu32
                     " (%s), but the model takes %s there (%s)",
                     info->name, array->dims[axis], axis, given.chars,
                     size.chars, wanted.chars);
  if (!*helped && dim->kind == TENON_DIM_CONSTANT)
    *helped = help_axis_order(session, info, array);
}
