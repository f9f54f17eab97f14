/* Times runs of a model. */
#define _POSIX_C_SOURCE 200809L
#include "Session.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now_in_ms(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

static int by_size(const void *lhs, const void *rhs) {
  double a = *(const double *)lhs, b = *(const double *)rhs;
  return (a > b) - (a < b);
}

/* The first runs fault in pages and let the processor reach its clock. */
static bool warm_up(tenon_session *session) {
  enum { MOST_RUNS = 10, ENOUGH_MS = 100 };
  double begin = now_in_ms();
  for (int i = 0; i < MOST_RUNS && now_in_ms() - begin < ENOUGH_MS; ++i)
    if (!tenon_session_run(session))
      return false;
  return true;
}

static bool time_runs(tenon_session *session, double *times, int64_t runs) {
  for (int64_t i = 0; i < runs; ++i) {
    double begin = now_in_ms();
    if (!tenon_session_run(session))
      return false;
    times[i] = now_in_ms() - begin;
  }
  return true;
}

bool tenon_bench(tenon_session *session) {
  int64_t runs = session->arguments->bench;
  double *times = NULL;
  if ((uint64_t)runs <= SIZE_MAX / 2 / sizeof(double))
    times = malloc((size_t)runs * sizeof(double));
  if (!times) {
    tenon_report_error(session->report, "E0509",
                       "not enough memory: the times of %" PRId64
                       " runs need %zu bytes each",
                       runs, sizeof(double));
    return false;
  }
  bool ran = warm_up(session) && time_runs(session, times, runs);
  if (ran) {
    qsort(times, (size_t)runs, sizeof(double), by_size);
    double median = (times[(runs - 1) / 2] + times[runs / 2]) / 2;
    printf("median %.3f ms, min %.3f ms, max %.3f ms, %" PRId64 " run%s\n",
           median, times[0], times[runs - 1], runs, runs == 1 ? "" : "s");
  }
  free(times);
  return ran;
}
