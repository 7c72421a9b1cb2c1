/// What came from the terminal, decoded.
package enum InputEvent: Sendable, Hashable {
  case key(KeyPress)
  /// A bracketed paste: the bytes as the terminal gave them, not filtered (terminals send line ends as CR).
  case paste([UInt8])
  case mouse(MouseEvent)
  /// The terminal's window got (true) or lost the keyboard.
  case focus(Bool)
  /// The terminal answered a question about itself.
  case report(TerminalReport)
}
