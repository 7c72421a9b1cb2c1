#ifndef DIRECT_H
#define DIRECT_H

#include <stdbool.h>

// How many numbers stand before those of direct colours: 256 + red × 65536 + green × 256 + blue.
enum { direct_base = 256 };

// Describes the current terminal (of `setupterm`) with direct colours, as a value of the variable TERMINFO that
// ncurses reads a description from; null where that is not possible. The caller frees it.
char *direct_description(const char *type);

#endif
