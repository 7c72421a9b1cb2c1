@preconcurrency import Dispatch
import Glibc

/// Waits for the signals that ask the program to end (SIGINT, SIGTERM, SIGHUP), instead of dying of them.
package struct EndingSignals: Sendable {
  private let stream: AsyncStream<Int32>

  /// Takes the signals over from now on.
  package init() {
    stream = AsyncStream { continuation in
      let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number)
        source.setEventHandler {
          // Who asks again wants the program to end at once.
          signal(number, SIG_DFL)
          continuation.yield(number)
        }
        source.resume()
        return source
      }
      continuation.onTermination = { _ in sources.forEach { $0.cancel() } }
    }
  }

  /// Returns at the first signal, or when the task is cancelled.
  package func next() async {
    for await _ in stream { return }
  }
}
