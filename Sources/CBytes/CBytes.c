#include "CBytes.h"

#include <brotli/decode.h>
#include <errno.h>
#include <iconv.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#ifdef __APPLE__
#include <CommonCrypto/CommonDigest.h>
#else
#include <openssl/evp.h>
#endif

int bytes_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]) {
#ifdef __APPLE__
  CC_SHA256_CTX context;
  CC_SHA256_Init(&context);
  while (count > 0) {
    CC_LONG part = count > UINT32_MAX / 2 ? UINT32_MAX / 2 : (CC_LONG)count;
    CC_SHA256_Update(&context, bytes, part);
    bytes += part;
    count -= part;
  }
  CC_SHA256_Final(digest, &context);
  return 1;
#else
  return EVP_Digest(bytes, count, digest, NULL, EVP_sha256(), NULL) == 1;
#endif
}

int bytes_sha1(const uint8_t *bytes, size_t count, uint8_t digest[20]) {
#ifdef __APPLE__
  // It counts in 32 bits; no record that is read is as long.
  return count <= UINT32_MAX && CC_SHA1(bytes, (CC_LONG)count, digest) != NULL;
#else
  return EVP_Digest(bytes, count, digest, NULL, EVP_sha1(), NULL) == 1;
#endif
}

uint32_t bytes_crc32(const uint8_t *bytes, size_t count) {
  return (uint32_t)crc32_z(0, bytes, count);
}

size_t bytes_deflate_bound(size_t count) { return compressBound(count); }

size_t bytes_deflate(const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity) {
  uLongf written = capacity;
  int status = compress2(output, &written, bytes, count, Z_DEFAULT_COMPRESSION);
  return status == Z_OK ? written : 0;
}

struct bytes_inflater {
  z_stream stream;
  // Not NULL for brotli, which leaves the other unused.
  BrotliDecoderState *brotli;
};

bytes_inflater *bytes_inflater_make(int window_bits) {
  bytes_inflater *inflater = calloc(1, sizeof *inflater);
  if (inflater == NULL) return NULL;
  bool made;
  if (window_bits == 0) {
    inflater->brotli = BrotliDecoderCreateInstance(NULL, NULL, NULL);
    made = inflater->brotli != NULL;
  } else {
    made = inflateInit2(&inflater->stream, window_bits) == Z_OK;
  }
  if (made) return inflater;
  free(inflater);
  return NULL;
}

void bytes_inflater_free(bytes_inflater *inflater) {
  if (inflater->brotli != NULL) {
    BrotliDecoderDestroyInstance(inflater->brotli);
  } else {
    inflateEnd(&inflater->stream);
  }
  free(inflater);
}

// zlib counts in unsigned int.
static uInt clamped(size_t count) { return count > UINT_MAX ? UINT_MAX : (uInt)count; }

static int brotli_step(
  BrotliDecoderState *state, const uint8_t *input, size_t input_count, size_t *input_used,
  uint8_t *output, size_t output_count, size_t *output_used) {
  size_t input_left = input_count, output_left = output_count;
  BrotliDecoderResult result =
    BrotliDecoderDecompressStream(state, &input_left, &input, &output_left, &output, NULL);
  *input_used = input_count - input_left;
  *output_used = output_count - output_left;
  if (result == BROTLI_DECODER_RESULT_SUCCESS) return 1;
  return result == BROTLI_DECODER_RESULT_ERROR ? -1 : 0;
}

int bytes_inflater_step(
  bytes_inflater *inflater, const uint8_t *input, size_t input_count, size_t *input_used,
  uint8_t *output, size_t output_count, size_t *output_used) {
  if (inflater->brotli != NULL) {
    return brotli_step(
      inflater->brotli, input, input_count, input_used, output, output_count, output_used);
  }
  z_stream *stream = &inflater->stream;
  uInt input_room = clamped(input_count), output_room = clamped(output_count);
  stream->next_in = (Bytef *)input;
  stream->avail_in = input_room;
  stream->next_out = output;
  stream->avail_out = output_room;
  int status = inflate(stream, Z_NO_FLUSH);
  *input_used = input_room - stream->avail_in;
  *output_used = output_room - stream->avail_out;
  if (status == Z_STREAM_END) return 1;
  return status == Z_OK || status == Z_BUF_ERROR ? 0 : -1;
}

int bytes_inflater_reset(bytes_inflater *inflater) {
  return inflater->brotli == NULL && inflateReset(&inflater->stream) == Z_OK;
}

struct bytes_converter {
  iconv_t descriptor;
};

bytes_converter *bytes_converter_make(const char *name) {
  iconv_t descriptor = iconv_open("UTF-8", name);
  if (descriptor == (iconv_t)-1) return NULL;
  bytes_converter *converter = malloc(sizeof *converter);
  if (converter == NULL) {
    iconv_close(descriptor);
    return NULL;
  }
  converter->descriptor = descriptor;
  return converter;
}

void bytes_converter_free(bytes_converter *converter) {
  iconv_close(converter->descriptor);
  free(converter);
}

int bytes_converter_step(
  bytes_converter *converter, const uint8_t *input, size_t input_count, size_t *input_used,
  uint8_t *output, size_t output_count, size_t *output_used) {
  char *from = (char *)input, *to = (char *)output;
  size_t from_left = input_count, to_left = output_count;
  size_t status = iconv(converter->descriptor, &from, &from_left, &to, &to_left);
  int reason = errno;
  *input_used = input_count - from_left;
  *output_used = output_count - to_left;
  if (status != (size_t)-1) return 0;
  return reason == E2BIG ? 1 : reason == EINVAL ? -2 : -1;
}

void bytes_converter_reset(bytes_converter *converter) {
  iconv(converter->descriptor, NULL, NULL, NULL, NULL);
}
