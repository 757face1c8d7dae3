#pragma once
#include <stddef.h>
#include <stdint.h>

// Writes the 32 bytes of the SHA-256 of `bytes`; 0 when libcrypto refuses.
int bytes_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]);

// The same for the 20 bytes of the SHA-1, which web archives check their records with.
int bytes_sha1(const uint8_t *bytes, size_t count, uint8_t digest[20]);

// The CRC-32 that ZIP keeps of its members.
uint32_t bytes_crc32(const uint8_t *bytes, size_t count);

// How much room `bytes_deflate` may need for `count` bytes.
size_t bytes_deflate_bound(size_t count);

// Compresses into zlib form (RFC 1950); the number of bytes written, 0 on failure.
size_t bytes_deflate(const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity);

// A stream that unpacks zlib, gzip, bare deflate or brotli; members may follow each other.
typedef struct bytes_inflater bytes_inflater;

// Windows as in zlib's `inflateInit2`; 0 stands for brotli.
bytes_inflater *bytes_inflater_make(int window_bits);
void bytes_inflater_free(bytes_inflater *inflater);

// Unpacks from `input` into `output`, and says how much of each was used.
// 0: goes on, 1: the stream has ended, -1: the bytes are damaged.
int bytes_inflater_step(
  bytes_inflater *inflater, const uint8_t *input, size_t input_count, size_t *input_used,
  uint8_t *output, size_t output_count, size_t *output_used);

// Makes ready for a further member of the same kind; brotli has none.
int bytes_inflater_reset(bytes_inflater *inflater);

// A converter into UTF-8 from an encoding that the C library's iconv knows by `name`, or NULL.
typedef struct bytes_converter bytes_converter;

bytes_converter *bytes_converter_make(const char *name);
void bytes_converter_free(bytes_converter *converter);

// 0: all converted, 1: the output is full, -1: a bad sequence at the input's position, -2: an
// incomplete sequence at the input's end.
int bytes_converter_step(
  bytes_converter *converter, const uint8_t *input, size_t input_count, size_t *input_used,
  uint8_t *output, size_t output_count, size_t *output_used);

// Forgets shift states after a bad sequence.
void bytes_converter_reset(bytes_converter *converter);
