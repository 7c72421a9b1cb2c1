import CNcurses
import Dispatch
import Glibc
import TerminalUI

extension Terminal {
  /// How long a lone Esc waits for the rest of a sequence.
  private static let escapeTime = DispatchTimeInterval.milliseconds(25)

  func startReading() {
    let source = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: .main)
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated { self?.readInput() }
    }
    source.activate()
    inputSource = source
  }

  private func readInput() {
    guard !isClosed, !isSuspended else { return }
    // The main actor may have moved to another thread.
    cnc_guard_thread()
    // A program that had the terminal meanwhile may have read what this event was about; to wait for more would be to
    // hang until the next key.
    guard hasInput else { return }
    let count = inputBuffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    guard count > 0 else { return endInput() }
    readCount += 1
    emit(decoder.decode(inputBuffer[..<count]))
    if decoder.isWaiting { waitForRest(after: readCount) }
  }

  private func waitForRest(after count: Int) {
    DispatchQueue.main.asyncAfter(deadline: .now() + Self.escapeTime) { [weak self] in
      MainActor.assumeIsolated { self?.endWait(after: count) }
    }
  }

  private func endWait(after count: Int) {
    guard !isClosed, readCount == count else { return }
    // The main actor may have been busy: what is there already still belongs to the sequence.
    if !hasInput { emit(decoder.timeout()) }
  }

  /// Whether a read would return at once: with bytes, or because the terminal is gone.
  private var hasInput: Bool {
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) != 0
  }

  private func emit(_ inputs: [InputEvent]) {
    for input in inputs {
      switch input {
      case .mouse(var mouse):
        clicks.count(&mouse, at: DispatchTime.now().uptimeNanoseconds)
        continuation.yield(.input(.mouse(mouse)))
      case .report(let report): take(report)
      default: continuation.yield(.input(input))
      }
    }
  }

  /// The terminal is gone: a closed window, a lost connection.
  private func endInput() {
    inputSource?.cancel()
    inputSource = nil
    continuation.yield(.inputClosed)
  }
}
