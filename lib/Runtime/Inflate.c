/* Decompression of deflate streams (RFC 1951). Every read and write is checked
 * against its end; the stream comes from a file and is not trusted. */
#include "Inflate.h"

#include <stdbool.h>
#include <string.h>

enum {
  MAX_BITS = 15,
  FAST_BITS = 10,
  LITERALS = 288,
  DISTANCES = 30,
  END_OF_BLOCK = 256
};

typedef struct stream {
  const uint8_t *in, *in_end;
  uint8_t *out, *out_begin, *out_end;
  uint64_t bits; /* the next bit is the lowest */
  unsigned count;
} stream;

/* A canonical Huffman code: symbols sorted by length and value, and a table
 * over the next FAST_BITS bits for the short, frequent ones. */
typedef struct code {
  uint16_t counts[MAX_BITS + 1];
  uint16_t symbols[LITERALS];
  uint16_t fast[1 << FAST_BITS]; /* symbol << 4 | length, or 0 */
} code;

static void refill(stream *s) {
  while (s->count <= 56 && s->in < s->in_end) {
    s->bits |= (uint64_t)*s->in++ << s->count;
    s->count += 8;
  }
}

static void drop(stream *s, unsigned count) {
  s->bits >>= count;
  s->count -= count;
}

/* Takes up to 16 bits; false at the end of the input. */
static bool take(stream *s, unsigned count, unsigned *value) {
  refill(s);
  if (s->count < count)
    return false;
  *value = (unsigned)(s->bits & ((UINT64_C(1) << count) - 1));
  drop(s, count);
  return true;
}

/* Returns how many codes of the longest length are left unused; negative when
 * there are more symbols than codes. */
static int build(code *c, const uint8_t *lengths, unsigned symbol_count) {
  memset(c, 0, sizeof(*c));
  for (unsigned i = 0; i < symbol_count; ++i)
    ++c->counts[lengths[i]];
  int left = 1;
  uint16_t offsets[MAX_BITS + 2] = {0}, next[MAX_BITS + 2] = {0};
  for (unsigned length = 1; length <= MAX_BITS; ++length) {
    left = (left << 1) - c->counts[length];
    if (left < 0)
      return left;
    offsets[length + 1] = (uint16_t)(offsets[length] + c->counts[length]);
    next[length + 1] = (uint16_t)((next[length] + c->counts[length]) << 1);
  }
  for (unsigned i = 0; i < symbol_count; ++i) {
    unsigned length = lengths[i];
    if (!length)
      continue;
    c->symbols[offsets[length]++] = (uint16_t)i;
    unsigned value = next[length]++;
    if (length > FAST_BITS)
      continue;
    /* The stream has a code's first bit lowest. */
    unsigned reversed = 0;
    for (unsigned bit = 0; bit < length; ++bit)
      reversed |= (value >> bit & 1) << (length - 1 - bit);
    for (; reversed < 1u << FAST_BITS; reversed += 1u << length)
      c->fast[reversed] = (uint16_t)(i << 4 | length);
  }
  return left;
}

/* Returns the next symbol, or -1 at the end of the input or an unused code. */
static int decode(stream *s, const code *c) {
  refill(s);
  unsigned entry = c->fast[s->bits & ((1 << FAST_BITS) - 1)];
  if (entry) {
    unsigned length = entry & 15;
    if (length > s->count)
      return -1;
    drop(s, length);
    return (int)(entry >> 4);
  }
  int value = 0, first = 0, index = 0;
  for (unsigned length = 1; length <= MAX_BITS && length <= s->count;
       ++length) {
    value |= (int)(s->bits >> (length - 1) & 1);
    int count = c->counts[length];
    if (value - first < count) {
      drop(s, length);
      return c->symbols[index + (value - first)];
    }
    index += count;
    first = (first + count) << 1;
    value <<= 1;
  }
  return -1;
}

static const char *copy_stored(stream *s) {
  drop(s, s->count % 8);
  unsigned length, complement;
  if (!take(s, 16, &length) || !take(s, 16, &complement))
    return "the compressed data ends early";
  if (length != (complement ^ 0xffff))
    return "a stored block has two different lengths";
  /* Whole bytes that were read ahead go back. */
  s->in -= s->count / 8;
  s->bits = 0;
  s->count = 0;
  if ((size_t)(s->in_end - s->in) < length)
    return "the compressed data ends early";
  if ((size_t)(s->out_end - s->out) < length)
    return "the data is longer than the archive says";
  memcpy(s->out, s->in, length);
  s->in += length;
  s->out += length;
  return NULL;
}

