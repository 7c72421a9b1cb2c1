import CNcurses
import Dispatch
import Glibc

extension Terminal {
  /// Watches what `cnc_open` has made the process ignore until now; the sources have handlers of their own.
  func watchSignals() {
    watch(SIGWINCH) { terminal in
      if !terminal.isSuspended, terminal.takeSize() { terminal.continuation.yield(.resized(terminal.size)) }
    }
    watch(SIGCONT) { terminal in
      // Also after a stop that nobody announced (kill -STOP): the shell has changed the terminal meanwhile. But a
      // program that was given the terminal has it still.
      if !terminal.isSuspended || terminal.isStopped { terminal.resume() }
    }
    watch(SIGTSTP) { if !$0.isStopped { $0.suspend() } }
    watch(SIGINT) { terminal in
      // ^C in another program that was given the terminal is meant for that program.
      if !terminal.isSuspended || terminal.isStopped { terminal.continuation.yield(.terminate(signal: SIGINT)) }
    }
    for number in [SIGTERM, SIGHUP] {
      watch(number) { $0.continuation.yield(.terminate(signal: number)) }
    }
  }

  /// Gives the signals their default actions back, so that a program which is slow to end can still be ended.
  func unwatchSignals() {
    for source in sources { source.cancel() }
    sources = []
    for number in [SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGWINCH] { signal(number, SIG_DFL) }
  }

  /// Stops the program as ^Z does in a shell; `fg` brings it back with the event `resumed`.
  package func suspend() {
    guard !isClosed else { return }
    if !isSuspended {
      isStopped = true
      pause()
    }
    cnc_stop()
    // Without a shell to wait for it nothing has stopped, and SIGCONT does not come.
    DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(50)) { [weak self] in
      MainActor.assumeIsolated {
        if let self, self.isStopped { self.resume() }
      }
    }
  }

  private func watch(_ number: Int32, _ body: @escaping @MainActor (Terminal) -> Void) {
    let source = DispatchSource.makeSignalSource(signal: number, queue: .main)
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated {
        if let self, !self.isClosed { body(self) }
      }
    }
    source.activate()
    sources.append(source)
  }
}
