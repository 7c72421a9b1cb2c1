#define _GNU_SOURCE 1

#include "guard.h"

#include "CNcurses.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int crashes[] = {SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE};
enum { crash_count = sizeof crashes / sizeof crashes[0], stack_size = 32768 };

// Written before the handlers are installed, only read by them.
static struct sigaction previous[crash_count];
static struct termios modes;
static bool has_modes;
static int input_descriptor;
static int output_descriptor;
static char leave_bytes[1024];
static size_t leave_count;
static pid_t owner;

// True while the terminal is ours to give back.
static atomic_bool active;

static void append(const char *string) {
  if (string == NULL) return;
  size_t length = strlen(string);
  if (leave_count + length > sizeof leave_bytes) return;
  memcpy(leave_bytes + leave_count, string, length);
  leave_count += length;
}

// Async-signal-safe.
static void restore(void) {
  if (!atomic_exchange(&active, false) || getpid() != owner) return;
  int saved = errno;
  // In the background, setting the modes would stop the process.
  sigset_t background, before;
  sigemptyset(&background);
  sigaddset(&background, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &background, &before);
  size_t done = 0;
  while (done < leave_count) {
    ssize_t written = write(output_descriptor, leave_bytes + done, leave_count - done);
    if (written <= 0) break;
    done += (size_t)written;
  }
  if (has_modes) tcsetattr(input_descriptor, TCSANOW, &modes);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = saved;
}

static void on_crash(int number, siginfo_t *info, void *context) {
  (void)context;
  restore();
  for (int i = 0; i < crash_count; i++) {
    if (crashes[i] == number) sigaction(number, &previous[i], NULL);
  }
  // A fault repeats on return, with its address, for the handler of before. What was sent does not, and a trap
  // instruction may be over: these are sent again, and arrive when this handler returns.
  bool is_fault = info != NULL && info->si_code > 0 && number != SIGTRAP && number != SIGABRT;
  if (!is_fault) raise(number);
}

void cnc_guard_remember(int input, int output) {
  input_descriptor = input;
  output_descriptor = output;
  has_modes = tcgetattr(input, &modes) == 0;
}

void cnc_guard_thread(void) {
  static _Thread_local bool is_guarded;
  static _Thread_local char memory[stack_size];
  if (is_guarded) return;
  is_guarded = true;
  stack_t current;
  if (sigaltstack(NULL, &current) != 0 || !(current.ss_flags & SS_DISABLE)) return;
  stack_t stack = {.ss_sp = memory, .ss_size = sizeof memory};
  sigaltstack(&stack, NULL);
}

void cnc_guard_pause(bool paused) { atomic_store(&active, !paused); }

void cnc_guard(const void *leave, size_t count, bool screen) {
  leave_count = 0;
  if (count <= sizeof leave_bytes / 2) {
    memcpy(leave_bytes, leave, count);
    leave_count = count;
  }
  if (screen) {
    append(cnc_string("sgr0"));
    append(cnc_string("op"));
    append(cnc_string("rmkx"));
    append(cnc_string("cnorm"));
    const char *alternate = cnc_string("rmcup");
    append(alternate != NULL ? alternate : "\r\n");
  }
  owner = getpid();
  cnc_guard_thread();
  static bool is_installed;
  if (!is_installed) {
    is_installed = true;
    atexit(restore);
    struct sigaction action = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigfillset(&action.sa_mask);
    for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &action, &previous[i]);
  }
  atomic_store(&active, true);
}