static const char *copy_match(stream *s, unsigned symbol,
                              const code *distances) {
  static const uint16_t length_base[29] = {
      3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23, 27,
      31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};
  static const uint8_t length_extra[29] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1,
                                           1, 1, 2, 2, 2, 2, 3, 3, 3, 3,
                                           4, 4, 4, 4, 5, 5, 5, 5, 0};
  static const uint16_t distance_base[DISTANCES] = {
      1,    2,    3,    4,    5,    7,    9,    13,    17,    25,
      33,   49,   65,   97,   129,  193,  257,  385,   513,   769,
      1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
  if (symbol - 257 >= 29)
    return "a length code is invalid";
  unsigned extra;
  if (!take(s, length_extra[symbol - 257], &extra))
    return "the compressed data ends early";
  size_t length = length_base[symbol - 257] + extra;
  int code_value = decode(s, distances);
  if (code_value < 0 || code_value >= DISTANCES)
    return "a distance code is invalid";
  unsigned extra_bits = code_value < 4 ? 0 : (unsigned)code_value / 2 - 1;
  if (!take(s, extra_bits, &extra))
    return "the compressed data ends early";
  size_t distance = distance_base[code_value] + extra;
  if (distance > (size_t)(s->out - s->out_begin))
    return "a distance points before the start of the data";
  if (length > (size_t)(s->out_end - s->out))
    return "the data is longer than the archive says";
  /* Byte by byte: the copy may overlap what it writes. */
  for (const uint8_t *from = s->out - distance; length; --length)
    *s->out++ = *from++;
  return NULL;
}

static const char *expand_block(stream *s, const code *literals,
                                const code *distances) {
  for (;;) {
    int symbol = decode(s, literals);
    if (symbol < 0)
      return "a code is invalid or the compressed data ends early";
    if (symbol == END_OF_BLOCK)
      return NULL;
    if (symbol > END_OF_BLOCK) {
      const char *why = copy_match(s, (unsigned)symbol, distances);
      if (why)
        return why;
      continue;
    }
    if (s->out == s->out_end)
      return "the data is longer than the archive says";
    *s->out++ = (uint8_t)symbol;
  }
}

static void fixed_codes(code *literals, code *distances) {
  uint8_t lengths[LITERALS];
  for (unsigned i = 0; i < LITERALS; ++i)
    lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
  build(literals, lengths, LITERALS);
  memset(lengths, 5, DISTANCES);
  build(distances, lengths, DISTANCES);
}

/* Fills the lengths of all codes, which are themselves a Huffman code. */
static const char *read_lengths(stream *s, const code *c, uint8_t *lengths,
                                unsigned total) {
  unsigned filled = 0;
  while (filled < total) {
    int symbol = decode(s, c);
    if (symbol < 0)
      return "the code lengths are damaged";
    if (symbol < 16) {
      lengths[filled++] = (uint8_t)symbol;
      continue;
    }
    if (symbol == 16 && filled == 0)
      return "the code lengths are damaged";
    uint8_t value = symbol == 16 ? lengths[filled - 1] : 0;
    unsigned bits = symbol == 16 ? 2 : symbol == 17 ? 3 : 7;
    unsigned repeat;
    if (!take(s, bits, &repeat))
      return "the compressed data ends early";
    repeat += symbol == 18 ? 11 : 3;
    if (repeat > total - filled)
      return "the code lengths are damaged";
    memset(lengths + filled, value, repeat);
    filled += repeat;
  }
  return NULL;
}

static const char *dynamic_codes(stream *s, code *literals, code *distances) {
  static const uint8_t order[19] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                    11, 4,  12, 3, 13, 2, 14, 1, 15};
  unsigned literal_count, distance_count, length_count;
  if (!take(s, 5, &literal_count) || !take(s, 5, &distance_count) ||
      !take(s, 4, &length_count))
    return "the compressed data ends early";
  literal_count += 257;
  distance_count += 1;
  length_count += 4;
  if (literal_count > 286 || distance_count > DISTANCES)
    return "a block has too many codes";
  uint8_t lengths[LITERALS + DISTANCES + 2] = {0};
  for (unsigned i = 0; i < length_count; ++i) {
    unsigned length;
    if (!take(s, 3, &length))
      return "the compressed data ends early";
    lengths[order[i]] = (uint8_t)length;
  }
  if (build(literals, lengths, 19) != 0)
    return "the code lengths are damaged";
  memset(lengths, 0, sizeof(lengths));
  const char *why =
      read_lengths(s, literals, lengths, literal_count + distance_count);
  if (why)
    return why;
  if (!lengths[END_OF_BLOCK])
    return "a block has no end";
  /* Unused codes are allowed only where a single one is used. */
  int left = build(literals, lengths, literal_count);
  if (left < 0 || (left > 0 && literal_count - literals->counts[0] != 1))
    return "the literal code is damaged";
  left = build(distances, lengths + literal_count, distance_count);
  if (left < 0 || (left > 0 && distance_count - distances->counts[0] > 1))
    return "the distance code is damaged";
  return NULL;
}

const char *tenon_inflate(const uint8_t *from, size_t from_size, uint8_t *to,
                          size_t to_size) {
  stream s = {from, from + from_size, to, to, to + to_size, 0, 0};
  code literals, distances;
  unsigned last;
  do {
    unsigned kind;
    if (!take(&s, 1, &last) || !take(&s, 2, &kind))
      return "the compressed data ends early";
    const char *why = kind == 3 ? "a block has an unknown kind" : NULL;
    if (kind == 0)
      why = copy_stored(&s);
    else if (kind == 1)
      fixed_codes(&literals, &distances);
    else if (kind == 2)
      why = dynamic_codes(&s, &literals, &distances);
    if (!why && kind != 0)
      why = expand_block(&s, &literals, &distances);
    if (why)
      return why;
  } while (!last);
  return s.out == s.out_end ? NULL
                            : "the data is shorter than the archive says";
}
