package import TerminalUI

/// What happens at the terminal, in order.
package enum TerminalEvent: Sendable, Hashable {
  case input(InputEvent)
  /// More is known of how the terminal shows pictures.
  case graphics(TerminalGraphics)
  /// The terminal has a new size: draw a canvas of it.
  case resized(Size)
  /// The program runs again after a stop, and the terminal has been taken again: draw.
  case resumed
  /// SIGTERM, SIGHUP or SIGINT asks the program to end: save, close the terminal and exit.
  case terminate(signal: Int32)
  /// The terminal is gone; nothing will be read any more.
  case inputClosed
}
