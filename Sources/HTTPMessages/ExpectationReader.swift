/// Reads Expect over all its field lines (RFC 9110 §10.1.1).
struct ExpectationReader: Sendable {
  private(set) var expectsContinue = false
  private var namesOther = false

  /// Begins another field line of the same message.
  mutating func beginLine() { namesOther = false }

  mutating func take(_ member: ListTokenReader.Member) {
    if member.token == PackedToken.continue100, !member.hasParameters {
      expectsContinue = true
    } else {
      namesOther = true
    }
  }

  /// What is wrong with the field line whose list is `list`.
  func code(_ list: ListTokenReader) -> Diagnostic.Code {
    list.isInvalid || namesOther || !list.hasMember ? .expectUnknown : .none
  }
}
