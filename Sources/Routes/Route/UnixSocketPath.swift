/// Where a unix-domain socket is: a path, or `@name` for one of Linux's abstract sockets (unix(7)).
package struct UnixSocketPath: Sendable, Hashable {
  /// Bytes that the system has room for, the NUL before or behind them aside.
  package static let limit = 107

  /// As typed.
  package let text: String

  /// Reads a path, or an abstract name behind "@".
  package init(_ text: String) throws(RouteError) {
    let count = text.utf8.count - (text.hasPrefix("@") ? 1 : 0)
    if count == 0 { throw .socketPathEmpty }
    if count > Self.limit { throw .socketPathTooLong(count: count) }
    if text.utf8.contains(0) { throw .socketPathNUL }
    self.text = text
  }

  package var isAbstract: Bool { text.hasPrefix("@") }

  /// What goes into `sun_path`: an abstract name behind a NUL and without one at its end, a path with one at its end.
  package var systemBytes: [UInt8] {
    isAbstract ? [0] + text.utf8.dropFirst() : text.utf8 + [0]
  }
}

extension UnixSocketPath: CustomStringConvertible {
  package var description: String { text }
}
