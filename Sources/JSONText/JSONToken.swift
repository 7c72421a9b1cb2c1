/// One token of JSON text: what it is and which bytes it takes; it holds no bytes itself.
package struct JSONToken: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    case objectStart, objectEnd, arrayStart, arrayEnd
    /// A member's name, with its quotes.
    case key
    /// A string that is a value, with its quotes.
    case string
    case number, `true`, `false`, null
    case colon, comma
  }

  package var kind: Kind
  /// Whether a key or a string has a backslash in it, so that its bytes are not yet its text.
  package var hasEscapes: Bool
  /// How many containers are open around the token; a container's brackets have the depth of the container.
  package var depth: Int
  /// The token's bytes, counted from the first byte that the tokenizer was ever fed.
  package var range: Range<Int>

  package init(kind: Kind, range: Range<Int>, depth: Int, hasEscapes: Bool = false) {
    self.kind = kind
    self.hasEscapes = hasEscapes
    self.depth = depth
    self.range = range
  }
}
