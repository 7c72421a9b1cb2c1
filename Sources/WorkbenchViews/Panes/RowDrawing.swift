import TerminalUI
import Workbench

/// Draws values or bars into one row.
struct RowDrawing {
  let theme: Theme

  func draw(_ drawing: ConnectionRow.Drawing, on canvas: inout Canvas) {
    switch drawing {
    case .series(let values): draw(values, on: &canvas)
    case .bars(let bars, let end): draw(bars, until: end, on: &canvas)
    }
  }

  /// The last values that fit, each as a block of its share of the largest one.
  private func draw(_ values: [Double], on canvas: inout Canvas) {
    let blocks = Array("▁▂▃▄▅▆▇█")
    let shown = values.suffix(canvas.size.width)
    let largest = max(shown.max() ?? 0, .leastNonzeroMagnitude)
    let line = shown.map { value in
      blocks[max(0, min(blocks.count - 1, Int(value / largest * Double(blocks.count - 1) + 0.5)))]
    }
    canvas.write(String(line), at: .zero, style: theme.key)
  }

  /// Bars on one scale; each phase has its own letter too, so that colour is not the only signal.
  private func draw(_ bars: [ConnectionRow.Bar], until end: Double, on canvas: inout Canvas) {
    let scale = Double(canvas.size.width) / end
    for bar in bars {
      let first = min(canvas.size.width - 1, Int(bar.begin * scale))
      let last = max(first + 1, min(canvas.size.width, Int((bar.end * scale).rounded(.up))))
      canvas.write(
        String(repeating: Self.fill(bar.phase), count: last - first), at: Point(x: first, y: 0),
        style: style(ofPhase: bar.phase))
    }
  }

  /// What fills the bar of a phase: looking up, connecting, securing, sending, waiting, receiving.
  private static func fill(_ phase: Int) -> String { ["·", "░", "▒", "▓", "─", "█"][min(max(phase, 0), 5)] }

  private func style(ofPhase phase: Int) -> Style {
    switch phase {
    case 0, 4: theme.faint
    case 1, 2: theme.caution
    case 3: theme.key
    default: theme.good
    }
  }
}
