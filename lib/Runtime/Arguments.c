/* The command line of a compiled executable. */
#include "Arguments.h"

#include "Suggest.h"
#include "Text.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* What the parsing of one option needs. */
typedef struct parser {
  const tenon_model_info *model;
  tenon_report *report;
  tenon_arguments *arguments;
} parser;

static bool parse_integer(const char *text, int64_t *value) {
  if (!(*text == '-' || (*text >= '0' && *text <= '9')))
    return false;
  char *end;
  errno = 0;
  long long parsed = strtoll(text, &end, 10);
  *value = parsed;
  return errno == 0 && end != text && *end == '\0';
}

static void take_input(parser *p, const char *value) {
  p->arguments->inputs[p->arguments->input_count++] = value;
}

static void take_output(parser *p, const char *value) {
  if (p->arguments->output && strcmp(p->arguments->output, value) != 0)
    tenon_report_usage(p->report, "--output is given twice, '%s' and '%s'",
                       p->arguments->output, value);
  p->arguments->output = value;
  if (tenon_ends_with(value, ".npz"))
    return;
  if (!tenon_ends_with(value, ".npy")) {
    tenon_report_usage(
        p->report, "the output '%s' ends neither in .npz nor in .npy", value);
    return;
  }
  if (p->model->output_count == 1)
    return;
  tenon_report_usage(p->report,
                     "an .npy file such as '%s' holds one array, but the model "
                     "has %" PRIu32 " outputs",
                     value, p->model->output_count);
  tenon_report_help("write an .npz file: --output %.*snpz",
                    (int)strlen(value) - 3, value);
}

static void take_bench(parser *p, const char *value) {
  int64_t runs;
  if (parse_integer(value, &runs) && runs > 0)
    p->arguments->bench = runs;
  else
    tenon_report_usage(
        p->report, "--bench takes a number of runs from 1 on, not '%s'", value);
}

static void take_seed(parser *p, const char *value) {
  int64_t seed;
  if (parse_integer(value, &seed) && seed >= 0)
    p->arguments->seed = (uint64_t)seed;
  else
    tenon_report_usage(p->report, "--seed takes a number from 0 on, not '%s'",
                       value);
}

/* Sizes that the data decides stand last. */
static uint32_t settable_count(const tenon_model_info *model) {
  uint32_t count = 0;
  while (count < model->symbol_count &&
         model->symbols[count].kind == TENON_SYMBOL_INPUT)
    ++count;
  return count;
}

static void unknown_dim(parser *p, const char *value, size_t name_size) {
  tenon_suggestion suggestion;
  tenon_suggest_begin(&suggestion, value, name_size);
  uint32_t count = settable_count(p->model);
  for (uint32_t i = 0; i < count; ++i)
    tenon_suggest_consider(&suggestion, p->model->symbols[i].name);
  tenon_report_usage(p->report, "the model has no dimension named '%.*s'",
                     (int)name_size, value);
  if (suggestion.best) {
    tenon_report_help("did you mean '%s'?", suggestion.best);
    return;
  }
  tenon_text names;
  tenon_text_clear(&names);
  for (uint32_t i = 0; i < count; ++i)
    tenon_text_append(&names, "%s'%s'", i ? ", " : "",
                      p->model->symbols[i].name);
  if (names.size)
    tenon_report_help("its dimensions are %s", names.chars);
}

static void take_dim(parser *p, const char *value) {
  const char *number = NULL;
  uint32_t symbol = 0;
  for (uint32_t i = 0; i < settable_count(p->model); ++i) {
    const char *rest = tenon_after_name(value, p->model->symbols[i].name);
    if (rest && (!number || rest > number)) {
      number = rest;
      symbol = i;
    }
  }
  const char *equals = strchr(value, '=');
  if (!equals) {
    tenon_report_usage(p->report, "--dim takes NAME=VALUE, not '%s'", value);
    return;
  }
  if (!number) {
    unknown_dim(p, value, (size_t)(equals - value));
    return;
  }
  if (parse_integer(number, &p->arguments->dims[symbol]))
    p->arguments->dim_given[symbol] = true;
  else
    tenon_report_usage(p->report, "--dim %s takes a whole number, not '%s'",
                       p->model->symbols[symbol].name, number);
}

