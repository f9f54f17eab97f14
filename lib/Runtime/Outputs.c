/* Storage for the outputs and the workspace, and the outputs in short. */
#include "Element.h"
#include "Session.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

static bool too_large(tenon_session *session, const char *what) {
  tenon_report_error(session->report, "E0509",
                     "not enough memory: %s needs more bytes than 63 bits can "
                     "count",
                     what);
  return false;
}

static bool allocate_output(tenon_session *session, uint32_t index) {
  const tenon_tensor_info *info = &session->model->outputs[index];
  tenon_array *array = &session->outputs[index];
  tenon_text what;
  tenon_text_clear(&what);
  array->dtype = info->dtype;
  array->rank = info->rank;
  for (uint32_t i = 0; i < info->rank; ++i)
    array->dims[i] = tenon_session_limit(session, &info->dims[i]);
  tenon_text_append(&what, "the output '%s' ", info->name);
  tenon_text_append_sizes(&what, array->dims, array->rank);
  if (!tenon_array_size(array->dtype, array->dims, array->rank, &array->size))
    return too_large(session, what.chars);
  array->data = array->allocation = tenon_allocate(array->size);
  if (!array->data)
    return tenon_report_no_memory(session->report, array->size, what.chars);
  return true;
}

bool tenon_outputs_allocate(tenon_session *session) {
  for (uint32_t i = 0; i < session->model->output_count; ++i)
    if (!allocate_output(session, i))
      return false;
  int64_t size = session->model->workspace_size(session->symbols);
  if (size < 0)
    return too_large(session, "the workspace");
  session->workspace = tenon_allocate(size);
  if (!session->workspace)
    return tenon_report_no_memory(session->report, size, "the workspace");
  return true;
}

void tenon_outputs_settle(tenon_session *session) {
  const tenon_model_info *model = session->model;
  if (model->expression_count)
    model->evaluate(session->symbols, session->expressions);
  for (uint32_t i = 0; i < model->output_count; ++i) {
    tenon_array *array = &session->outputs[i];
    for (uint32_t axis = 0; axis < array->rank; ++axis)
      array->dims[axis] =
          tenon_session_dim(session, &model->outputs[i].dims[axis]);
    /* No larger than what was allocated, which did not overflow. */
    tenon_array_size(array->dtype, array->dims, array->rank, &array->size);
  }
}

static void print_first(const tenon_array *array, int64_t count) {
  enum { SHOWN = 8 };
  int64_t width = tenon_element_size(array->dtype);
  const char *data = array->data;
  tenon_text values;
  tenon_text_clear(&values);
  for (int64_t i = 0; i < count && i < SHOWN; ++i) {
    tenon_text_append(&values, "%s", i ? ", " : "");
    tenon_element_print(&values, array->dtype, data + i * width);
  }
  if (count > SHOWN)
    tenon_text_append(&values, ", ... (%" PRId64 " values)", count);
  printf("  %s\n", values.chars);
}

/* Values that are not numbers are counted, not compared. */
static void print_range(const tenon_array *array, int64_t count) {
  int64_t width = tenon_element_size(array->dtype);
  const char *data = array->data, *lowest = NULL, *highest = NULL;
  double sum = 0;
  int64_t not_numbers = 0;
  for (int64_t i = 0; i < count; ++i) {
    const char *element = data + i * width;
    double value = tenon_element_load(array->dtype, element);
    if (isnan(value)) {
      ++not_numbers;
      continue;
    }
    sum += value;
    if (!lowest || tenon_element_compare(array->dtype, element, lowest) < 0)
      lowest = element;
    if (!highest || tenon_element_compare(array->dtype, element, highest) > 0)
      highest = element;
  }
  tenon_text range;
  tenon_text_clear(&range);
  if (lowest) {
    tenon_text_append(&range, "min ");
    tenon_element_print(&range, array->dtype, lowest);
    tenon_text_append(&range, ", max ");
    tenon_element_print(&range, array->dtype, highest);
    tenon_text_append(&range, ", mean %.6g",
                      sum / (double)(count - not_numbers));
  }
  if (not_numbers)
    tenon_text_append(&range, "%s%" PRId64 " nan", lowest ? ", " : "",
                      not_numbers);
  printf("  %s\n", range.chars);
}

void tenon_outputs_print(const tenon_session *session) {
  for (uint32_t i = 0; i < session->model->output_count; ++i) {
    const tenon_array *array = &session->outputs[i];
    int64_t count = array->size / tenon_element_size(array->dtype);
    tenon_text shape;
    tenon_text_clear(&shape);
    tenon_text_append_sizes(&shape, array->dims, array->rank);
    printf("%s: %s %s\n", session->model->outputs[i].name,
           tenon_element_name(array->dtype), shape.chars);
    if (count == 0) {
      printf("  no values\n");
      continue;
    }
    print_first(array, count);
    print_range(array, count);
  }
}
