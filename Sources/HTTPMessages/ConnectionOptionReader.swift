/// Reads the options of Connection that decide whether a connection is kept (RFC 9112 §9.3).
struct ConnectionOptionReader: Sendable {
  private var list = ListTokenReader()
  private(set) var closes = false
  private(set) var keepsAlive = false

  private static let close = ListTokenReader.pack("close")
  private static let keepAlive = ListTokenReader.pack("keep-alive")

  mutating func beginLine() { list = ListTokenReader() }

  mutating func take(_ byte: UInt8) {
    if let member = list.take(byte) { take(member) }
  }

  mutating func endLine() {
    if let member = list.end() { take(member) }
  }

  private mutating func take(_ member: ListTokenReader.Member) {
    if member.token == Self.close { closes = true }
    if member.token == Self.keepAlive { keepsAlive = true }
  }
}
