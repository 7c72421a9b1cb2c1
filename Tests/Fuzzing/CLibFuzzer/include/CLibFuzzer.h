#pragma once
#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer with its own arguments and options: it calls `callback` with one input after the other until its
/// limits are reached, and then ends the process. Part of the compiler's runtime.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));
