#define _GNU_SOURCE
#include "CCounters.h"

#if defined(__linux__) && defined(__x86_64__)
#include <signal.h>
#include <string.h>
#include <ucontext.h>

// With the trap flag set, the processor stops after each instruction and the kernel sends SIGTRAP to this thread. This
// needs no rights and knows every instruction that the machine knows, which valgrind (3.19: pcmpestri) does not.

static volatile int64_t instructions;
static volatile greg_t last;
static struct sigaction before;

static void step(int signal, siginfo_t *information, void *context) {
  (void)signal;
  (void)information;
  greg_t now = ((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP];
  // One step of a repeated string instruction leaves the thread where it was.
  if (now != last) instructions += 1;
  last = now;
}

int barewire_begin_counting_instructions(void) {
  struct sigaction action;
  memset(&action, 0, sizeof(action));
  action.sa_sigaction = step;
  action.sa_flags = SA_SIGINFO;
  if (sigaction(SIGTRAP, &action, &before) != 0) return 0;
  // Swift's threads may have it blocked; a trap that is blocked ends the process.
  sigset_t trap;
  sigemptyset(&trap);
  sigaddset(&trap, SIGTRAP);
  if (sigprocmask(SIG_UNBLOCK, &trap, 0) != 0) return 0;
  instructions = 0;
  last = 0;
  __asm__ volatile("lea -128(%%rsp), %%rsp\n\tpushfq\n\torq $0x100, (%%rsp)\n\tpopfq\n\tlea 128(%%rsp), %%rsp" ::
                       : "memory", "cc");
  return 1;
}

int64_t barewire_end_counting_instructions(void) {
  __asm__ volatile("lea -128(%%rsp), %%rsp\n\tpushfq\n\tandq $~0x100, (%%rsp)\n\tpopfq\n\tlea 128(%%rsp), %%rsp" ::
                       : "memory", "cc");
  sigaction(SIGTRAP, &before, 0);
  return instructions;
}
#else
int barewire_begin_counting_instructions(void) { return 0; }
int64_t barewire_end_counting_instructions(void) { return 0; }
#endif
