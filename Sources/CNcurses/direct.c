// ncurses takes true colours only from a description that has them, and the usual ones (xterm-256color) have not, even
// where the terminal has (COLORTERM). So the description is composed again, with other colour strings, in the compiled
// form of term(5), and given to ncurses in TERMINFO as "hex:…" (ncurses(3), ENVIRONMENT).

#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1

#include "direct.h"

#include <curses.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

enum { magic_of_32_bits = 01036, capacity = 32768 };

typedef struct buffer {
  unsigned char bytes[capacity];
  size_t count;
  bool is_full;
} buffer;

static void add(buffer *to, const void *bytes, size_t count) {
  if (to->count + count > capacity) {
    to->is_full = true;
    return;
  }
  memcpy(to->bytes + to->count, bytes, count);
  to->count += count;
}

static void add_byte(buffer *to, int value) { add(to, &(unsigned char){(unsigned char)value}, 1); }

static void add_short(buffer *to, int value) {
  add_byte(to, value & 255);
  add_byte(to, value >> 8 & 255);
}

static void add_int(buffer *to, int value) {
  add_short(to, value & 0xFFFF);
  add_short(to, value >> 16 & 0xFFFF);
}

static void add_padding(buffer *to) {
  if (to->count % 2 != 0) add_byte(to, 0);
}

#define COLOR(normal, bright, other)                                                                    \
  "\033[%?%p1%{8}%<%t" normal "%p1%d%e%p1%{16}%<%t" bright "%p1%{8}%-%d%e%p1%{256}%<%t" other           \
  ";5;%p1%d%e" other ";2;%p1%{256}%-%{65536}%/%d;%p1%{256}%-%{256}%/%{255}%&%d;%p1%{256}%-%{255}%&%d%;m"

static const char *string_named(const char *name) {
  if (strcmp(name, "setaf") == 0) return COLOR("3", "9", "38");
  if (strcmp(name, "setab") == 0) return COLOR("4", "10", "48");
  // These would change the palette, or number it otherwise.
  const char *others[] = {"initc", "initp", "setf", "setb", "scp"};
  for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
    if (strcmp(name, others[i]) == 0) return NULL;
  }
  const char *string = tigetstr(name);
  return string == (const char *)-1 ? NULL : string;
}

static int number_named(const char *name) {
  if (strcmp(name, "colors") == 0) return direct_base + 0x1000000;
  if (strcmp(name, "pairs") == 0) return 0x10000;
  int number = tigetnum(name);
  return number < 0 ? -1 : number;
}

static int flag_named(const char *name) { return strcmp(name, "ccc") != 0 && tigetflag(name) > 0; }

static int count_of(NCURSES_CONST char *const *names) {
  int count = 0;
  while (names[count] != NULL) count++;
  return count;
}

static bool compose(buffer *to, buffer *strings, const char *type) {
  int flags = count_of(boolnames), numbers = count_of(numnames), texts = count_of(strnames);
  buffer offsets_only = {.count = 0};
  for (int i = 0; i < texts; i++) {
    const char *text = string_named(strnames[i]);
    add_short(&offsets_only, text == NULL ? -1 : (int)strings->count);
    if (text != NULL) add(strings, text, strlen(text) + 1);
  }
  const int header[] = {magic_of_32_bits, (int)strlen(type) + 1, flags, numbers, texts, (int)strings->count};
  for (int i = 0; i < 6; i++) add_short(to, header[i]);
  add(to, type, strlen(type) + 1);
  for (int i = 0; i < flags; i++) add_byte(to, flag_named(boolnames[i]));
  add_padding(to);
  for (int i = 0; i < numbers; i++) add_int(to, number_named(numnames[i]));
  add(to, offsets_only.bytes, offsets_only.count);
  add(to, strings->bytes, strings->count);
  add_padding(to);
  // One extended capability, the flag RGB: one flag, no numbers, no strings, one entry of four bytes in the table.
  const int extended[] = {1, 0, 0, 1, 4};
  for (int i = 0; i < 5; i++) add_short(to, extended[i]);
  add_byte(to, 1);
  add_padding(to);
  add_short(to, 0);
  add(to, "RGB", 4);
  return !to->is_full && !strings->is_full;
}

char *direct_description(const char *type) {
  if (tigetnum("colors") < 8) return NULL;
  buffer *description = calloc(2, sizeof(buffer));
  if (description == NULL) return NULL;
  char *text = NULL;
  if (compose(&description[0], &description[1], type)) text = malloc(description->count * 2 + 5);
  if (text != NULL) {
    strcpy(text, "hex:");
    for (size_t i = 0; i < description->count; i++) {
      static const char digits[] = "0123456789ABCDEF";
      text[4 + 2 * i] = digits[description->bytes[i] >> 4];
      text[5 + 2 * i] = digits[description->bytes[i] & 15];
    }
    text[4 + 2 * description->count] = 0;
  }
  free(description);
  return text;
}
