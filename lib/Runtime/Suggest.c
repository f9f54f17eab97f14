/* "did you mean": the known name nearest to a mistyped one. */
#include "Suggest.h"

#include <string.h>

enum { MAX_LENGTH = 128 };

/* Insertions, deletions and replacements between two texts; longer texts than
 * MAX_LENGTH are never near. */
static size_t edit_distance(const char *a, size_t a_size, const char *b,
                            size_t b_size) {
  if (a_size > MAX_LENGTH || b_size > MAX_LENGTH)
    return MAX_LENGTH;
  size_t row[MAX_LENGTH + 1];
  for (size_t j = 0; j <= b_size; ++j)
    row[j] = j;
  for (size_t i = 1; i <= a_size; ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b_size; ++j) {
      size_t best = diagonal + (a[i - 1] != b[j - 1]);
      if (row[j] + 1 < best)
        best = row[j] + 1;
      if (row[j - 1] + 1 < best)
        best = row[j - 1] + 1;
      diagonal = row[j];
      row[j] = best;
    }
  }
  return row[b_size];
}

void tenon_suggest_begin(tenon_suggestion *suggestion, const char *typed,
                         size_t typed_size) {
  suggestion->typed = typed;
  suggestion->typed_size = typed_size;
  suggestion->best = NULL;
  /* A third of the letters may be wrong, but not all of a short name. */
  suggestion->distance = typed_size / 3 + 1;
  if (suggestion->distance >= typed_size && typed_size > 0)
    suggestion->distance = typed_size - 1;
}

void tenon_suggest_consider(tenon_suggestion *suggestion, const char *name) {
  size_t distance = edit_distance(suggestion->typed, suggestion->typed_size,
                                  name, strlen(name));
  size_t limit = suggestion->distance;
  if (suggestion->best ? distance < limit : distance <= limit) {
    suggestion->best = name;
    suggestion->distance = distance;
  }
}
