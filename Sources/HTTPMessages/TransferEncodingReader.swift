/// Reads the value of Transfer-Encoding over all its field lines (RFC 9112 §6.1).
struct TransferEncodingReader: Sendable {
  private var list = ListTokenReader()
  /// The coding that was named last is chunked.
  private(set) var endsInChunked = false
  private(set) var namesChunked = false
  private var isUnknown = false
  private var isInvalid = false
  private var repeatsChunked = false
  private var membersInLine = 0

  private static let chunked = ListTokenReader.pack("chunked")
  private static let others: [UInt128] = [
    ListTokenReader.pack("gzip"), ListTokenReader.pack("x-gzip"), ListTokenReader.pack("deflate"),
    ListTokenReader.pack("compress"), ListTokenReader.pack("x-compress"),
  ]

  mutating func beginLine() {
    list = ListTokenReader()
    membersInLine = 0
    isUnknown = false
    isInvalid = false
    repeatsChunked = false
  }

  mutating func take(_ byte: UInt8) {
    if let member = list.take(byte) { take(member) }
  }

  /// Ends the field line and says what is wrong with it.
  mutating func endLine() -> Diagnostic.Code {
    if let member = list.end() { take(member) }
    if isInvalid || list.isInvalid || membersInLine == 0 { return .transferEncodingInvalid }
    if repeatsChunked { return .transferEncodingChunkedRepeated }
    if isUnknown { return .transferEncodingUnknown }
    return .none
  }

  private mutating func take(_ member: ListTokenReader.Member) {
    membersInLine += 1
    if member.token == Self.chunked {
      if namesChunked { repeatsChunked = true }
      // RFC 9112 §7.1: chunked has no parameters.
      if member.hasParameters { isInvalid = true }
      namesChunked = true
      endsInChunked = true
    } else {
      endsInChunked = false
      if !Self.others.contains(member.token) { isUnknown = true }
    }
  }
}
