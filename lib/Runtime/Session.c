/* One use of a model: its storage, and a single run. */
#include "Session.h"

#include <inttypes.h>
#include <stdlib.h>

bool tenon_session_begin(tenon_session *session, const tenon_model_info *model,
                         const tenon_arguments *arguments,
                         tenon_report *report) {
  *session = (tenon_session){0};
  session->model = model;
  session->arguments = arguments;
  session->report = report;
  /* One more of each: a count of 0 is no failure to allocate. */
  size_t inputs = (size_t)model->input_count + 1;
  size_t outputs = (size_t)model->output_count + 1;
  size_t symbols = (size_t)model->symbol_count + 1;
  size_t expressions = (size_t)model->expression_count + 1;
  session->inputs = calloc(inputs, sizeof(*session->inputs));
  session->files = calloc(arguments->input_count + 1, sizeof(*session->files));
  session->symbols = calloc(symbols, sizeof(*session->symbols));
  session->expressions = calloc(expressions, sizeof(*session->expressions));
  session->outputs = calloc(outputs, sizeof(*session->outputs));
  session->input_data = calloc(inputs, sizeof(*session->input_data));
  session->output_data = calloc(outputs, sizeof(*session->output_data));
  if (session->inputs && session->files && session->symbols &&
      session->expressions && session->outputs && session->input_data &&
      session->output_data)
    return true;
  return tenon_report_no_memory(
      report, (int64_t)((inputs + outputs) * sizeof(tenon_input)),
      "the list of inputs and outputs");
}

bool tenon_session_is_random(const tenon_session *session) {
  return session->arguments->random ||
         (session->arguments->bench && session->arguments->input_count == 0);
}

int64_t tenon_session_dim(const tenon_session *session, const tenon_dim *dim) {
  switch (dim->kind) {
  case TENON_DIM_SYMBOL:
    return session->symbols[dim->index];
  case TENON_DIM_EXPRESSION:
    return session->expressions[dim->index];
  default:
    return dim->value;
  }
}

int64_t tenon_session_limit(const tenon_session *session,
                            const tenon_dim *dim) {
  if (dim->kind == TENON_DIM_EXPRESSION)
    return session->expressions[dim->value];
  return tenon_session_dim(session, dim);
}

void tenon_session_evaluate(tenon_session *session) {
  const tenon_model_info *model = session->model;
  if (!model->expression_count)
    return;
  /* Limits are made of the other symbols alone. */
  model->evaluate(session->symbols, session->expressions);
  bool again = false;
  for (uint32_t i = 0; i < model->symbol_count; ++i) {
    if (model->symbols[i].kind != TENON_SYMBOL_DATA)
      continue;
    session->symbols[i] = session->expressions[model->symbols[i].limit];
    again = true;
  }
  if (again)
    model->evaluate(session->symbols, session->expressions);
}

bool tenon_session_run(tenon_session *session) {
  const tenon_model_info *model = session->model;
  for (uint32_t i = 0; i < model->input_count; ++i)
    session->input_data[i] = session->inputs[i].array.data;
  for (uint32_t i = 0; i < model->output_count; ++i)
    session->output_data[i] = session->outputs[i].data;
  int32_t fault =
      model->run(session->input_data, session->output_data, model->weights,
                 session->workspace, session->symbols);
  if (fault == 0)
    return true;
  if (fault > 0 && fault <= model->fault_count) {
    const tenon_fault_info *info = &model->faults[fault - 1];
    tenon_report_error(session->report, info->code, "%s", info->message);
    return false;
  }
  tenon_report_error(session->report, "E0511",
                     "the model '%s' stopped with the unknown fault %" PRId32,
                     model->name, fault);
  return false;
}

void tenon_session_release(tenon_session *session) {
  for (uint32_t i = 0; session->inputs && i < session->model->input_count; ++i)
    tenon_array_release(&session->inputs[i].array);
  for (uint32_t i = 0; session->outputs && i < session->model->output_count;
       ++i)
    tenon_array_release(&session->outputs[i]);
  for (size_t i = 0; session->files && i < session->arguments->input_count; ++i)
    tenon_file_close(&session->files[i]);
  free(session->inputs);
  free(session->files);
  free(session->symbols);
  free(session->expressions);
  free(session->outputs);
  free((void *)session->input_data);
  free((void *)session->output_data);
  free(session->workspace);
}
