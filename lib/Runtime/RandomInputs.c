/* Inputs filled with pseudo-random values, the same on every machine for the
 * same seed. */
#include "Element.h"
#include "Session.h"

/* Vigna's splitmix64. */
static uint64_t next_random(uint64_t *state) {
  uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));
  z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
  return z ^ z >> 31;
}

/* Real numbers lie in [-1, 1). Integers are 0 or 1: they are often indices,
 * and those fit every table of two rows or more. */
static void fill(tenon_array *array, uint64_t *state) {
  int64_t width = tenon_element_size(array->dtype);
  bool real = tenon_element_is_float(array->dtype);
  char *at = array->data;
  for (int64_t done = 0; done < array->size; done += width) {
    uint64_t bits = next_random(state);
    double value = real ? (double)(int64_t)(bits >> 40) / (1 << 23) - 1
                        : (double)(bits >> 63);
    tenon_element_store(array->dtype, at + done, value);
  }
}

/* Makes an array of the shape that the symbols give it. */
static bool make(tenon_session *session, uint32_t index) {
  const tenon_tensor_info *info = &session->model->inputs[index];
  tenon_array *array = &session->inputs[index].array;
  tenon_text what;
  tenon_text_clear(&what);
  tenon_text_append(&what, "the input '%s' ", info->name);
  array->dtype = info->dtype;
  array->rank = info->rank;
  for (uint32_t i = 0; i < info->rank; ++i)
    array->dims[i] = tenon_session_dim(session, &info->dims[i]);
  tenon_text_append_sizes(&what, array->dims, array->rank);
  if (!tenon_array_size(array->dtype, array->dims, array->rank, &array->size)) {
    tenon_report_error(session->report, "E0509",
                       "not enough memory: %s needs more bytes than 63 bits "
                       "can count",
                       what.chars);
    return false;
  }
  array->data = array->allocation = tenon_allocate(array->size);
  if (!array->data)
    return tenon_report_no_memory(session->report, array->size, what.chars);
  return true;
}

bool tenon_inputs_fill(tenon_session *session) {
  /* Each input has numbers of its own, whichever others are given. */
  for (uint32_t i = 0; i < session->model->input_count; ++i) {
    if (session->inputs[i].state != TENON_INPUT_RANDOM)
      continue;
    if (!make(session, i))
      return false;
    uint64_t state = session->arguments->seed ^ (uint64_t)i << 32;
    fill(&session->inputs[i].array, &state);
  }
  return true;
}
