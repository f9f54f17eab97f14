/* The header of an .npy file: a Python dictionary in text. Only the three keys
 * and the few literals that numpy writes are understood. */
#include "Npy.h"

#include "Element.h"

#include <inttypes.h>
#include <string.h>

enum { MAGIC_SIZE = 6, PREAMBLE_SIZE = 8 };
static const uint8_t magic[MAGIC_SIZE] = {0x93, 'N', 'U', 'M', 'P', 'Y'};

typedef struct cursor {
  const char *at;
  const char *end;
} cursor;

static void skip_spaces(cursor *c) {
  while (c->at < c->end &&
         (*c->at == ' ' || *c->at == '\n' || *c->at == '\t' || *c->at == '\r'))
    ++c->at;
}

static bool accept(cursor *c, char wanted) {
  skip_spaces(c);
  if (c->at == c->end || *c->at != wanted)
    return false;
  ++c->at;
  return true;
}

static bool accept_word(cursor *c, const char *word) {
  size_t length = strlen(word);
  skip_spaces(c);
  if ((size_t)(c->end - c->at) < length || memcmp(c->at, word, length) != 0)
    return false;
  c->at += length;
  return true;
}

/* Reads a quoted string without escapes; numpy writes none here. */
static bool read_string(cursor *c, const char **begin, size_t *length) {
  skip_spaces(c);
  if (c->at == c->end || (*c->at != '\'' && *c->at != '"'))
    return false;
  const char *close = memchr(c->at + 1, *c->at, (size_t)(c->end - c->at) - 1);
  if (!close)
    return false;
  *begin = c->at + 1;
  *length = (size_t)(close - *begin);
  c->at = close + 1;
  return true;
}

static bool read_descr(const tenon_source *source, cursor *c, uint32_t *dtype) {
  skip_spaces(c);
  if (c->at < c->end && *c->at == '[')
    return tenon_source_unreadable(source,
                                   "its element type is a structure of fields");
  const char *descr;
  size_t length;
  if (!read_string(c, &descr, &length) || length < 2)
    return tenon_source_unreadable(source,
                                   "its header has no readable 'descr'");
  char order = descr[0];
  bool has_order = strchr("<>|=", order) && order;
  const char *type = has_order ? descr + 1 : descr;
  size_t type_length = length - (has_order ? 1 : 0);
  if (type[0] == 'O')
    return tenon_source_unreadable(source, "its elements are Python objects");
  for (uint32_t i = TENON_BOOL; i <= TENON_F64; ++i) {
    const char *known = tenon_element_descr(i) + 1;
    if (type_length != 2 || memcmp(known, type, 2) != 0)
      continue;
    if (order == '>' && tenon_element_size(i) > 1)
      return tenon_source_unreadable(
          source, "its elements are big-endian ('%.*s'), not little-endian",
          (int)length, descr);
    *dtype = i;
    return true;
  }
  return tenon_source_unreadable(source,
                                 "its element type is '%.*s', which is neither "
                                 "a boolean, an integer nor a real number",
                                 length > 64 ? 64 : (int)length, descr);
}

static bool read_dim(const tenon_source *source, cursor *c, int64_t *dim) {
  if (accept(c, '-'))
    return tenon_source_unreadable(source,
                                   "its shape has a negative dimension");
  int64_t value = 0;
  const char *begin = c->at;
  for (; c->at < c->end && *c->at >= '0' && *c->at <= '9'; ++c->at) {
    int digit = *c->at - '0';
    if (value > (INT64_MAX - digit) / 10)
      return tenon_source_unreadable(
          source, "its shape has a dimension beyond 63 bits");
    value = value * 10 + digit;
  }
  if (c->at == begin)
    return tenon_source_unreadable(source, "its header has no readable "
                                           "'shape'");
  accept(c, 'L'); /* Python 2 wrote long integers so. */
  *dim = value;
  return true;
}

static bool read_shape(const tenon_source *source, cursor *c,
                       tenon_npy_header *header) {
  header->rank = 0;
  if (!accept(c, '('))
    return tenon_source_unreadable(source,
                                   "its header has no readable 'shape'");
  while (!accept(c, ')')) {
    if (header->rank == TENON_MAX_RANK)
      return tenon_source_unreadable(source, "its rank is more than %d",
                                     TENON_MAX_RANK);
    if (!read_dim(source, c, &header->dims[header->rank]))
      return false;
    ++header->rank;
    if (accept(c, ','))
      continue;
    if (accept(c, ')'))
      break;
    return tenon_source_unreadable(source,
                                   "its header has no readable 'shape'");
  }
  return true;
}

