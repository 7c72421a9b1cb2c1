import Documents
import Exchanges
import Glibc
import Recordings
import TerminalText

/// One line at the bottom of the terminal, on standard error, that tells how an exchange stands.
struct ProgressLine {
  private let isShown: Bool
  private var last: Timestamp?
  private var isVisible = false

  /// A line where there is a terminal for it.
  init(isWanted: Bool) {
    isShown = isWanted && isatty(STDERR_FILENO) == 1
  }

  /// Shows how the exchange stands, at most ten times a second.
  mutating func show(_ summary: ExchangeSummary) {
    guard isShown else { return }
    let now = Timestamp.now()
    // What is over at once needs no line.
    guard now.milliseconds(since: summary.timings.started) > 300 else { return }
    if let last, now.milliseconds(since: last) < 100 { return }
    last = now
    isVisible = true
    let line = TerminalWidth.truncated(TerminalFilter.filtered(Self.words(summary, now: now)), toColumns: 78)
    write("\r\(line)\u{1B}[K")
  }

  /// Takes the line away.
  mutating func clear() {
    guard isVisible else { return }
    isVisible = false
    write("\r\u{1B}[K")
  }

  static func words(_ summary: ExchangeSummary, now: Timestamp) -> String {
    let elapsed = now.milliseconds(since: summary.timings.started)
    guard summary.timings.headReceived != nil || summary.contentBytes > 0 else {
      let state = summary.connection?.state.word ?? "starting"
      let doing =
        switch state {
        case "open", "half-closed":
          summary.timings.requestSent == nil
            ? "sending  ↑ \(ByteCount.words(summary.bytesSent))" : "waiting for the answer"
        default: state
        }
      return "\(doing)  \(DurationWords.seconds(elapsed))"
    }
    var words = "↓ \(ByteCount.words(summary.contentBytes))"
    if let length = summary.contentLength, length > 0 {
      words += " of \(ByteCount.words(length))  \(summary.contentBytes * 100 / length) %"
    }
    words += "  \(DurationWords.seconds(elapsed))"
    if let first = summary.timings.firstByte {
      let seconds = max(0.001, now.milliseconds(since: first) / 1000)
      words += "  \(ByteCount.words(Int(Double(summary.contentBytes) / seconds)))/s"
    }
    return words
  }

  private func write(_ text: String) {
    var bytes = Array(text.utf8)
    while !bytes.isEmpty {
      let count = Glibc.write(STDERR_FILENO, bytes, bytes.count)
      guard count > 0 || errno == EINTR else { return }
      bytes.removeFirst(max(0, count))
    }
  }
}
