// What Pictures uses of libpng, libjpeg-turbo, giflib and libsixel: their headers, and constants for what Swift cannot
// import. A constant is named after the macro that it stands for.
#ifndef BAREWIRE_CIMAGES_H
#define BAREWIRE_CIMAGES_H

#include <stdio.h>
#include <gif_lib.h>
#include <png.h>
#include <sixel/sixel.h>
#include <turbojpeg.h>

static const png_uint_32 barewire_PNG_IMAGE_VERSION = PNG_IMAGE_VERSION;
static const png_uint_32 barewire_PNG_FORMAT_RGBA = PNG_FORMAT_RGBA;
static const int barewire_TJFLAG_LIMITSCANS = TJFLAG_LIMITSCANS;
static const int barewire_SIXEL_PIXELFORMAT_RGB888 = SIXEL_PIXELFORMAT_RGB888;
static const int barewire_SIXEL_PIXELFORMAT_PAL8 = SIXEL_PIXELFORMAT_PAL8;

#endif
