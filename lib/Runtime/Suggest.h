/* "did you mean": the known name nearest to a mistyped one. */
#ifndef TENON_RUNTIME_SUGGEST_H
#define TENON_RUNTIME_SUGGEST_H

#include <stddef.h>

/* The search for the nearest of several names. */
typedef struct tenon_suggestion {
  const char *typed;
  size_t typed_size;
  const char *best; /* null while no name is near enough */
  size_t distance;
} tenon_suggestion;

void tenon_suggest_begin(tenon_suggestion *suggestion, const char *typed,
                         size_t typed_size);

void tenon_suggest_consider(tenon_suggestion *suggestion, const char *name);

#endif
