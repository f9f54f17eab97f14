/* A file's bytes, mapped for reading. Only regular files: their size is known
 * before anything is allocated, which is what the checks of headers lean on. */
#define _POSIX_C_SOURCE 200809L
#include "File.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static bool map(const tenon_source *source, int descriptor, tenon_file *file) {
  struct stat status;
  if (fstat(descriptor, &status) != 0)
    return tenon_source_unreadable(source, "%s", strerror(errno));
  if (S_ISDIR(status.st_mode))
    return tenon_source_unreadable(source, "it is a directory");
  if (!S_ISREG(status.st_mode))
    return tenon_source_unreadable(source, "it is not a regular file");
  if (status.st_size == 0)
    return tenon_source_unreadable(source, "it is empty");
  void *bytes =
      mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (bytes == MAP_FAILED) {
    if (errno == ENOMEM)
      return tenon_source_no_memory(source, status.st_size);
    return tenon_source_unreadable(source, "%s", strerror(errno));
  }
  file->bytes = bytes;
  file->size = (size_t)status.st_size;
  return true;
}

bool tenon_file_open(const tenon_source *source, tenon_file *file) {
  file->bytes = NULL;
  file->size = 0;
  /* Non-blocking, or opening a pipe without a writer would hang. */
  int descriptor = open(source->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0)
    return tenon_source_unreadable(source, "%s", strerror(errno));
  bool mapped = map(source, descriptor, file);
  close(descriptor);
  return mapped;
}

void tenon_file_close(tenon_file *file) {
  if (file->bytes)
    munmap((void *)(uintptr_t)file->bytes, file->size);
  file->bytes = NULL;
  file->size = 0;
}

bool tenon_file_exists(const char *path) { return access(path, F_OK) == 0; }
