/* How the runtime tells its user what is wrong: one line per mistake on
 * stderr, `error[E0501]: ...`, and a help line where a cure is obvious. */
#ifndef TENON_RUNTIME_REPORT_H
#define TENON_RUNTIME_REPORT_H

#include <stdbool.h>
#include <stdint.h>

enum { TENON_EXIT_OK = 0, TENON_EXIT_DATA = 1, TENON_EXIT_USAGE = 2 };

/* What has been reported so far. */
typedef struct tenon_report {
  int data_errors;
  int usage_errors;
} tenon_report;

void tenon_report_error(tenon_report *report, const char *code,
                        const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* A mistake on the command line; it has no code. */
void tenon_report_usage(tenon_report *report, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Belongs to the error reported before it. */
void tenon_report_help(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* E0509; `what` names what the bytes are for. Returns false. */
bool tenon_report_no_memory(tenon_report *report, int64_t bytes,
                            const char *what);

bool tenon_report_clean(const tenon_report *report);

/* Wrong usage outweighs wrong data. */
int tenon_report_exit_code(const tenon_report *report);

/* Where bytes come from: a file, or a member of an archive. */
typedef struct tenon_source {
  tenon_report *report;
  const char *path;
  const char *member; /* null for a plain file */
} tenon_source;

/* E0508: the source cannot be read, and why. Returns false. */
bool tenon_source_unreadable(const tenon_source *source, const char *format,
                             ...) __attribute__((format(printf, 2, 3)));

/* E0509 for the array at this source. Returns false. */
bool tenon_source_no_memory(const tenon_source *source, int64_t bytes);

#endif
