/// Reads the codings of Transfer-Encoding over all its field lines (RFC 9112 §6.1).
struct TransferEncodingReader: Sendable {
  /// The coding that was named last is chunked.
  private(set) var endsInChunked = false
  private(set) var namesChunked = false
  private var isUnknown = false
  private var hasWrongParameters = false
  private var repeatsChunked = false

  /// Begins another field line of the same message.
  mutating func beginLine() {
    isUnknown = false
    hasWrongParameters = false
    repeatsChunked = false
  }

  mutating func take(_ member: ListTokenReader.Member) {
    if member.token == PackedToken.chunked {
      if namesChunked { repeatsChunked = true }
      if member.hasParameters { hasWrongParameters = true }
      namesChunked = true
      endsInChunked = true
    } else {
      endsInChunked = false
      if !PackedToken.isCompression(member.token) {
        isUnknown = true
      } else if member.hasParameters {
        hasWrongParameters = true
      }
    }
  }

  /// What is wrong with the field line whose list is `list`.
  func code(_ list: ListTokenReader) -> Diagnostic.Code {
    if list.isInvalid { return .transferEncodingInvalid }
    if !list.hasMember { return .transferEncodingEmpty }
    if hasWrongParameters { return .transferEncodingParameters }
    if repeatsChunked { return .transferEncodingChunkedRepeated }
    if isUnknown { return .transferEncodingUnknown }
    return .none
  }
}
