package import Recordings

/// What has to be said to a proxy before the connection is the endpoint's own.
///
/// Bytes go in, actions come out, to be done in their order. After `.done` or `.fail` it is over: nothing more comes
/// out. However the proxy's bytes are cut, the actions are the same, but for how much of the leftover is in `.done`.
package protocol ProxyHandshake: Sendable {
  /// Begins, once the connection to the proxy (and TLS, where the proxy speaks it) is up.
  mutating func start() -> [HandshakeAction]

  /// Takes bytes from the proxy.
  mutating func received(_ bytes: some Collection<UInt8>) -> [HandshakeAction]

  /// The proxy closed its side, or the connection broke.
  mutating func closed() -> [HandshakeAction]
}

/// What to do next in a handshake with a proxy.
package enum HandshakeAction: Sendable, Hashable {
  case send([UInt8])
  /// Tell of a step that was made.
  case tell(HandshakeStep)
  /// The connection is the endpoint's from here on; these bytes came from it already.
  case done(leftover: [UInt8])
  case fail(HandshakeFailure)
}

/// A message of a handshake in words.
package struct HandshakeStep: Sendable, Hashable {
  package let direction: Direction
  /// What was said, such as "asked for example.com:443"; from the proxy's bytes only what can be printed.
  package let words: String
  package let byteCount: Int

  package init(_ direction: Direction, _ words: String, byteCount: Int) {
    self.direction = direction
    self.words = words
    self.byteCount = byteCount
  }
}

/// Why a proxy made no way to the endpoint.
package struct HandshakeFailure: Error, Sendable, Hashable {
  /// What happened and what to do.
  package let sentence: String
  /// The head of an HTTP proxy's refusal, for display; at most `ConnectHandshake.headLimit` bytes.
  package let head: [UInt8]

  package init(_ sentence: String, head: [UInt8] = []) {
    self.sentence = sentence
    self.head = head
  }
}
