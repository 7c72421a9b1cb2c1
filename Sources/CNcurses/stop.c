#define _GNU_SOURCE 1

#include "CNcurses.h"

#include <signal.h>

void cnc_stop(void) {
  const struct sigaction ignore = {.sa_handler = SIG_IGN}, standard = {.sa_handler = SIG_DFL};
  struct sigaction before;
  sigset_t stop, mask;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  // First the others of the job, such as a script that has started us: the shell waits for all of them.
  sigaction(SIGTSTP, &ignore, &before);
  kill(0, SIGTSTP);
  // To ignore it once more drops one that waits for us, where all threads block it.
  sigaction(SIGTSTP, &ignore, NULL);
  sigaction(SIGTSTP, &standard, NULL);
  // Then ourselves, by a signal to this thread: the next line runs after the stop and not at the same time.
  pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
  raise(SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &before, NULL);
}
