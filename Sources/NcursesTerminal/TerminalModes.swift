/// What is switched on past terminfo, which has no names for it.
struct TerminalModes {
  let enter: [UInt8]
  let leave: [UInt8]

  /// Bracketed paste (2004), mouse buttons (1000) and drags (1002), reports in decimal numbers (1006).
  private static let screenEnter = "\u{1B}[?2004h\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  /// The same switched off, and focus reports (1004) too, whoever switched them on.
  private static let screenLeave = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?1004l\u{1B}[?2004l"

  /// A screen with a mouse.
  static let screen = TerminalModes(screenEnter, screenLeave)
  /// Lines to be heard: the mouse is the terminal's own.
  static let lines = TerminalModes("\u{1B}[?2004h", "\u{1B}[?2004l")
  /// Of a terminal that has none of them.
  static let none = TerminalModes("", "")

  private init(_ enter: String, _ leave: String) {
    (self.enter, self.leave) = (Array(enter.utf8), Array(leave.utf8))
  }
}
