import NIOCore

/// What is to be done with a connection's socket next.
enum ConnectionAction {
  case write(ByteBuffer)
  /// Let this time pass before the next action.
  case wait(milliseconds: Int)
  /// There is nothing to do before more bytes come, or before this moment.
  case read(until: NIODeadline? = nil)
  /// Send nothing more until the other side closes.
  case hold
  /// Everything is said: close in good order.
  case finish
  case reset
}
