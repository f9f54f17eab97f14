/* One use of a model from the command line: the arrays that are given, the
 * sizes they bind, the arrays that come out. The steps are in files of their
 * own and run in the order of this header. */
#ifndef TENON_RUNTIME_SESSION_H
#define TENON_RUNTIME_SESSION_H

#include "Arguments.h"
#include "Array.h"
#include "File.h"

enum tenon_input_state {
  TENON_INPUT_MISSING = 0,
  TENON_INPUT_BROKEN = 1, /* given, but not readable; reported already */
  TENON_INPUT_READ = 2,
  TENON_INPUT_RANDOM = 3
};

typedef struct tenon_input {
  enum tenon_input_state state;
  const char *path; /* of the file that gave it */
  tenon_array array;
} tenon_input;

typedef struct tenon_session {
  const tenon_model_info *model;
  const tenon_arguments *arguments;
  tenon_report *report;
  tenon_input *inputs;  /* per input of the model */
  tenon_file *files;    /* per --input; arrays may borrow from them */
  int64_t *symbols;     /* per symbol of the model */
  int64_t *expressions; /* per expression of the model */
  tenon_array *outputs; /* per output of the model */
  const void **input_data;
  void **output_data;
  void *workspace;
} tenon_session;

/* Allocates what depends on the model alone. Like all steps it reports its
 * mistakes and returns false when there was one; the session is to be released
 * in any case. */
bool tenon_session_begin(tenon_session *session, const tenon_model_info *model,
                         const tenon_arguments *arguments,
                         tenon_report *report);

/* Whether inputs that are not given are filled at random. */
bool tenon_session_is_random(const tenon_session *session);

/* Reads the arrays of --input. */
bool tenon_inputs_load(tenon_session *session);

/* Checks shapes and types, binds the symbols and computes the expressions. */
bool tenon_inputs_bind(tenon_session *session);

/* Checks what the compiler could not decide. */
bool tenon_constraints_check(tenon_session *session);

/* The code of the compiler's own diagnostic, or E0504 where it has none. */
const char *tenon_constraint_code(const tenon_constraint_info *constraint);

/* Makes the random inputs. */
bool tenon_inputs_fill(tenon_session *session);

/* Allocates the outputs and the workspace. */
bool tenon_outputs_allocate(tenon_session *session);

/* Computes the expressions, where sizes that the data decides count as the
 * most they can be. */
void tenon_session_evaluate(tenon_session *session);

/* Runs the model once. */
bool tenon_session_run(tenon_session *session);

/* Gives the outputs the sizes that the run has decided. */
void tenon_outputs_settle(tenon_session *session);

/* Times runs and prints the line that says how long they took. */
bool tenon_bench(tenon_session *session);

/* Prints the outputs in short. */
void tenon_outputs_print(const tenon_session *session);

/* Writes the outputs to --output. */
bool tenon_outputs_write(tenon_session *session);

void tenon_session_release(tenon_session *session);

/* The size of a dimension once symbols and expressions are known. */
int64_t tenon_session_dim(const tenon_session *session, const tenon_dim *dim);

/* The most that it can be, before a run has decided it. */
int64_t tenon_session_limit(const tenon_session *session, const tenon_dim *dim);

void tenon_print_info(const tenon_model_info *model);

#endif
