/// Where tokens of JSON (RFC 8259) end, 16 bytes looked at at once; inlined into Swift as the masks are.
///
/// `at` is behind what the name tells, and `last` is a place before which the token must end. Each function may look at
/// the 32 bytes from `last` on. NULL is returned for what is wrong, or does not end before `last`: then a reader that
/// takes one byte after the other has to look.
#ifndef BAREWIRE_JSONTOKENS_H
#define BAREWIRE_JSONTOKENS_H

#include <string.h>

#include "CByteMasks.h"

/// The first byte that is no space, tab or carriage return, nor `line_feed`; that may be a space, so that lines count.
static inline const uint8_t *barewire_json_blanks(const uint8_t *at, const uint8_t *last, uint8_t line_feed) {
  if (*at > 0x20) return at;
  /* One space between two tokens is what most texts have. */
  if (*at == 0x20 && at[1] > 0x20) return at + 1;
  while (at < last) {
    const uint32_t bits = barewire_outside_json_blanks(at, line_feed);
    if (bits != 0) return at + __builtin_ctz(bits);
    at += 16;
  }
  return NULL;
}

static inline int barewire_json_is_hex(uint8_t byte) {
  const uint8_t small = byte | 0x20;
  return (byte >= '0' && byte <= '9') || (small >= 'a' && small <= 'f');
}

/// Behind the closing quote of a string whose opening one is before `at`.
static inline const uint8_t *barewire_json_string(const uint8_t *at, const uint8_t *last) {
  while (at < last) {
    const uint32_t bits = barewire_outside_json_text(at);
    if (bits == 0) {
      at += 16;
      continue;
    }
    at += __builtin_ctz(bits);
    if (*at == '"') return at + 1;
    if (*at != '\\') return NULL;
    switch (at[1]) {
      case '"': case '\\': case '/': case 'b': case 'f': case 'n': case 'r': case 't':
        at += 2;
        break;
      case 'u':
        for (int digit = 2; digit < 6; digit++) {
          if (!barewire_json_is_hex(at[digit])) return NULL;
        }
        at += 6;
        break;
      default:
        return NULL;
    }
  }
  return NULL;
}

/// Behind the closing quote of a string of ASCII without escapes, whose opening quote is before `at`.
static inline const uint8_t *barewire_json_plain_string(const uint8_t *at, const uint8_t *last) {
  while (at < last) {
    const uint32_t bits = barewire_outside_json_ascii(at);
    if (bits != 0) {
      at += __builtin_ctz(bits);
      return *at == '"' ? at + 1 : NULL;
    }
    at += 16;
  }
  return NULL;
}

/// Behind digits, at least one.
static inline const uint8_t *barewire_json_digits(const uint8_t *at, const uint8_t *last) {
  const uint8_t *const start = at;
  while (at < last) {
    const uint32_t bits = barewire_outside_digits(at);
    if (bits != 0) {
      at += __builtin_ctz(bits);
      return at > start ? at : NULL;
    }
    at += 16;
  }
  return NULL;
}

/// Behind a number that begins at `at` (RFC 8259 §6), whatever follows.
static inline const uint8_t *barewire_json_number(const uint8_t *at, const uint8_t *last) {
  if (*at == '-') at++;
  if (*at == '0') {
    at++;
    if (*at >= '0' && *at <= '9') return NULL;
  } else {
    at = barewire_json_digits(at, last);
    if (at == NULL) return NULL;
  }
  if (*at == '.') {
    at = barewire_json_digits(at + 1, last);
    if (at == NULL) return NULL;
  }
  if ((*at | 0x20) == 'e') {
    at++;
    if (*at == '+' || *at == '-') at++;
    at = barewire_json_digits(at, last);
  }
  return at;
}

/// Behind `true`, `false` or `null` that begins at `at`, whatever follows.
static inline const uint8_t *barewire_json_word(const uint8_t *at) {
  switch (*at) {
    case 't': return memcmp(at, "true", 4) == 0 ? at + 4 : NULL;
    case 'f': return memcmp(at, "false", 5) == 0 ? at + 5 : NULL;
    case 'n': return memcmp(at, "null", 4) == 0 ? at + 4 : NULL;
    default: return NULL;
  }
}

#endif
