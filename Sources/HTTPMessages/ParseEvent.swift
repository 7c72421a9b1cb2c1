/// One finding of the parser: a fixed-size record (24 bytes) without references.
///
/// Offsets are absolute in the stream, counted from the parser's birth.
package struct ParseEvent: Sendable, Hashable {
  /// What was found.
  package enum Kind: UInt8, Sendable, Hashable {
    /// A message begins at `start`.
    case messageStart
    /// `range` is the `part` of the message. Content and leftover come in pieces, one or more for each feed.
    case part
    /// The head ended: `start` is the offset after its blank line; `framing` and `contentLength` say what follows.
    case headEnd
    /// The message is complete; `start` is the offset after its last byte. An incomplete message has none.
    case messageEnd
    /// `code` tells what is wrong in `range`.
    case diagnostic
  }

  package var start: Int
  /// Bytes; of `headEnd` the announced length of the content.
  var extent: Int
  package var code: Diagnostic.Code
  package var kind: Kind
  package var part: MessagePart
  package var framing: Framing
  /// Of `headEnd` of a response the status code; zero where there is none.
  var status: UInt16

  init(
    kind: Kind, part: MessagePart = .delimiter, framing: Framing = .none, code: Diagnostic.Code = .none, start: Int,
    extent: Int = 0, status: UInt16 = 0
  ) {
    self.start = start
    self.extent = extent
    self.code = code
    self.kind = kind
    self.part = part
    self.framing = framing
    self.status = status
  }

  /// Count of bytes that the event covers; zero for starts and ends.
  package var length: Int { kind == .headEnd ? 0 : extent }

  /// The bytes that the event covers; empty for starts and ends.
  package var range: Range<Int> { start..<(start + length) }

  /// The announced length in bytes, of a `headEnd` whose framing is `contentLength`.
  package var contentLength: Int? { kind == .headEnd && framing == .contentLength ? extent : nil }

  /// The status code, of a `headEnd` of a response whose status code could be read; 1xx are interim responses.
  package var statusCode: Int? { status > 0 ? Int(status) : nil }

  /// The beginning of a message.
  package static func messageStart(at offset: Int) -> ParseEvent {
    ParseEvent(kind: .messageStart, start: offset)
  }

  /// A part of a message.
  package static func part(_ part: MessagePart, _ range: Range<Int>) -> ParseEvent {
    ParseEvent(kind: .part, part: part, start: range.lowerBound, extent: range.count)
  }

  /// The end of a head; `contentLength` counts only where `framing` is `contentLength`.
  package static func headEnd(
    at offset: Int, framing: Framing, contentLength: Int = 0, statusCode: Int = 0
  ) -> ParseEvent {
    ParseEvent(
      kind: .headEnd, framing: framing, start: offset, extent: contentLength, status: UInt16(clamping: statusCode))
  }

  /// The end of a complete message.
  package static func messageEnd(at offset: Int) -> ParseEvent {
    ParseEvent(kind: .messageEnd, start: offset)
  }

  /// Something that a rule forbids or that a person should know.
  package static func diagnostic(_ code: Diagnostic.Code, _ range: Range<Int>) -> ParseEvent {
    ParseEvent(kind: .diagnostic, code: code, start: range.lowerBound, extent: range.count)
  }
}
