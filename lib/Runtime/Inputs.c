/* Reads the arrays of --input and gives each to the input of its name. */
#include "Element.h"
#include "Npy.h"
#include "Session.h"
#include "Suggest.h"
#include "Zip.h"

#include <inttypes.h>
#include <string.h>

enum { NO_INPUT = -1 };

static int find_input(const tenon_model_info *model, const char *name,
                      size_t size) {
  for (uint32_t i = 0; i < model->input_count; ++i)
    if (strlen(model->inputs[i].name) == size &&
        !memcmp(model->inputs[i].name, name, size))
      return (int)i;
  return NO_INPUT;
}

/* Names may hold '=' themselves, so the longest name that fits is meant. */
static int split_name(const tenon_model_info *model, const char *value,
                      const char **path) {
  int found = NO_INPUT;
  for (uint32_t i = 0; i < model->input_count; ++i) {
    const char *rest = tenon_after_name(value, model->inputs[i].name);
    if (!rest || (found != NO_INPUT && rest <= *path))
      continue;
    found = (int)i;
    *path = rest;
  }
  return found;
}

static void list_inputs(const tenon_model_info *model, tenon_text *names) {
  tenon_text_clear(names);
  for (uint32_t i = 0; i < model->input_count; ++i)
    tenon_text_append(names, "%s'%s'", i ? ", " : "", model->inputs[i].name);
}

/* An input whose absence follows from a mistake that is told already is not
 * told to be missing as well. */
static void excuse(tenon_session *session, int index) {
  if (session->inputs[index].state == TENON_INPUT_MISSING)
    session->inputs[index].state = TENON_INPUT_BROKEN;
}

static void excuse_all(tenon_session *session) {
  for (uint32_t i = 0; i < session->model->input_count; ++i)
    excuse(session, (int)i);
}

/* `path` is null where the name comes from the command line. */
static void report_unknown(tenon_session *session, const char *name,
                           size_t size, const char *path) {
  const tenon_model_info *model = session->model;
  int shown = size > 512 ? 512 : (int)size;
  if (path)
    tenon_report_error(session->report, "E0506",
                       "the array '%.*s' of '%s' is no input of the model '%s'",
                       shown, name, path, model->name);
  else
    tenon_report_error(session->report, "E0506",
                       "'%.*s' is no input of the model '%s'", shown, name,
                       model->name);
  tenon_suggestion suggestion;
  tenon_suggest_begin(&suggestion, name, size);
  for (uint32_t i = 0; i < model->input_count; ++i)
    tenon_suggest_consider(&suggestion, model->inputs[i].name);
  tenon_text names;
  list_inputs(model, &names);
  if (suggestion.best) {
    tenon_report_help("did you mean '%s'?", suggestion.best);
    excuse(session,
           find_input(model, suggestion.best, strlen(suggestion.best)));
  } else if (names.size) {
    tenon_report_help("its %s %s",
                      model->input_count == 1 ? "input is" : "inputs are",
                      names.chars);
  } else {
    tenon_report_help("the model takes no inputs");
  }
}

/* Marks an input as given; false, and reported, when it was given before. */
static bool claim(tenon_session *session, int index, const char *path) {
  tenon_input *input = &session->inputs[index];
  if (input->path) {
    tenon_report_usage(session->report,
                       "the input '%s' is given twice, by '%s' and by '%s'",
                       session->model->inputs[index].name, input->path, path);
    return false;
  }
  input->path = path;
  input->state = TENON_INPUT_BROKEN;
  return true;
}

static void load_member(tenon_session *session, const tenon_source *archive,
                        const tenon_zip *zip, const tenon_zip_entry *entry) {
  size_t size = entry->name_size;
  if (size && entry->name[size - 1] == '/')
    return; /* a folder */
  if (size >= 4 && !memcmp(entry->name + size - 4, ".npy", 4))
    size -= 4;
  int index = find_input(session->model, entry->name, size);
  if (index == NO_INPUT) {
    report_unknown(session, entry->name, size, archive->path);
    return;
  }
  if (!claim(session, index, archive->path))
    return;
  tenon_source source = *archive;
  source.member = session->model->inputs[index].name;
  tenon_zip_member member;
  tenon_input *input = &session->inputs[index];
  if (tenon_zip_extract(&source, zip, entry, &member) &&
      tenon_npy_read(&source, member.bytes, member.size, member.allocation,
                     &input->array))
    input->state = TENON_INPUT_READ;
}

