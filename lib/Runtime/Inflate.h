/* Decompression of deflate streams (RFC 1951), for compressed .npz files. */
#ifndef TENON_RUNTIME_INFLATE_H
#define TENON_RUNTIME_INFLATE_H

#include <stddef.h>
#include <stdint.h>

/* No deflate stream expands by more than this factor. */
enum { TENON_INFLATE_MAX_RATIO = 1032 };

/* Decompresses `from` to exactly `to_size` bytes. Returns null, or why the
 * stream is damaged. Reads and writes only what it is given. */
const char *tenon_inflate(const uint8_t *from, size_t from_size, uint8_t *to,
                          size_t to_size);

#endif
