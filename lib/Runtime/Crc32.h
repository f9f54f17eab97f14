/* The checksum of zip archives. */
#ifndef TENON_RUNTIME_CRC32_H
#define TENON_RUNTIME_CRC32_H

#include <stddef.h>
#include <stdint.h>

/* Continues `crc`, which is 0 at the start, over more bytes. */
uint32_t tenon_crc32(uint32_t crc, const void *bytes, size_t size);

#endif
