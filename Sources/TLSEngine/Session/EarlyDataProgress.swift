/// How far the data in a client's first message has come.
enum EarlyDataProgress: Equatable {
  /// There is none, or it is over.
  case none
  /// A client may send so many bytes at the handshake's beginning.
  case allowed(bytes: Int)
  /// A client has sent so many of the bytes that wait to be written.
  case sent(bytes: Int)
  /// A server reads what may come.
  case reading
}
