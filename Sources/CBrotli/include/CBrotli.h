// What ContentCodings uses of the brotli library: its headers, which Swift can import as they are.
#ifndef BAREWIRE_CBROTLI_H
#define BAREWIRE_CBROTLI_H

#include <brotli/decode.h>
#include <brotli/encode.h>

#endif
