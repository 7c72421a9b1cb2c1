/// Why the screen cannot be taken, as a sentence that says what to do.
package enum TerminalError: Error, Equatable, CustomStringConvertible {
  case notATerminal
  case noTerminalType
  case unknownTerminal(String)
  case cannotMoveCursor(String)
  case failed(String)

  package var description: String {
    switch self {
    case .notATerminal:
      "Barewire's workbench needs a terminal for input and output; in a pipe or a script use `barewire send`."
    case .noTerminalType:
      "The variable TERM is not set, so the kind of this terminal is unknown; set it, for example TERM=xterm-256color."
    case .unknownTerminal(let type):
      "This system has no description of the terminal “\(type)” (TERM); install the package ncurses-term, or set TERM"
        + " to one that it has, for example TERM=xterm-256color."
    case .cannotMoveCursor(let type):
      "The terminal “\(type)” (TERM) cannot move its cursor, so there is no screen to draw on; use `barewire send`,"
        + " or set TERM to what your terminal really is."
    case .failed(let type):
      "The terminal “\(type)” (TERM) could not be set up; try TERM=xterm-256color."
    }
  }

  package var message: String { description }
}
