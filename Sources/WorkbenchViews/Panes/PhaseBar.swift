import Exchanges
import TerminalText
import TerminalUI

/// Draws the phases of an exchange: each one's time, with a bar as long as its share.
struct PhaseBar {
  let theme: Theme

  func draw(_ timings: Timings?, _ connection: ConnectionSummary, at y: Int, on canvas: inout Canvas) {
    var x = 0
    if let timings {
      let phases = Timings.Phase.allCases.map { ($0, timings.milliseconds(of: $0)) }
      let total = phases.reduce(0) { $0 + ($1.1 ?? 0) }
      let facts = kernelFacts(connection)
      let words = phases.reduce(0) { $0 + $1.0.rawValue.utf8.count + 9 }
      let room = max(0, min(24, canvas.size.width - words - TerminalWidth.columns(of: facts) - 4))
      for (phase, milliseconds) in phases {
        x += canvas.write(phase.rawValue + " ", at: Point(x: x, y: y), style: theme.faint)
        x += canvas.write(milliseconds.map(DurationText.milliseconds) ?? "–", at: Point(x: x, y: y), style: theme.text)
        if let milliseconds, total > 0 {
          let bar = Self.bar(milliseconds / total * Double(room))
          if !bar.isEmpty { x += canvas.write(" " + bar, at: Point(x: x, y: y), style: theme.key) }
        }
        x += 2
      }
      canvas.write("ms", at: Point(x: x - 1, y: y), style: theme.faint)
      x += 4
    }
    canvas.write(kernelFacts(connection), at: Point(x: x, y: y), style: theme.faint)
  }

  private func kernelFacts(_ connection: ConnectionSummary) -> String {
    guard let tcp = connection.tcp else { return "" }
    let roundTrip = DurationText.milliseconds(Double(tcp.roundTripMicroseconds) / 1000)
    let resent = tcp.retransmissions > 0 ? " resent \(tcp.retransmissions)" : ""
    return "rtt \(roundTrip) ms cwnd \(tcp.congestionWindow)\(resent)"
  }

  /// Blocks to an eighth of a column.
  static func bar(_ columns: Double) -> String {
    let eighths = Int((columns * 8).rounded())
    let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + partial[eighths % 8]
  }
}
