// What ContentCodings uses of zlib: its header, and a function for each macro that Swift cannot import.
// A wrapper is named after the macro that it stands for.
#ifndef BAREWIRE_CZLIB_H
#define BAREWIRE_CZLIB_H

// Input pointers are const.
#define ZLIB_CONST 1
#include <zlib.h>

static inline int barewire_inflateInit2(z_stream *stream, int windowBits) { return inflateInit2(stream, windowBits); }

static inline int barewire_deflateInit2(z_stream *stream, int level, int windowBits) {
  return deflateInit2(stream, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
}

#endif