static void take_info(parser *p, const char *value) {
  (void)value;
  p->arguments->info = true;
}

static void take_random(parser *p, const char *value) {
  (void)value;
  p->arguments->random = true;
}

static void take_help(parser *p, const char *value) {
  (void)value;
  p->arguments->help = true;
}

typedef struct option {
  const char *name;
  bool has_value;
  void (*take)(parser *p, const char *value);
} option;

static const option options[] = {
    {"--input", true, take_input},    {"--output", true, take_output},
    {"--bench", true, take_bench},    {"--seed", true, take_seed},
    {"--dim", true, take_dim},        {"--info", false, take_info},
    {"--random", false, take_random}, {"--help", false, take_help},
    {"-h", false, take_help},
};
enum { OPTION_COUNT = sizeof(options) / sizeof(*options) };

static void unknown_option(parser *p, const char *text, size_t size) {
  if (text[0] != '-') {
    tenon_report_usage(p->report, "'%s' is not an option", text);
    tenon_report_help("arrays are given with --input: --input %s", text);
    return;
  }
  tenon_suggestion suggestion;
  tenon_suggest_begin(&suggestion, text, size);
  for (size_t i = 0; i < OPTION_COUNT; ++i)
    if (options[i].name[1] == '-')
      tenon_suggest_consider(&suggestion, options[i].name);
  tenon_report_usage(p->report, "there is no option '%.*s'", (int)size, text);
  if (suggestion.best)
    tenon_report_help("did you mean '%s'?", suggestion.best);
  else
    tenon_report_help("%s --help lists the options", p->arguments->program);
}

/* Takes the option at argv[at]; returns the index of the next one. */
static int take_option(parser *p, int argc, char **argv, int at) {
  const char *text = argv[at];
  const char *equals = text[0] == '-' ? strchr(text, '=') : NULL;
  size_t size = equals ? (size_t)(equals - text) : strlen(text);
  const option *found = NULL;
  for (size_t i = 0; i < OPTION_COUNT && !found; ++i)
    if (strlen(options[i].name) == size && !memcmp(options[i].name, text, size))
      found = &options[i];
  if (!found) {
    unknown_option(p, text, size);
    return at + 1;
  }
  if (!found->has_value) {
    if (equals)
      tenon_report_usage(p->report, "%s takes no value, but '%s' is given",
                         found->name, equals + 1);
    found->take(p, NULL);
    return at + 1;
  }
  if (equals) {
    found->take(p, equals + 1);
    return at + 1;
  }
  if (at + 1 == argc || !strncmp(argv[at + 1], "--", 2)) {
    tenon_report_usage(p->report, "%s takes a value, but none is given",
                       found->name);
    return at + 1;
  }
  found->take(p, argv[at + 1]);
  return at + 2;
}

bool tenon_ends_with(const char *text, const char *ending) {
  size_t size = strlen(text), ending_size = strlen(ending);
  return size >= ending_size && !strcmp(text + size - ending_size, ending);
}

const char *tenon_after_name(const char *text, const char *name) {
  size_t size = strlen(name);
  return !strncmp(text, name, size) && text[size] == '=' ? text + size + 1
                                                         : NULL;
}

bool tenon_arguments_parse(int argc, char **argv, const tenon_model_info *model,
                           tenon_report *report, tenon_arguments *arguments) {
  *arguments = (tenon_arguments){0};
  arguments->program = argc > 0 ? argv[0] : model->name;
  size_t count = (size_t)(argc > 0 ? argc : 0) + 1;
  size_t symbols = (size_t)model->symbol_count + 1;
  arguments->inputs = calloc(count, sizeof(*arguments->inputs));
  arguments->dims = calloc(symbols, sizeof(*arguments->dims));
  arguments->dim_given = calloc(symbols, sizeof(*arguments->dim_given));
  if (!arguments->inputs || !arguments->dims || !arguments->dim_given)
    return tenon_report_no_memory(report, (int64_t)(count + symbols) * 8,
                                  "the command line");
  parser p = {model, report, arguments};
  for (int at = 1; at < argc;)
    at = take_option(&p, argc, argv, at);
  return tenon_report_clean(report);
}

void tenon_arguments_release(tenon_arguments *arguments) {
  free(arguments->inputs);
  free(arguments->dims);
  free(arguments->dim_given);
}
