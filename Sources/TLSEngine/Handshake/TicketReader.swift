/// The message with which a session can be resumed (RFC 8446 §4.6.1, RFC 5077 §3.3).
enum TicketReader {
  static func read(
    _ body: inout MessageReader, isTLS13: Bool, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) {
    message.add("lifetime", "\(try body.number(bytes: 4, "lifetime")) seconds")
    if isTLS13 {
      _ = try body.take(4, "age")
      _ = try body.vector(lengthBytes: 1, "nonce")
    }
    message.add("ticket", "\(try body.vector(lengthBytes: 2, "ticket").rest.count) bytes")
    if isTLS13 { try ExtensionReader.readAll(&body, of: .newSessionTicket, into: &message) }
  }
}
