/* The command line of a compiled executable. */
#ifndef TENON_RUNTIME_ARGUMENTS_H
#define TENON_RUNTIME_ARGUMENTS_H

#include "Report.h"
#include "tenon/Runtime/Model.h"

#include <stddef.h>

typedef struct tenon_arguments {
  const char *program;
  const char **inputs; /* the values of --input, in order */
  size_t input_count;
  const char *output; /* null without --output */
  int64_t *dims;      /* per symbol, the value of --dim */
  bool *dim_given;    /* per symbol */
  int64_t bench;      /* 0 without --bench */
  uint64_t seed;
  bool random;
  bool info;
  bool help;
} tenon_arguments;

/* Reports every mistake; false when there was one. The arguments are to be
 * released in any case. */
bool tenon_arguments_parse(int argc, char **argv, const tenon_model_info *model,
                           tenon_report *report, tenon_arguments *arguments);

void tenon_arguments_release(tenon_arguments *arguments);

/* Whether `text` ends in `ending`. */
bool tenon_ends_with(const char *text, const char *ending);

/* If `text` is NAME=REST, where names may hold '=' themselves: returns REST,
 * else null. */
const char *tenon_after_name(const char *text, const char *name);

void tenon_print_help(const tenon_arguments *arguments,
                      const tenon_model_info *model);

#endif
