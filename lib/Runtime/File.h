/* A file's bytes, mapped for reading. */
#ifndef TENON_RUNTIME_FILE_H
#define TENON_RUNTIME_FILE_H

#include "Report.h"

#include <stddef.h>

typedef struct tenon_file {
  const uint8_t *bytes;
  size_t size;
} tenon_file;

/* Reports and returns false when the file cannot be opened. */
bool tenon_file_open(const tenon_source *source, tenon_file *file);

void tenon_file_close(tenon_file *file);

/* Whether there is something of that name. */
bool tenon_file_exists(const char *path);

#endif
