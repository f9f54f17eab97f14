/* How the runtime tells its user what is wrong. */
#include "Report.h"

#include "Text.h"

#include <stdarg.h>
#include <stdio.h>

/* Names come from files and may hold line ends or terminal escapes; a message
 * stays one harmless line. */
static void print_line(const char *prefix, const char *format,
                       va_list arguments) {
  char line[4096];
  if (vsnprintf(line, sizeof(line), format, arguments) < 0)
    line[0] = '\0';
  for (char *c = line; *c; ++c)
    if ((unsigned char)*c < 0x20 || *c == 0x7f)
      *c = '?';
  /* What was printed so far belongs before the error. */
  fflush(stdout);
  fprintf(stderr, "%s%s\n", prefix, line);
}

void tenon_report_error(tenon_report *report, const char *code,
                        const char *format, ...) {
  char prefix[32];
  snprintf(prefix, sizeof(prefix), "error[%s]: ", code);
  va_list arguments;
  va_start(arguments, format);
  print_line(prefix, format, arguments);
  va_end(arguments);
  ++report->data_errors;
}

void tenon_report_usage(tenon_report *report, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  print_line("error: ", format, arguments);
  va_end(arguments);
  ++report->usage_errors;
}

void tenon_report_help(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  print_line("  help: ", format, arguments);
  va_end(arguments);
}

bool tenon_report_no_memory(tenon_report *report, int64_t bytes,
                            const char *what) {
  tenon_text size;
  tenon_text_clear(&size);
  tenon_text_append_bytes(&size, bytes);
  tenon_report_error(report, "E0509", "not enough memory: %s needs %s", what,
                     size.chars);
  return false;
}

bool tenon_report_clean(const tenon_report *report) {
  return report->data_errors == 0 && report->usage_errors == 0;
}

int tenon_report_exit_code(const tenon_report *report) {
  if (report->usage_errors)
    return TENON_EXIT_USAGE;
  return report->data_errors ? TENON_EXIT_DATA : TENON_EXIT_OK;
}

bool tenon_source_unreadable(const tenon_source *source, const char *format,
                             ...) {
  char reason[1024];
  va_list arguments;
  va_start(arguments, format);
  if (vsnprintf(reason, sizeof(reason), format, arguments) < 0)
    reason[0] = '\0';
  va_end(arguments);
  if (source->member)
    tenon_report_error(source->report, "E0508",
                       "cannot read the array '%s' of '%s': %s", source->member,
                       source->path, reason);
  else
    tenon_report_error(source->report, "E0508", "cannot read '%s': %s",
                       source->path, reason);
  return false;
}

bool tenon_source_no_memory(const tenon_source *source, int64_t bytes) {
  tenon_text what;
  tenon_text_clear(&what);
  if (source->member)
    tenon_text_append(&what, "the array '%s' of '%s'", source->member,
                      source->path);
  else
    tenon_text_append(&what, "'%s'", source->path);
  return tenon_report_no_memory(source->report, bytes, what.chars);
}
