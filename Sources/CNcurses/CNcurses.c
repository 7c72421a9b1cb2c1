// The feature macros come before every header.
#define _GNU_SOURCE 1
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include "CNcurses.h"
#include "direct.h"
#include "guard.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// ncurses writes in the locale's encoding, and this program in UTF-8.
static void use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0 && setlocale(LC_CTYPE, "C.UTF-8") == NULL) {
    setlocale(LC_CTYPE, "en_US.UTF-8");
  }
}

// A terminal that lines are written to: ncurses has no screen, and what would draw does nothing.
static bool is_linear;

static void set_raw_modes(void) {
  struct termios modes;
  if (tcgetattr(STDIN_FILENO, &modes) == 0) {
    // Enter is to be told from ^J, and ^S, ^Q, ^V and ^O are keys.
    modes.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | IXON | IXOFF | BRKINT | PARMRK | ISTRIP);
    modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | ISIG | IEXTEN);
    modes.c_cc[VMIN] = 1;
    modes.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSANOW, &modes);
  }
}

static void use_raw_input(void) {
  raw();
  noecho();
  nonl();
  set_raw_modes();
  def_prog_mode();
}

// Begins with direct colours where they are wanted and possible.
static SCREEN *begin(const char *type, bool wants_direct_colors) {
  char *description = wants_direct_colors ? direct_description(type) : NULL;
  del_curterm(cur_term);
  if (description == NULL) return newterm(type, stdout, stdin);
  const char *variable = getenv("TERMINFO");
  char *before = variable == NULL ? NULL : strdup(variable);
  setenv("TERMINFO", description, 1);
  SCREEN *screen = newterm(type, stdout, stdin);
  // Programs that are started later look for their own.
  if (before != NULL) setenv("TERMINFO", before, 1);
  else unsetenv("TERMINFO");
  free(before);
  free(description);
  return screen != NULL ? screen : newterm(type, stdout, stdin);
}

// ncurses handles only those that nobody else does; with SIGTSTP it would even undo the handler of whoever does.
static void set_signals(void (*action)(int)) {
  const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGWINCH};
  for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) signal(signals[i], action);
}

enum cnc_opening cnc_open(const char *type, bool wants_direct_colors) {
  use_utf8();
  int status = 0;
  if (setupterm(type, STDOUT_FILENO, &status) == ERR) {
    // A description without a way to move the cursor may also be refused here, as a generic or hard-copy terminal.
    return status == 1 ? CNC_CANNOT_MOVE_CURSOR : CNC_UNKNOWN_TERMINAL;
  }
  if (cnc_string("cup") == NULL || cnc_string("clear") == NULL) return CNC_CANNOT_MOVE_CURSOR;
  cnc_guard_remember(STDIN_FILENO, STDOUT_FILENO);
  set_signals(SIG_IGN);
  if (begin(type, wants_direct_colors) == NULL) {
    set_signals(SIG_DFL);
    return CNC_FAILED;
  }
  // ncurses 6.4 writes at once after each movement of the cursor, as for programs that only use mvcur(3), until it
  // has come back from endwin(3) once: a hundred small writes for a frame instead of one.
  endwin();
  doupdate();
  use_raw_input();
  keypad(stdscr, TRUE);
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  // To shift a row's cells would shift what the terminal has drawn over them.
  idcok(stdscr, FALSE);
  return CNC_OPEN;
}

static struct termios modes_before;

void cnc_open_lines(const char *type) {
  use_utf8();
  is_linear = true;
  int status = 0;
  // Without a description keys are still told apart as xterm's.
  if (type != NULL) setupterm(type, STDOUT_FILENO, &status);
  cnc_guard_remember(STDIN_FILENO, STDOUT_FILENO);
  tcgetattr(STDIN_FILENO, &modes_before);
  set_signals(SIG_IGN);
  set_raw_modes();
}

int cnc_colors(void) {
  if (!has_colors() || start_color() == ERR) return 0;
  use_default_colors();
  return COLORS;
}

int cnc_pair(int foreground, int background) {
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
}

void cnc_put(int row, int column, const cnc_cell *cells, int count) {
  static cchar_t *buffer;
  static int capacity;
  if (count > capacity) {
    cchar_t *larger = realloc(buffer, (size_t)count * sizeof(cchar_t));
    if (larger == NULL) return;
    buffer = larger;
    capacity = count;
  }
  for (int i = 0; i < count; i++) {
    const cnc_cell *cell = &cells[i];
    wchar_t text[4] = {(wchar_t)cell->characters[0], (wchar_t)cell->characters[1], (wchar_t)cell->characters[2], 0};
    attr_t attributes = (cell->attributes & CNC_BOLD ? WA_BOLD : 0) | (cell->attributes & CNC_DIM ? WA_DIM : 0)
      | (cell->attributes & CNC_ITALIC ? WA_ITALIC : 0) | (cell->attributes & CNC_UNDERLINE ? WA_UNDERLINE : 0)
      | (cell->attributes & CNC_REVERSE ? WA_REVERSE : 0);
    int pair = cell->pair;
    setcchar(&buffer[i], text, attributes, (short)(pair > 32767 ? 0 : pair), &pair);
  }
  mvadd_wchnstr(row, column, buffer, count);
}

void cnc_show(int cursor_row, int cursor_column) {
  cnc_guard_thread();
  if (is_linear) return;
  bool visible = cursor_row >= 0 && cursor_column >= 0;
  if (visible) move(cursor_row, cursor_column);
  curs_set(visible ? 1 : 0);
  wnoutrefresh(stdscr);
  doupdate();
}

void cnc_resize(int height, int width) {
  if (is_linear) return;
  if (resizeterm(height, width) == ERR) return;
  clearok(curscr, TRUE);
}

void cnc_redraw(void) {
  if (!is_linear) clearok(curscr, TRUE);
}

void cnc_redraw_rows(int first, int count) { wredrawln(stdscr, first, count); }

void cnc_leave(void) {
  if (is_linear) {
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes_before);
    cnc_guard_pause(true);
    return;
  }
  curs_set(1);
  if (cnc_string("rmcup") == NULL) {
    // Without an alternate screen the picture would stay behind, under the prompt.
    erase();
    refresh();
  }
  endwin();
  cnc_guard_pause(true);
}

void cnc_enter(void) {
  cnc_guard_pause(false);
  if (is_linear) {
    set_raw_modes();
    return;
  }
  reset_prog_mode();
  clearok(curscr, TRUE);
  doupdate();
}

int cnc_width(uint32_t character) { return wcwidth((wchar_t)character); }

const char *cnc_string(const char *name) {
  const char *string = tigetstr(name);
  return string == (const char *)-1 ? NULL : string;
}

bool cnc_write(const void *bytes, size_t count) {
  const char *next = bytes;
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, next, count);
    if (written > 0) {
      next += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      struct pollfd ready = {.fd = STDOUT_FILENO, .events = POLLOUT};
      poll(&ready, 1, -1);
    } else if (written == 0 || errno != EINTR) {
      return false;
    }
  }
  return true;
}
