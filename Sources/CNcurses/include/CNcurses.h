#ifndef CNCURSES_H
#define CNCURSES_H

// What the terminal needs of ncurses, as functions that Swift can call: curses itself is macros, unsafe globals and
// variadic functions. One terminal in a process; call everything from one thread at a time.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How opening the terminal ended.
enum cnc_opening {
  CNC_OPEN = 0,
  /// The terminal's description is not installed.
  CNC_UNKNOWN_TERMINAL = 1,
  /// The terminal is described as one that cannot move its cursor.
  CNC_CANNOT_MOVE_CURSOR = 2,
  /// ncurses could not begin.
  CNC_FAILED = 3,
};

/// One spacing character with up to two marks (zero where there is none), its attributes and its colour pair.
typedef struct cnc_cell {
  uint32_t characters[3];
  uint32_t attributes;
  int32_t pair;
} cnc_cell;

/// Attributes of a cell, to be combined.
enum {
  CNC_BOLD = 1,
  CNC_DIM = 2,
  CNC_ITALIC = 4,
  CNC_UNDERLINE = 8,
  CNC_REVERSE = 16,
};

/// Checks the description of the terminal `type`, takes the screen and sets raw input; needs a UTF-8 LC_CTYPE and sets
/// one where the environment has none. With direct colours, the colour 256 + red × 65536 + green × 256 + blue is that
/// colour, where the terminal has colours at all; `cnc_colors` tells. From then on SIGINT, SIGTERM, SIGHUP, SIGTSTP and
/// SIGWINCH are ignored: the caller is to watch them.
enum cnc_opening cnc_open(const char *type, bool wants_direct_colors);

/// Sets raw input on a terminal of any type, of which nothing is known where `type` is null, and takes no screen: lines
/// are written to it by `cnc_write`, and the functions that draw do nothing. As to signals, like `cnc_open`.
void cnc_open_lines(const char *type);

/// Sets colours up and gives their count: 0 without colours.
int cnc_colors(void);

/// The pair of two colours (-1 is the default one), made when new; 0, the default pair, where there is no more room.
int cnc_pair(int foreground, int background);

/// Puts cells side by side on ncurses' screen; a wide character advances by two columns.
void cnc_put(int row, int column, const cnc_cell *cells, int count);

/// Shows what was put; the cursor goes to the place, or is hidden where a coordinate is negative.
void cnc_show(int cursor_row, int cursor_column);

/// Tells ncurses the terminal's new size; everything is to be put again.
void cnc_resize(int height, int width);

/// Makes the next `cnc_show` draw everything, as after something else has written to the terminal.
void cnc_redraw(void);

/// Makes the next `cnc_show` draw whole rows, as after something else has written over them.
void cnc_redraw_rows(int first, int count);

/// Gives the terminal back as it was; `cnc_show` takes it again.
void cnc_leave(void);

/// Takes the terminal again after `cnc_leave`.
void cnc_enter(void);

/// Columns of a character by libc's table, which is the one that ncurses counts with; -1 where it has none.
int cnc_width(uint32_t character);

/// A string of the terminal's description by its terminfo name, or null.
const char *cnc_string(const char *name);

/// Writes bytes to the terminal, past ncurses; false where the terminal is gone.
bool cnc_write(const void *bytes, size_t count);

/// Stops the whole job as ^Z does in a shell and returns when it goes on, or at once where there is no shell to wait for it.
void cnc_stop(void);

/// From now on a crash (SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE) or an `exit` gives the terminal back before
/// whatever it did before: `leave` are the bytes that switch off what was switched on by `cnc_write`. Without `screen`
/// only those are written.
///
/// Only async-signal-safe calls are made. The handlers of before (such as Swift's backtracer) are then called.
void cnc_guard(const void *leave, size_t count, bool screen);

/// Gives the calling thread a stack for signals, so that even a stack that overflowed gives the terminal back.
void cnc_guard_thread(void);

#endif
