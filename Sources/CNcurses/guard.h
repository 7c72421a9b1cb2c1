#ifndef GUARD_H
#define GUARD_H

#include <stdbool.h>

// Keeps the terminal's modes as they are now, for `cnc_guard` to set again.
void cnc_guard_remember(int input, int output);

// While paused, the terminal is not ours to give back.
void cnc_guard_pause(bool paused);

#endif
