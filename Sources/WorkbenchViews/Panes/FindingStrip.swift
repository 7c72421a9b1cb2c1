import Documents
import Exchanges
import HTTPMessages
import TerminalText
import TerminalUI
import Workbench

/// The worst finding about an answer, in full, below headers and body: what is wrong and by which rule.
struct FindingStrip {
  let theme: Theme

  /// What it says, broken into rows; none while all is well.
  static func rows(_ workbench: Workbench, width: Int) -> [String] {
    guard let summary = workbench.exchange?.summary else { return [] }
    var text = ""
    // Without any answer the body's place says why.
    if case .failed(let failure) = summary.outcome, summary.statusCode != nil { text = failure.message }
    if let severity = summary.diagnostics.map(\.severity).max(), severity > .note,
      let worst = summary.diagnostics.first(where: { $0.severity == severity })
    {
      let more = summary.diagnostics.count > 1 ? "  (+\(summary.diagnostics.count - 1) more in the headers)" : ""
      if !text.isEmpty { text += "  " }
      text += "\(worst.message) [\(worst.rule)]\(more)"
    }
    if let problem = workbench.viewer.body.window?.problem, workbench.viewer.view != .note {
      text += (text.isEmpty ? "" : "  ") + problem
    }
    return text.isEmpty ? [] : WrappedText("▲ " + text).rows(width: max(1, width), limit: 2)
  }

  func draw(_ rows: [String], _ workbench: Workbench, on canvas: inout Canvas) {
    let isError =
      switch workbench.exchange?.summary?.outcome {
      case .malformed, .failed: true
      default: false
      }
    for (y, row) in rows.enumerated() {
      canvas.write(row, at: Point(x: 0, y: y), style: isError ? theme.bad : theme.caution)
    }
  }
}
