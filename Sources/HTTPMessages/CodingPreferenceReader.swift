/// Reads TE: the transfer codings that a client takes, over all its field lines (RFC 9110 §10.1.4, RFC 9112 §7.4).
struct CodingPreferenceReader: Sendable {
  private var namesChunked = false

  /// Begins another field line of the same message.
  mutating func beginLine() { namesChunked = false }

  mutating func take(_ member: ListTokenReader.Member) {
    if member.token == PackedToken.chunked { namesChunked = true }
  }

  /// What is wrong with the field line whose list is `list`; an empty one is none.
  func code(_ list: ListTokenReader) -> Diagnostic.Code {
    if list.isInvalid { return .teInvalid }
    return namesChunked ? .teChunked : .none
  }
}