static bool read_order(const tenon_source *source, cursor *c, bool *fortran) {
  *fortran = accept_word(c, "True");
  if (*fortran || accept_word(c, "False"))
    return true;
  return tenon_source_unreadable(source,
                                 "its header has no readable 'fortran_order'");
}

static bool read_dictionary(const tenon_source *source, cursor *c,
                            tenon_npy_header *header) {
  enum { DESCR = 1, ORDER = 2, SHAPE = 4, ALL = 7 };
  int seen = 0;
  if (!accept(c, '{'))
    return tenon_source_unreadable(source, "its header is no dictionary");
  while (!accept(c, '}')) {
    const char *key;
    size_t length;
    if (!read_string(c, &key, &length) || !accept(c, ':'))
      return tenon_source_unreadable(source, "its header is no dictionary");
    if (length == 5 && !memcmp(key, "descr", 5)) {
      if (!read_descr(source, c, &header->dtype))
        return false;
      seen |= DESCR;
    } else if (length == 13 && !memcmp(key, "fortran_order", 13)) {
      if (!read_order(source, c, &header->fortran_order))
        return false;
      seen |= ORDER;
    } else if (length == 5 && !memcmp(key, "shape", 5)) {
      if (!read_shape(source, c, header))
        return false;
      seen |= SHAPE;
    } else {
      return tenon_source_unreadable(source, "its header has an unknown key");
    }
    if (accept(c, ','))
      continue;
    if (accept(c, '}'))
      break;
    return tenon_source_unreadable(source, "its header is no dictionary");
  }
  if (seen != ALL)
    return tenon_source_unreadable(
        source, "its header lacks one of 'descr', 'fortran_order', 'shape'");
  return true;
}

/* Compares what the header promises with the bytes there are, before anything
 * is allocated. */
static bool check_size(const tenon_source *source, size_t size,
                       tenon_npy_header *header) {
  tenon_text shape;
  tenon_text_clear(&shape);
  tenon_text_append_sizes(&shape, header->dims, header->rank);
  if (!tenon_array_size(header->dtype, header->dims, header->rank,
                        &header->size))
    return tenon_source_unreadable(
        source, "its shape %s of %s does not fit in 63 bits", shape.chars,
        tenon_element_name(header->dtype));
  uint64_t present = size - header->offset;
  if (present < (uint64_t)header->size)
    return tenon_source_unreadable(
        source,
        "it is truncated: its shape %s of %s takes %" PRId64
        " bytes, but %" PRIu64 " follow its header",
        shape.chars, tenon_element_name(header->dtype), header->size, present);
  if (present > (uint64_t)header->size)
    return tenon_source_unreadable(
        source,
        "it is oversized: its shape %s of %s takes %" PRId64
        " bytes, but %" PRIu64 " follow its header",
        shape.chars, tenon_element_name(header->dtype), header->size, present);
  return true;
}

bool tenon_npy_begins(const uint8_t *bytes, size_t size) {
  return size >= MAGIC_SIZE && !memcmp(bytes, magic, MAGIC_SIZE);
}

bool tenon_npy_parse(const tenon_source *source, const uint8_t *bytes,
                     size_t size, tenon_npy_header *header) {
  if (!tenon_npy_begins(bytes, size))
    return tenon_source_unreadable(source, "it is no .npy file");
  if (size < PREAMBLE_SIZE + 2)
    return tenon_source_unreadable(source, "it ends in its header");
  int version = bytes[MAGIC_SIZE];
  if (version < 1 || version > 3)
    return tenon_source_unreadable(
        source, "its format version is %d, but only 1 to 3 are known", version);
  size_t begin = version == 1 ? PREAMBLE_SIZE + 2 : PREAMBLE_SIZE + 4;
  if (size < begin)
    return tenon_source_unreadable(source, "it ends in its header");
  size_t length = 0;
  for (size_t i = begin; i-- > PREAMBLE_SIZE;)
    length = length << 8 | bytes[i];
  if (length > size - begin)
    return tenon_source_unreadable(
        source, "its header is said to have %zu bytes, but %zu follow", length,
        size - begin);
  const char *text = (const char *)bytes + begin;
  cursor c = {text, text + length};
  if (!read_dictionary(source, &c, header))
    return false;
  skip_spaces(&c);
  if (c.at != c.end)
    return tenon_source_unreadable(source,
                                   "its header goes on after the dictionary");
  header->offset = begin + length;
  return check_size(source, size, header);
}
