/// What handshake messages are called (RFC 8446 §4, RFC 5246 §7.4).
enum HandshakeMessageName {
  /// The name in words of a message with its four-byte header.
  static func name(of message: UnsafeRawBufferPointer) -> String {
    guard let type = message.first else { return "empty message" }
    switch type {
    case 0: return "hello request"
    case 1: return "client hello"
    case 2: return isRetryRequest(message) ? "hello retry request" : "server hello"
    case 4: return "new session ticket"
    case 5: return "end of early data"
    case 8: return "encrypted extensions"
    case 11: return "certificate"
    case 12: return "server key exchange"
    case 13: return "certificate request"
    case 14: return "server hello done"
    case 15: return "certificate verify"
    case 16: return "client key exchange"
    case 20: return "finished"
    case 22: return "certificate status"
    case 24: return "key update"
    case 25: return "compressed certificate"
    default: return "handshake message \(type)"
    }
  }

  private static func isRetryRequest(_ message: UnsafeRawBufferPointer) -> Bool {
    message.count >= 38 && message[6..<38].elementsEqual(HelloReader.retryRandom)
  }
}
