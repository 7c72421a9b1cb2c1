/// Reads JSON text (RFC 8259) as a stream of tokens with their places.
///
/// The text may come in pieces cut anywhere. The tokenizer keeps no bytes and allocates nothing; it is a small value, so a
/// copy is a checkpoint: feed the copy the bytes from its `offset` on and it goes on as the original did.
///
/// ```swift
/// var position = 0
/// while let token = try tokenizer.next(piece, at: &position) { … }   // nil: the piece is used up
/// …
/// while let token = try tokenizer.finish() { … }                     // after the last piece
/// ```
package struct JSONTokenizer: Sendable {
  package struct Configuration: Sendable, Hashable {
    /// Containers inside each other, at most `JSONTokenizer.greatestDepth`.
    package var depthLimit = 512
    /// Whether several values may follow each other, as in a stream of JSON lines.
    package var acceptsSequences = false
    /// Whether strings must be UTF-8 and surrogates paired; off, such strings are tokens like any other.
    package var checksText = true

    package init() {}

    /// For files that must be right.
    package static let strict = Configuration()
    /// For reading what a server sent: values may follow each other and text may be in any encoding that extends ASCII.
    package static let lenient = {
      var configuration = Configuration()
      configuration.acceptsSequences = true
      configuration.checksText = false
      configuration.depthLimit = JSONTokenizer.greatestDepth
      return configuration
    }()
  }

  /// The deepest nesting that a tokenizer can follow.
  package static let greatestDepth = 1024

  package let configuration: Configuration
  /// The offset of the next byte that it wants, counted from the first byte ever fed.
  package internal(set) var offset = 0
  /// Containers that are open now.
  package internal(set) var depth = 0

  var state = State.betweenTokens
  var expectation = Expectation.value
  /// Whether the innermost open container is an object.
  var isInObject = false
  var nesting = InlineArray<16, UInt64>(repeating: 0)
  var tokenStart = 0
  var tokenKind = JSONToken.Kind.null
  var hasEscapes = false
  /// Bytes read of a literal or a byte order mark, hexadecimal digits read of a \u escape.
  var progress: UInt8 = 0
  var utf8 = UTF8Progress()
  var surrogates = SurrogateProgress()
  var line = 1
  var lineStart = 0
  /// UTF-8 continuation bytes since `lineStart`, which a column does not count.
  var continuationBytes = 0

  package init(_ configuration: Configuration = .strict) {
    precondition((1...Self.greatestDepth).contains(configuration.depthLimit))
    self.configuration = configuration
  }

  /// Line and column of `offset`.
  package var position: JSONPosition {
    place(of: offset)
  }

  /// The token that has begun and not ended, as far as it was read: rows of a very long string can be shown before its end.
  package var unfinished: JSONToken? {
    switch state {
    case .betweenTokens, .byteOrderMark: nil
    default: JSONToken(kind: tokenKind, range: tokenStart..<offset, depth: depth, hasEscapes: hasEscapes)
    }
  }

  /// Whether a whole value was read and nothing is open.
  package var isAtTopLevel: Bool {
    depth == 0 && state == .betweenTokens
  }

  /// The next token that ends in `bytes`, or nil when `bytes` are used up; `position` is where to read in `bytes`.
  ///
  /// After an error the tokenizer stands at the byte that was wrong and throws the same again.
  package mutating func next(
    _ bytes: UnsafeRawBufferPointer, at position: inout Int
  ) throws(JSONError) -> JSONToken? {
    try next(bytes, at: &position, upToDepth: .max, withMarks: true)
  }

  /// As `next`, but what is deeper than `greatest` is checked and passed over, and commas and colons too unless `withMarks`.
  package mutating func next(
    _ bytes: UnsafeRawBufferPointer, at position: inout Int, upToDepth greatest: Int, withMarks: Bool
  ) throws(JSONError) -> JSONToken? {
    var reader = Reader(bytes: bytes, index: position, base: offset - position)
    defer {
      position = reader.index
      offset = reader.base + reader.index
    }
    while true {
      switch state {
      case .betweenTokens:
        skipWhitespace(&reader)
        guard let byte = reader.byte else { return nil }
        if let token = wholeToken(byte, &reader) {
          if token.depth <= greatest { return token }
          continue
        }
        guard let token = try structure(byte, &reader), token.depth <= greatest else { continue }
        if withMarks || token.kind != .comma && token.kind != .colon { return token }
      case .string:
        if try scanString(&reader) {
          let token = endToken(at: reader.offset)
          if token.depth <= greatest { return token }
        } else if state == .string {
          return nil
        }
      case .escape, .hexDigits:
        guard try scanEscape(&reader) else { return nil }
      case .literal:
        guard try scanLiteral(&reader) else { return nil }
        let token = endToken(at: reader.offset)
        if token.depth <= greatest { return token }
      case .byteOrderMark:
        guard try scanByteOrderMark(&reader) else { return nil }
      default:
        guard try scanNumber(&reader) else { return nil }
        let token = endToken(at: reader.offset)
        if token.depth <= greatest { return token }
      }
    }
  }

  /// Says that no more bytes come: a number that ended with the text, then nil; an error where something is missing.
  package mutating func finish() throws(JSONError) -> JSONToken? {
    switch state {
    case .betweenTokens:
      switch expectation {
      case .value where depth == 0 && configuration.acceptsSequences, .nothing: return nil
      default: throw error(.unexpectedEnd(expected: described(expectation)), at: offset)
      }
    case .zero, .integer, .fraction, .exponent: return endToken(at: offset)
    case .minus, .point, .exponentMark, .exponentSign:
      throw error(.unexpectedEnd(expected: .digit), at: offset)
    case .string: throw error(.unexpectedEnd(expected: .closingQuote), at: offset)
    case .escape: throw error(.unexpectedEnd(expected: .escape), at: offset)
    case .hexDigits: throw error(.unexpectedEnd(expected: .hexDigit), at: offset)
    case .literal: throw error(.unexpectedEnd(expected: literalExpectation), at: offset)
    case .byteOrderMark: throw error(.unexpectedEnd(expected: .value), at: offset)
    }
  }
}
