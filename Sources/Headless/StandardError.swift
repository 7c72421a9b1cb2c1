import Glibc
import TerminalText

/// Sentences for the person at the terminal, beside the output.
package enum StandardError {
  /// Writes a line, filtered: parts of it may come from a server.
  package static func write(_ line: String) {
    var bytes = Array(TerminalFilter.filtered(line, keepingNewlines: true).utf8) + [0x0A]
    while !bytes.isEmpty {
      let count = Glibc.write(STDERR_FILENO, bytes, bytes.count)
      guard count > 0 || errno == EINTR else { return }
      bytes.removeFirst(max(0, count))
    }
  }
}
