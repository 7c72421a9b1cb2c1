/// What Swift's vectors lack: one bit for each of 16 bytes. Each function looks at exactly the 16 bytes at `bytes` and
/// sets bit i where byte i is in the set that its name tells. Everything is inlined into Swift; nothing is called.
#ifndef BAREWIRE_CBYTEMASKS_H
#define BAREWIRE_CBYTEMASKS_H

#include <stdint.h>

#if defined(__SSE2__)

#include <emmintrin.h>

/// The 16 bytes, from any address.
static inline __m128i barewire_load(const void *bytes) { return _mm_loadu_si128((const __m128i *)bytes); }

/// 0xff where a byte is in low...high.
static inline __m128i barewire_in_range(__m128i vector, uint8_t low, uint8_t high) {
  /* Moved so that high is the greatest of signed numbers: one comparison does. */
  const __m128i moved = _mm_add_epi8(vector, _mm_set1_epi8((char)(0x7f - high)));
  return _mm_cmpgt_epi8(moved, _mm_set1_epi8((char)(0x7f - high + low - 1)));
}

static inline __m128i barewire_is(__m128i vector, uint8_t byte) {
  return _mm_cmpeq_epi8(vector, _mm_set1_epi8((char)byte));
}

static inline uint32_t barewire_bits(__m128i vector) { return (uint32_t)_mm_movemask_epi8(vector); }

/// Neither a visible character of ASCII nor a space: control bytes (HTAB too), DEL and bytes from 0x80 on.
static inline uint32_t barewire_outside_text(const void *bytes) {
  /* One signed comparison: DEL and all from 0x80 on, plus one, are negative or zero. */
  const __m128i moved = _mm_add_epi8(barewire_load(bytes), _mm_set1_epi8(1));
  return barewire_bits(_mm_cmplt_epi8(moved, _mm_set1_epi8(0x21)));
}

/// 0xff where a letter or a digit is.
static inline __m128i barewire_alphanumeric(__m128i vector) {
  const __m128i letters = barewire_in_range(_mm_or_si128(vector, _mm_set1_epi8(0x20)), 'a', 'z');
  return _mm_or_si128(letters, barewire_in_range(vector, '0', '9'));
}

/// Not a letter, digit or hyphen: what most names are made of.
static inline uint32_t barewire_outside_word(const void *bytes) {
  const __m128i vector = barewire_load(bytes);
  return barewire_bits(_mm_or_si128(barewire_is(vector, '-'), barewire_alphanumeric(vector))) ^ 0xffff;
}

/// Not a letter, digit, hyphen or period: what most host names are made of.
static inline uint32_t barewire_outside_host_name(const void *bytes) {
  const __m128i vector = barewire_load(bytes);
  return barewire_bits(_mm_or_si128(barewire_in_range(vector, '-', '.'), barewire_alphanumeric(vector))) ^ 0xffff;
}

/// Not a character of an origin-form target as most are: no space, control byte, DEL, byte from 0x80 on, nor any of
/// " # % < > [ \ ] ^ ` { | }. The rare ! $ ~ count as such too: without them a few comparisons do.
static inline uint32_t barewire_outside_target(const void *bytes) {
  const __m128i vector = barewire_load(bytes);
  const __m128i one = _mm_set1_epi8(1);
  /* From 0x7f to "%" round about: plus one, all but the first few of those are negative. */
  __m128i found = _mm_cmplt_epi8(_mm_add_epi8(vector, one), _mm_set1_epi8('%' + 2));
  found = _mm_or_si128(found, barewire_is(_mm_or_si128(vector, _mm_set1_epi8('<' ^ '>')), '>'));
  /* [ \ ] ^ are { | } ~ without the bit of small letters; _ becomes DEL, which is negative here. */
  const __m128i small = _mm_or_si128(vector, _mm_set1_epi8(0x20));
  found = _mm_or_si128(found, _mm_cmpgt_epi8(_mm_add_epi8(small, one), _mm_set1_epi8('z' + 1)));
  return barewire_bits(_mm_or_si128(found, barewire_is(vector, '`')));
}

/// What ends the plain text of a JSON string: a quote, a backslash or a control character.
static inline __m128i barewire_json_marks(__m128i vector) {
  const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(vector, _mm_set1_epi8(0x1f)), vector);
  return _mm_or_si128(controls, _mm_or_si128(barewire_is(vector, '"'), barewire_is(vector, '\\')));
}

/// A quote, a backslash or a control character.
static inline uint32_t barewire_outside_json_text(const void *bytes) {
  return barewire_bits(barewire_json_marks(barewire_load(bytes)));
}

/// The same, or a byte from 0x80 on.
static inline uint32_t barewire_outside_json_ascii(const void *bytes) {
  const __m128i vector = barewire_load(bytes);
  return barewire_bits(_mm_or_si128(barewire_json_marks(vector), vector));
}

/// No space, tab or carriage return, nor `line_feed`.
static inline uint32_t barewire_outside_json_blanks(const void *bytes, uint8_t line_feed) {
  const __m128i vector = barewire_load(bytes);
  const __m128i blanks = _mm_or_si128(barewire_is(vector, ' '), barewire_is(vector, line_feed));
  const __m128i others = _mm_or_si128(barewire_is(vector, '\t'), barewire_is(vector, '\r'));
  return barewire_bits(_mm_or_si128(blanks, others)) ^ 0xffff;
}

/// Not a digit.
static inline uint32_t barewire_outside_digits(const void *bytes) {
  return barewire_bits(barewire_in_range(barewire_load(bytes), '0', '9')) ^ 0xffff;
}

#else

#define BAREWIRE_BYTES(NAME, CONDITION)                              \
  static inline uint32_t NAME(const void *bytes) {                   \
    uint32_t bits = 0;                                               \
    for (int index = 0; index < 16; index++) {                       \
      const uint8_t byte = ((const uint8_t *)bytes)[index];          \
      bits |= (uint32_t)((CONDITION) ? 1 : 0) << index;              \
    }                                                                \
    return bits;                                                     \
  }

static inline int barewire_is_word(uint8_t byte) {
  const uint8_t small = byte | 0x20;
  return (small >= 'a' && small <= 'z') || (byte >= '0' && byte <= '9') || byte == '-';
}

static inline int barewire_is_target(uint8_t byte) {
  return byte > '%' && byte <= 'z' && byte != '<' && byte != '>' && byte != '`' && !(byte >= '[' && byte <= '^');
}

BAREWIRE_BYTES(barewire_outside_text, byte < 0x20 || byte >= 0x7f)
BAREWIRE_BYTES(barewire_outside_word, !barewire_is_word(byte))
BAREWIRE_BYTES(barewire_outside_host_name, byte != '.' && !barewire_is_word(byte))
BAREWIRE_BYTES(barewire_outside_target, !barewire_is_target(byte))
BAREWIRE_BYTES(barewire_outside_json_text, byte < 0x20 || byte == '"' || byte == '\\')
BAREWIRE_BYTES(barewire_outside_json_ascii, byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\')
BAREWIRE_BYTES(barewire_outside_digits, byte < '0' || byte > '9')

static inline uint32_t barewire_outside_json_blanks(const void *bytes, uint8_t line_feed) {
  uint32_t bits = 0;
  for (int index = 0; index < 16; index++) {
    const uint8_t byte = ((const uint8_t *)bytes)[index];
    const int is_blank = byte == ' ' || byte == '\t' || byte == '\r' || byte == line_feed;
    bits |= (uint32_t)!is_blank << index;
  }
  return bits;
}

#endif

#include "JSONTokens.h"

#endif
