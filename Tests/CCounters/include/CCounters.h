#pragma once
#include <stdint.h>

/// Counts what Swift cannot see of its own process: allocations and instructions.

/// Calls of malloc and its kin since the start of this process; negative where they cannot be counted.
int64_t barewire_allocations(void);

/// Begins to count the instructions of the calling thread, by stepping through them one at a time (about a
/// microsecond each); 0 where that is not possible. A repeated string instruction counts once.
int barewire_begin_counting_instructions(void);

/// Ends counting; the count, with a few of these two functions themselves.
int64_t barewire_end_counting_instructions(void);
