import CNcurses
import TerminalUI

/// Turns cells into what ncurses draws: colours that the terminal has, as pairs, and characters that libc knows.
@MainActor
struct CellPainter {
  private struct Ink {
    var attributes: UInt32
    var pair: Int32
  }

  private let depth: ColorDepth
  private var inks: [Style: Ink] = [:]
  private var buffer: [cnc_cell] = []

  init(depth: ColorDepth) {
    self.depth = depth
  }

  /// Hands a run of cells to ncurses; columns and rows past its screen's size are left out by ncurses.
  mutating func paint(_ run: CellRun, of canvas: Canvas, columns limit: Int) {
    buffer.removeAll(keepingCapacity: true)
    canvas.withCells(of: run) { cells in
      var style: Style?
      var ink = Ink(attributes: 0, pair: 0)
      for index in cells.indices {
        let cell = cells[index]
        if cell.isContinuation || run.columns.lowerBound + index >= limit { continue }
        if cell.style != style {
          style = cell.style
          ink = self.ink(for: cell.style)
        }
        let isWide = index + 1 < cells.count && cells[index + 1].isContinuation
        append(cell, isWide: isWide, ink)
      }
    }
    buffer.withUnsafeBufferPointer {
      cnc_put(Int32(run.row), Int32(run.columns.lowerBound), $0.baseAddress, Int32($0.count))
    }
  }

  private mutating func append(_ cell: Cell, isWide: Bool, _ ink: Ink) {
    var value = cell.scalar.value
    // ncurses counts columns by libc's table. What that counts otherwise would shift the rest of the row.
    if value >= 0x7F && cnc_width(value) != (isWide ? 2 : 1) {
      value = 0xFFFD
      if isWide { append(value, (nil, nil), ink) }
    }
    append(value, cell.marks, ink)
  }

  private mutating func append(_ value: UInt32, _ marks: (Unicode.Scalar?, Unicode.Scalar?), _ ink: Ink) {
    buffer.append(
      cnc_cell(
        characters: (value, marks.0?.value ?? 0, marks.1?.value ?? 0), attributes: ink.attributes, pair: ink.pair))
  }

  private mutating func ink(for style: Style) -> Ink {
    if let ink = inks[style] { return ink }
    // ncurses recycles pairs beyond its limit; so few styles are in use that starting again is enough.
    if inks.count > 4096 { inks.removeAll(keepingCapacity: true) }
    var attributes: UInt32 = 0
    for (attribute, bit) in Self.attributes where style.attributes.contains(attribute) { attributes |= bit }
    let foreground = depth.nearest(to: style.foreground)
    let background = depth.nearest(to: style.background)
    // Eight colours have no bright ones; bold text is bright there.
    if depth == .eight, case .indexed(8...15) = style.foreground { attributes |= UInt32(CNC_BOLD) }
    let isDefault = foreground == .terminalDefault && background == .terminalDefault
    let pair = isDefault ? 0 : cnc_pair(Self.number(foreground), Self.number(background))
    let ink = Ink(attributes: attributes, pair: pair)
    inks[style] = ink
    return ink
  }

  private static let attributes: [(Style.Attributes, UInt32)] = [
    (.bold, UInt32(CNC_BOLD)), (.dim, UInt32(CNC_DIM)), (.italic, UInt32(CNC_ITALIC)),
    (.underline, UInt32(CNC_UNDERLINE)), (.reverse, UInt32(CNC_REVERSE)),
  ]

  /// The number by which ncurses knows a colour: the palette, and after it what `cnc_open` describes as direct colours.
  private static func number(_ color: Color) -> Int32 {
    switch color {
    case .terminalDefault: -1
    case .indexed(let index): Int32(index)
    case .rgb(let red, let green, let blue): 256 + (Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
    }
  }
}
