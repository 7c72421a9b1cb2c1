import Exchanges
import TerminalText
import TerminalUI

/// Draws the phases of an exchange: each one's time, with a bar as long as its share.
struct PhaseBar {
  let theme: Theme

  func draw(_ timings: Timings?, _ connection: ConnectionSummary, at y: Int, on canvas: inout Canvas) {
    var x = 0
    if timings != nil || connection.opened != nil {
      let own = ConnectionPhases(connection)
      var phases = Timings.Phase.allCases.map { phase in
        // The first exchange on a connection that was opened by hand did not open it, but the times are of interest.
        (phase.rawValue, timings?.milliseconds(of: phase) ?? (connection.exchangeCount <= 1 ? own[phase] : nil))
      }
      let total = phases.reduce(0) { $0 + ($1.1 ?? 0) }
      // Where columns are few, what did not happen makes room for the bar.
      let facts = TerminalWidth.columns(of: kernelFacts(connection))
      if Self.columns(phases) + facts + 24 > canvas.size.width { phases.removeAll { $0.1 == nil } }
      let texts = phases.map(Self.text)
      // A gap before each bar, and the column that its last eighths take.
      let words = Self.columns(phases) + 2 * phases.count
      let room = max(0, min(40, canvas.size.width - words - facts))
      for ((phase, milliseconds), text) in zip(phases, texts) {
        x += canvas.write(phase + " ", at: Point(x: x, y: y), style: theme.faint)
        x += canvas.write(text, at: Point(x: x, y: y), style: theme.text)
        if let milliseconds, total > 0 {
          let bar = Self.bar(milliseconds / total * Double(room))
          if !bar.isEmpty { x += 1 + canvas.write(bar, at: Point(x: x + 1, y: y), style: theme.key) }
        }
        x += 2
      }
      if !phases.isEmpty { x += canvas.write("ms", at: Point(x: x - 1, y: y), style: theme.faint) + 2 }
    }
    let facts = kernelFacts(connection)
    if x + TerminalWidth.columns(of: facts) <= canvas.size.width {
      canvas.write(facts, at: Point(x: x, y: y), style: theme.faint)
    }
  }

  private static func text(_ phase: (name: String, milliseconds: Double?)) -> String {
    phase.milliseconds.map(DurationText.milliseconds) ?? "–"
  }

  /// The columns that phases take without bars.
  private static func columns(_ phases: [(String, Double?)]) -> Int {
    phases.reduce(4) { $0 + $1.0.utf8.count + TerminalWidth.columns(of: text($1)) + 3 }
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
