/* Writes the outputs to a file that is either complete or not there: to a
 * temporary in the same folder, which is renamed in the end. */
#define _XOPEN_SOURCE 700
#include "Npy.h"
#include "Npz.h"
#include "Session.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_npy(const tenon_session *session, FILE *stream) {
  const tenon_array *array = &session->outputs[0];
  tenon_text header;
  tenon_npy_header_text(array, &header);
  size_t size = (size_t)array->size;
  return fwrite(header.chars, 1, header.size, stream) == header.size &&
         (size == 0 || fwrite(array->data, 1, size, stream) == size);
}

static bool write_npz(const tenon_session *session, FILE *stream) {
  uint32_t count = session->model->output_count;
  tenon_npz_record *records =
      calloc((size_t)count + 1, sizeof(tenon_npz_record));
  if (!records)
    return false;
  tenon_npz_writer writer;
  tenon_npz_begin(&writer, stream, records);
  bool written = true;
  for (uint32_t i = 0; written && i < count; ++i)
    written = tenon_npz_add(&writer, session->model->outputs[i].name,
                            &session->outputs[i]);
  written = written && tenon_npz_end(&writer);
  free(records);
  return written;
}

/* Writes all and closes the descriptor; false with errno set. */
static bool write_all(const tenon_session *session, int descriptor) {
  FILE *stream = fdopen(descriptor, "wb");
  if (!stream) {
    close(descriptor);
    return false;
  }
  bool written = tenon_ends_with(session->arguments->output, ".npy")
                     ? write_npy(session, stream)
                     : write_npz(session, stream);
  int reason = errno;
  /* A full disk may show only when the last bytes go out. */
  if (fclose(stream) != 0 && written)
    return false;
  errno = reason;
  return written;
}

/* Opens a new file beside `path`; its name replaces the contents of
 * `temporary`, which has room for it. */
static int open_temporary(const char *path, char *temporary, size_t room) {
  const char *slash = strrchr(path, '/');
  int folder = slash ? (int)(slash - path) + 1 : 0;
  for (int attempt = 0; attempt < 100; ++attempt) {
    snprintf(temporary, room, "%.*s.tenon-%ld-%d.tmp", folder, path,
             (long)getpid(), attempt);
    int descriptor =
        open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0 || errno != EEXIST)
      return descriptor;
  }
  return -1;
}

static bool write_and_rename(const tenon_session *session, const char *path) {
  enum { NAME_ROOM = 64 };
  size_t room = strlen(path) + NAME_ROOM;
  char *temporary = malloc(room);
  if (!temporary)
    return false;
  int descriptor = open_temporary(path, temporary, room);
  bool written = descriptor >= 0 && write_all(session, descriptor) &&
                 rename(temporary, path) == 0;
  int reason = errno;
  if (descriptor >= 0 && !written)
    unlink(temporary);
  free(temporary);
  errno = reason;
  return written;
}

/* A device or a pipe must not be replaced by a file; it is written to. */
static bool write_to(const tenon_session *session, const char *path) {
  struct stat status;
  if (stat(path, &status) != 0 || S_ISREG(status.st_mode)) {
    /* The file behind a symbolic link is replaced, not the link. */
    char *resolved = realpath(path, NULL);
    bool written = write_and_rename(session, resolved ? resolved : path);
    int reason = errno;
    free(resolved);
    errno = reason;
    return written;
  }
  int descriptor = open(path, O_WRONLY | O_CLOEXEC);
  return descriptor >= 0 && write_all(session, descriptor);
}

bool tenon_outputs_write(tenon_session *session) {
  const char *path = session->arguments->output;
  /* A limit on the size of files is an error to report, not a signal. */
  struct sigaction ignore = {0}, before;
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGXFSZ, &ignore, &before);
  bool written = write_to(session, path);
  int reason = errno;
  sigaction(SIGXFSZ, &before, NULL);
  if (!written)
    tenon_report_error(session->report, "E0510", "cannot write '%s': %s", path,
                       strerror(reason));
  return written;
}