static void load_archive(tenon_session *session, const tenon_source *source,
                         const tenon_file *file) {
  tenon_zip zip;
  tenon_zip_entry entry;
  if (!tenon_zip_open(source, file->bytes, file->size, &zip)) {
    excuse_all(session);
    return;
  }
  while (zip.left) {
    if (!tenon_zip_next(source, &zip, &entry)) {
      excuse_all(session);
      return;
    }
    load_member(session, source, &zip, &entry);
  }
}

/* The input meant by an .npy file without a name. */
static int sole_input(tenon_session *session, const char *path) {
  const tenon_model_info *model = session->model;
  if (model->input_count == 1)
    return 0;
  tenon_text names;
  list_inputs(model, &names);
  if (model->input_count == 0) {
    tenon_report_usage(session->report,
                       "'%s' is given, but the model takes no inputs", path);
    return NO_INPUT;
  }
  tenon_report_usage(session->report,
                     "'%s' is given without a name, but the model has %" PRIu32
                     " inputs",
                     path, model->input_count);
  tenon_report_help("write --input NAME=%s, where NAME is one of %s", path,
                    names.chars);
  return NO_INPUT;
}

static void load_file(tenon_session *session, const char *value,
                      tenon_file *file) {
  const char *path = value;
  int index = split_name(session->model, value, &path);
  const char *equals = strchr(value, '=');
  if (index == NO_INPUT && equals && !tenon_file_exists(value)) {
    report_unknown(session, value, (size_t)(equals - value), NULL);
    return;
  }
  tenon_source source = {session->report, path, NULL};
  bool opened = tenon_file_open(&source, file);
  bool archive = opened && tenon_zip_begins(file->bytes, file->size);
  if (archive && index == NO_INPUT) {
    load_archive(session, &source, file);
    return;
  }
  if (index == NO_INPUT && tenon_ends_with(path, ".npz")) {
    if (opened)
      tenon_source_unreadable(&source, "it is no zip archive");
    excuse_all(session);
    return;
  }
  if (index == NO_INPUT)
    index = sole_input(session, path);
  if (index == NO_INPUT || !claim(session, index, path) || !opened)
    return;
  if (archive) {
    tenon_source_unreadable(&source, "it is an archive of named arrays, but "
                                     "is given for one input");
    tenon_report_help("leave out the name: --input %s", path);
    return;
  }
  tenon_input *input = &session->inputs[index];
  if (tenon_npy_read(&source, file->bytes, file->size, NULL, &input->array))
    input->state = TENON_INPUT_READ;
}

static void report_missing(tenon_session *session, uint32_t index) {
  const tenon_tensor_info *info = &session->model->inputs[index];
  tenon_text shape;
  tenon_text_clear(&shape);
  tenon_text_append_dims(&shape, info->dims, info->rank);
  tenon_report_error(session->report, "E0505",
                     "the input '%s' (%s %s) is missing", info->name,
                     tenon_element_name(info->dtype), shape.chars);
  tenon_report_help("give it with --input %s=FILE.npy, or use --random",
                    info->name);
}

bool tenon_inputs_load(tenon_session *session) {
  const tenon_arguments *arguments = session->arguments;
  for (size_t i = 0; i < arguments->input_count; ++i)
    load_file(session, arguments->inputs[i], &session->files[i]);
  /* What a wrong command line leaves out is not missing for the user. */
  if (session->report->usage_errors)
    return false;
  for (uint32_t i = 0; i < session->model->input_count; ++i) {
    if (session->inputs[i].state != TENON_INPUT_MISSING)
      continue;
    if (tenon_session_is_random(session))
      session->inputs[i].state = TENON_INPUT_RANDOM;
    else
      report_missing(session, i);
  }
  return tenon_report_clean(session->report);
}
