/// Which of the two messages of HTTP a message is (RFC 9112 §2.1).
package enum MessageKind: UInt8, Sendable, Hashable, CaseIterable {
  case request
  case response
}
