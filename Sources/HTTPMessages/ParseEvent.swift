/// One finding of the parser: a fixed-size record (32 bytes) without references.
///
/// Offsets are absolute in the stream, counted from the parser's birth. Every byte that was read is in exactly one
/// event of kind `part` or `field`; they follow each other without gaps.
package struct ParseEvent: Sendable, Hashable {
  /// What was found.
  package enum Kind: UInt8, Sendable, Hashable {
    /// A message begins at `start`.
    case messageStart
    /// `range` is the `part` of the message. Content and leftover come in pieces, one or more for each feed.
    case part
    /// `range` is a field line, with its folds and line ends; `fieldParts` are its parts.
    case field
    /// The head ended: `start` is the offset after its blank line; `framing` and `contentLength` say what follows.
    case headEnd
    /// The message is complete; `start` is the offset after its last byte. An incomplete message has none.
    case messageEnd
    /// `code` tells what is wrong in `range`.
    case diagnostic
  }

  package var start: Int
  /// Of a field the offsets from `start` of its name's end and of its colon; of `headEnd` the announced length of the
  /// content; of others the count of bytes.
  var first: UInt64
  /// Of a field the offsets from `start` of its value's beginning and end; of `headEnd` one where the connection is
  /// kept.
  var second: UInt64
  /// `tag` in the lower half, then a byte each for `kind`, `part`, `framing` and `lineEndLength`.
  private var facts: UInt64

  @inline(__always)
  init(
    kind: Kind, part: MessagePart = .leftover, framing: Framing = .none, start: Int, first: UInt64 = 0,
    second: UInt64 = 0, tag: UInt32 = 0, lineEndLength: UInt8 = 0
  ) {
    self.start = start
    self.first = first
    self.second = second
    // One word is one store; four bytes would be four.
    facts =
      UInt64(tag) | UInt64(kind.rawValue) << 32 | UInt64(part.rawValue) << 40 | UInt64(framing.rawValue) << 48
      | UInt64(lineEndLength) << 56
  }

  // Only `init` fills the bytes, from values of these types.
  package var kind: Kind { unsafeBitCast(UInt8(truncatingIfNeeded: facts >> 32), to: Kind.self) }

  /// Of a field `fieldName` or `trailerName`.
  package var part: MessagePart { unsafeBitCast(UInt8(truncatingIfNeeded: facts >> 40), to: MessagePart.self) }

  package var framing: Framing { unsafeBitCast(UInt8(truncatingIfNeeded: facts >> 48), to: Framing.self) }

  /// Of a field the count of bytes; of `headEnd` of a response the status code; of a diagnostic the code.
  var tag: UInt32 { UInt32(truncatingIfNeeded: facts) }

  /// Of a field the count of bytes of its line end.
  var lineEndLength: UInt8 { UInt8(truncatingIfNeeded: facts >> 56) }

  /// Count of bytes that the event covers; zero for starts and ends.
  package var length: Int {
    switch kind {
    case .part, .diagnostic: Int(truncatingIfNeeded: first)
    case .field: Int(tag)
    case .messageStart, .headEnd, .messageEnd: 0
    }
  }

  /// The bytes that the event covers; empty for starts and ends.
  package var range: Range<Int> { start..<(start + length) }

  /// What is wrong, of a `diagnostic`.
  package var code: Diagnostic.Code {
    kind == .diagnostic ? Diagnostic.Code(rawValue: UInt16(truncatingIfNeeded: tag)) ?? .none : .none
  }

  /// The announced length in bytes, of a `headEnd` whose framing is `contentLength`.
  package var contentLength: Int? {
    kind == .headEnd && framing == .contentLength ? Int(truncatingIfNeeded: first) : nil
  }

  /// True of a `headEnd` whose message does not end its connection (RFC 9112 §9.3, §9.6).
  ///
  /// It ends by version and Connection, by a framing that only the connection's end ends or that breaks a rule, and where
  /// an earlier message ended it. It stays open where the heads of a request and of its final response both keep it.
  package var keepsConnection: Bool { kind == .headEnd && second == 1 }

  /// The status code, of a `headEnd` of a response whose status code could be read; 1xx are interim responses.
  package var statusCode: Int? { kind == .headEnd && tag > 0 ? Int(tag) : nil }

  /// The beginning of a message.
  package static func messageStart(at offset: Int) -> ParseEvent {
    ParseEvent(kind: .messageStart, start: offset)
  }

  /// A part of a message.
  package static func part(_ part: MessagePart, _ range: Range<Int>) -> ParseEvent {
    ParseEvent(kind: .part, part: part, start: range.lowerBound, first: UInt64(range.count))
  }

  /// The end of a head; `contentLength` counts only where `framing` is `contentLength`.
  package static func headEnd(
    at offset: Int, framing: Framing, contentLength: Int = 0, statusCode: Int = 0, keepsConnection: Bool = true
  ) -> ParseEvent {
    ParseEvent(
      kind: .headEnd, framing: framing, start: offset, first: UInt64(contentLength), second: keepsConnection ? 1 : 0,
      tag: UInt32(statusCode))
  }

  /// The end of a complete message.
  package static func messageEnd(at offset: Int) -> ParseEvent {
    ParseEvent(kind: .messageEnd, start: offset)
  }

  /// Something that a rule forbids or that a person should know.
  package static func diagnostic(_ code: Diagnostic.Code, _ range: Range<Int>) -> ParseEvent {
    ParseEvent(
      kind: .diagnostic, start: range.lowerBound, first: UInt64(range.count), tag: UInt32(code.rawValue))
  }
}
