import CNcurses
import Glibc
import TerminalUI

/// Asking the terminal how it shows pictures.
extension Terminal {
  /// Asks, once; what comes of it is told by the event `graphics`, and a terminal that says nothing has no pictures.
  ///
  /// Only when a picture is to be seen: the start waits for nothing, and no answer comes after the program has ended.
  package func askForGraphics() {
    guard hasModes, !isLinear, !hasAskedForGraphics, !isClosed, !isSuspended else { return }
    hasAskedForGraphics = true
    let question = TerminalGraphics.question(withKitty: !Self.isInMultiplexer)
    _ = cnc_write(question, question.count)
  }

  func take(_ report: TerminalReport) {
    let before = graphics
    graphics.take(report)
    if graphics != before { continuation.yield(.graphics(graphics)) }
  }

  /// Measures a cell again where the terminal's size has changed: its letters may have.
  func measureCell() {
    guard let cell = Self.cellSize() else {
      if hasAskedForGraphics { _ = cnc_write(TerminalGraphics.cellQuestion, TerminalGraphics.cellQuestion.count) }
      return
    }
    guard cell != graphics.cell else { return }
    graphics.cell = cell
    continuation.yield(.graphics(graphics))
  }

  /// A cell in pixels as the terminal's device tells it; many do not.
  static func cellSize() -> Size? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else { return nil }
    let (width, height) = (window.ws_xpixel / window.ws_col, window.ws_ypixel / window.ws_row)
    return width > 0 && height > 0 ? Size(width: Int(width), height: Int(height)) : nil
  }

  private static var isInMultiplexer: Bool {
    if isSet("TMUX") || isSet("STY") { return true }
    // Over the network the variables are lost, the kind of terminal is not.
    let type = getenv("TERM").map { String(cString: $0) } ?? ""
    return type.hasPrefix("tmux") || type.hasPrefix("screen")
  }
}
