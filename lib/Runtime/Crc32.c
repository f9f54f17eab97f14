/* The checksum of zip archives, eight bytes at a step: it runs over every
 * weight-sized array that is read or written, and must not be what one waits
 * for. */
#include "Crc32.h"

enum { SLICES = 8 };

/* tables[s][b] is the checksum of the byte b followed by s zero bytes. */
static void make_tables(uint32_t tables[SLICES][256]) {
  for (uint32_t byte = 0; byte < 256; ++byte) {
    uint32_t crc = byte;
    for (int bit = 0; bit < 8; ++bit)
      crc = crc & 1 ? crc >> 1 ^ UINT32_C(0xedb88320) : crc >> 1;
    tables[0][byte] = crc;
  }
  for (int slice = 1; slice < SLICES; ++slice)
    for (uint32_t byte = 0; byte < 256; ++byte) {
      uint32_t crc = tables[slice - 1][byte];
      tables[slice][byte] = crc >> 8 ^ tables[0][crc & 255];
    }
}

uint32_t tenon_crc32(uint32_t crc, const void *bytes, size_t size) {
  /* Made per call, which costs some microseconds and needs no shared state. */
  uint32_t tables[SLICES][256];
  make_tables(tables);
  const uint8_t *at = bytes;
  crc = ~crc;
  for (; size >= SLICES; size -= SLICES, at += SLICES) {
    uint32_t low = crc ^ ((uint32_t)at[0] | (uint32_t)at[1] << 8 |
                          (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24);
    crc = tables[7][low & 255] ^ tables[6][low >> 8 & 255] ^
          tables[5][low >> 16 & 255] ^ tables[4][low >> 24] ^ tables[3][at[4]] ^
          tables[2][at[5]] ^ tables[1][at[6]] ^ tables[0][at[7]];
  }
  for (; size; --size, ++at)
    crc = crc >> 8 ^ tables[0][(crc ^ *at) & 255];
  return ~crc;
}
