/* Compares the given arrays with what the model takes and binds its symbols.
 * Each mistake is reported; what follows from one alone is not. */
#include "Bind.h"

#include "Element.h"
#include "Text.h"

#include <inttypes.h>
#include <stdlib.h>

/* Which axis of which input gave a symbol its value. */
typedef struct binding {
  bool bound;
  uint32_t input;
  uint32_t axis;
} binding;

typedef struct binder {
  tenon_session *session;
  binding *bindings;
  /* Some symbol's value is unknown or wrong by a mistake reported already. */
  bool incomplete;
} binder;

static void check_type(tenon_session *session, uint32_t index) {
  const tenon_tensor_info *info = &session->model->inputs[index];
  tenon_array *array = &session->inputs[index].array;
  /* numpy has no bf16; its bits are kept as 16-bit integers. */
  if (info->dtype == TENON_BF16 && array->dtype == TENON_U16)
    array->dtype = TENON_BF16;
  if (array->dtype == info->dtype)
    return;
  tenon_report_error(session->report, "E0503",
                     "the input '%s' has element type %s, but the model takes "
                     "%s",
                     info->name, tenon_element_name(array->dtype),
                     tenon_element_name(info->dtype));
  tenon_report_help("convert it: x = x.astype(%s)",
                    tenon_element_numpy(info->dtype));
}

static void report_conflict(binder *b, uint32_t symbol, uint32_t input,
                            uint32_t axis) {
  const tenon_model_info *model = b->session->model;
  const binding *first = &b->bindings[symbol];
  const tenon_array *a = &b->session->inputs[first->input].array;
  const tenon_array *c = &b->session->inputs[input].array;
  tenon_text a_shape, c_shape;
  tenon_text_clear(&a_shape);
  tenon_text_clear(&c_shape);
  tenon_text_append_sizes(&a_shape, a->dims, a->rank);
  tenon_text_append_sizes(&c_shape, c->dims, c->rank);
  tenon_report_error(
      b->session->report, "E0502",
      "'%s' is %" PRId64 " by axis %" PRIu32 " of the input '%s' (%s), but "
      "%" PRId64 " by axis %" PRIu32 " of the input '%s' (%s)",
      model->symbols[symbol].name, a->dims[first->axis], first->axis,
      model->inputs[first->input].name, a_shape.chars, c->dims[axis], axis,
      model->inputs[input].name, c_shape.chars);
  b->incomplete = true;
}

static void bind_symbol(binder *b, uint32_t symbol, uint32_t input,
                        uint32_t axis) {
  int64_t size = b->session->inputs[input].array.dims[axis];
  binding *bound = &b->bindings[symbol];
  if (!bound->bound) {
    *bound = (binding){true, input, axis};
    b->session->symbols[symbol] = size;
    return;
  }
  if (b->session->symbols[symbol] != size)
    report_conflict(b, symbol, input, axis);
}

static void bind_input(binder *b, uint32_t index) {
  tenon_session *session = b->session;
  const tenon_tensor_info *info = &session->model->inputs[index];
  const tenon_array *array = &session->inputs[index].array;
  check_type(session, index);
  if (array->rank != info->rank) {
    tenon_report_rank(session, index);
    b->incomplete = true;
    return;
  }
  bool helped = false;
  for (uint32_t axis = 0; axis < info->rank; ++axis) {
    const tenon_dim *dim = &info->dims[axis];
    if (dim->kind == TENON_DIM_SYMBOL)
      bind_symbol(b, dim->index, index, axis);
    else if (dim->kind == TENON_DIM_CONSTANT && dim->value != array->dims[axis])
      tenon_report_dimension(session, index, axis, &helped);
  }
}

/* Gives the symbols that no input binds their values. */
static void bind_rest(binder *b) {
  tenon_session *session = b->session;
  for (uint32_t i = 0; i < session->model->symbol_count; ++i) {
    const tenon_symbol_info *symbol = &session->model->symbols[i];
    if (symbol->kind == TENON_SYMBOL_DATA)
      continue;
    int64_t asked = session->arguments->dims[i];
    bool given = session->arguments->dim_given[i];
    const binding *bound = &b->bindings[i];
    if (bound->bound) {
      if (!given || asked == session->symbols[i])
        continue;
      tenon_report_error(session->report, "E0502",
                         "'%s' is %" PRId64 " by axis %" PRIu32
                         " of the input '%s', but %" PRId64 " by --dim",
                         symbol->name, session->symbols[i], bound->axis,
                         session->model->inputs[bound->input].name, asked);
      b->incomplete = true;
      continue;
    }
    int64_t value = symbol->lower;
    /* Nothing is learned from running on empty arrays. */
    if (tenon_session_is_random(session) && value < 1 && symbol->upper >= 1)
      value = 1;
    session->symbols[i] = given ? asked : value;
  }
}

static void check_bounds(binder *b) {
  tenon_session *session = b->session;
  for (uint32_t i = 0; i < session->model->symbol_count; ++i) {
    const tenon_symbol_info *symbol = &session->model->symbols[i];
    int64_t value = session->symbols[i];
    if (value >= symbol->lower && value <= symbol->upper)
      continue;
    tenon_text bounds, origin;
    tenon_text_clear(&bounds);
    tenon_text_clear(&origin);
    tenon_text_append_bounds(&bounds, symbol);
    const binding *bound = &b->bindings[i];
    if (bound->bound)
      tenon_text_append(&origin, "axis %" PRIu32 " of the input '%s'",
                        bound->axis, session->model->inputs[bound->input].name);
    else
      tenon_text_append(&origin, "--dim");
    tenon_report_error(session->report, "E0507",
                       "'%s' is %" PRId64 " by %s, but the model takes %s",
                       symbol->name, value, origin.chars, bounds.chars);
    b->incomplete = true;
  }
}

static void check_expressions(binder *b) {
  tenon_session *session = b->session;
  for (uint32_t i = 0; i < session->model->input_count; ++i) {
    const tenon_tensor_info *info = &session->model->inputs[i];
    bool helped = false;
    if (session->inputs[i].state != TENON_INPUT_READ)
      continue;
    for (uint32_t axis = 0; axis < info->rank; ++axis)
      if (info->dims[axis].kind == TENON_DIM_EXPRESSION &&
          tenon_session_dim(session, &info->dims[axis]) !=
              session->inputs[i].array.dims[axis])
        tenon_report_dimension(session, i, axis, &helped);
  }
}

bool tenon_inputs_bind(tenon_session *session) {
  const tenon_model_info *model = session->model;
  size_t count = (size_t)model->symbol_count + 1;
  binder b = {session, calloc(count, sizeof(binding)), false};
  if (!b.bindings)
    return tenon_report_no_memory(session->report,
                                  (int64_t)(count * sizeof(binding)),
                                  "the table of symbols");
  for (uint32_t i = 0; i < model->input_count; ++i) {
    if (session->inputs[i].state == TENON_INPUT_READ)
      bind_input(&b, i);
    else if (session->inputs[i].state != TENON_INPUT_RANDOM)
      b.incomplete = true;
  }
  bind_rest(&b);
  check_bounds(&b);
  free(b.bindings);
  if (!b.incomplete) {
    tenon_session_evaluate(session);
    check_expressions(&b);
    tenon_constraints_check(session);
  }
  return tenon_report_clean(session->report);
}
