import Glibc

/// A file of TLS secrets in the format that `SSLKEYLOGFILE` names, with which other programs decrypt captures.
///
/// Lines are appended in their order by a task of its own, so that no event loop waits for the disk. A file that does
/// not exist is made with mode 0600; what cannot be written is left out.
package final class KeyLog: Sendable {
  private let lines: AsyncStream<String>.Continuation
  private let writing: Task<Void, Never>

  /// Begins a log; the file is opened with its first line.
  package init(path: String) {
    let (stream, lines) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingOldest(65_536))
    self.lines = lines
    writing = Task { @concurrent in
      var descriptor: Int32 = -1
      for await line in stream {
        if descriptor < 0 { descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600) }
        guard descriptor >= 0 else { continue }
        let bytes = Array((line + "\n").utf8)
        // One write, so that lines of other programs do not get in between.
        _ = write(descriptor, bytes, bytes.count)
      }
      if descriptor >= 0 { close(descriptor) }
    }
  }

  deinit { lines.finish() }

  /// Adds a line without its end.
  func append(_ line: String) { lines.yield(line) }

  /// Waits until everything is written; nothing more can be added.
  func finish() async {
    lines.finish()
    await writing.value
  }
}
