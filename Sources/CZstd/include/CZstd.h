// What ContentCodings uses of the zstd library: its headers, which Swift can import as they are.
#ifndef BAREWIRE_CZSTD_H
#define BAREWIRE_CZSTD_H

#include <zstd.h>
#include <zstd_errors.h>

#endif
