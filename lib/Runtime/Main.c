/* The entry point of a compiled executable. */
#include "Arguments.h"
#include "Session.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* A model compiled by another version is refused rather than misread. */
static bool check_model(const tenon_model_info *model, tenon_report *report) {
  if (model->abi_version != TENON_ABI_VERSION) {
    tenon_report_usage(report,
                       "the model was compiled for version %" PRIu32
                       " of the runtime, but this is version %u",
                       model->abi_version, TENON_ABI_VERSION);
    return false;
  }
  for (uint32_t i = 0; i < model->input_count + model->output_count; ++i) {
    const tenon_tensor_info *info =
        i < model->input_count ? &model->inputs[i]
                               : &model->outputs[i - model->input_count];
    if (info->rank <= TENON_MAX_RANK)
      continue;
    tenon_report_usage(report,
                       "'%s' has rank %" PRIu32
                       ", but .npy files hold at most rank %d",
                       info->name, info->rank, TENON_MAX_RANK);
  }
  return tenon_report_clean(report);
}

static void run_session(tenon_session *session) {
  const tenon_arguments *arguments = session->arguments;
  /* Inputs that could be read are compared with the model even when others
   * could not, so that all mistakes are told at once. */
  tenon_inputs_load(session);
  if (session->report->usage_errors || !tenon_inputs_bind(session))
    return;
  if (!tenon_inputs_fill(session) || !tenon_outputs_allocate(session))
    return;
  if (arguments->bench ? !tenon_bench(session) : !tenon_session_run(session))
    return;
  tenon_outputs_settle(session);
  if (arguments->output)
    tenon_outputs_write(session);
  else if (!arguments->bench)
    tenon_outputs_print(session);
}

static void run_command(const tenon_model_info *model,
                        const tenon_arguments *arguments,
                        tenon_report *report) {
  if (arguments->help) {
    tenon_print_help(arguments, model);
  } else if (arguments->info) {
    tenon_print_info(model);
  } else {
    tenon_session session;
    if (tenon_session_begin(&session, model, arguments, report))
      run_session(&session);
    tenon_session_release(&session);
  }
  if (fflush(stdout) != 0 || ferror(stdout))
    tenon_report_error(report, "E0510", "cannot write the standard output: %s",
                       strerror(errno));
}

int tenon_main(int argc, char **argv, const tenon_model_info *model) {
  tenon_report report = {0, 0};
  if (!check_model(model, &report))
    return tenon_report_exit_code(&report);
  tenon_arguments arguments;
  if (tenon_arguments_parse(argc, argv, model, &report, &arguments))
    run_command(model, &arguments, &report);
  tenon_arguments_release(&arguments);
  return tenon_report_exit_code(&report);
}
