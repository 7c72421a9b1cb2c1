/// What is switched on past terminfo, which has no names for it.
enum TerminalModes {
  /// Bracketed paste (2004), mouse buttons (1000) and drags (1002), reports in decimal numbers (1006).
  static let enter = Array("\u{1B}[?2004h\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h".utf8)
  /// The same switched off, and focus reports (1004) too, whoever switched them on.
  static let leave = Array("\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?1004l\u{1B}[?2004l".utf8)
}
