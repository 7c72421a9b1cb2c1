import HTTPMessages

/// One message of an inspected stream, or what is left over after the last one: every part with its place and its bytes.
struct InspectedMessage {
  struct Part {
    var part: MessagePart
    var range: Range<Int>
    var bytes: [UInt8]
  }

  struct Field {
    var name: Part
    var value: Part
  }

  /// Where a chunk is; the extension's bytes are kept because they are few.
  struct Chunk {
    var size: Range<Int>
    var data: Range<Int>
    var chunkExtension: Part?
  }

  /// Nil for what is left over.
  let kind: MessageKind?
  private(set) var range: Range<Int>
  private(set) var startLine: [Part] = []
  private(set) var fields: [Field] = []
  private(set) var trailers: [Field] = []
  private(set) var framing: Framing?
  private(set) var contentLength: Int?
  /// Neighbouring pieces are one.
  private(set) var content: [Range<Int>] = []
  private(set) var chunks: [Chunk] = []
  private(set) var isComplete = false
  private(set) var diagnostics: [Diagnostic] = []

  /// A message, or without a kind what is left over, that begins at an offset.
  init(_ kind: MessageKind?, start: Int) {
    self.kind = kind
    range = start..<start
  }

  /// The status code of a response, as far as it is a number.
  var statusCode: Int? {
    startLine.first { $0.part == .statusCode }.flatMap { Int(String(decoding: $0.bytes, as: UTF8.self)) }
  }

  /// Takes the next finding about this message.
  mutating func take(_ event: ParseEvent, _ bytes: StreamBytes) {
    switch event.kind {
    case .messageStart: break
    case .part: take(event.part, event.range, bytes)
    case .field: takeField(event, bytes)
    case .headEnd:
      framing = event.framing
      contentLength = event.contentLength
    case .messageEnd: isComplete = true
    case .diagnostic: diagnostics.append(Diagnostic(code: event.code, range: event.range))
    }
    if event.kind != .diagnostic { range = range.lowerBound..<max(range.upperBound, event.range.upperBound) }
  }

  private mutating func takeField(_ event: ParseEvent, _ bytes: StreamBytes) {
    func part(_ part: MessagePart, _ range: Range<Int>) -> Part {
      Part(part: part, range: range, bytes: bytes.bytes(in: range))
    }
    let field = Field(name: part(.fieldName, event.nameRange), value: part(.fieldValue, event.valueRange))
    if event.isTrailer { trailers.append(field) } else { fields.append(field) }
  }

  private mutating func take(_ part: MessagePart, _ range: Range<Int>, _ bytes: StreamBytes) {
    func told() -> Part { Part(part: part, range: range, bytes: bytes.bytes(in: range)) }
    switch part {
    case .method, .target, .version, .statusCode, .reason:
      startLine.append(told())
    case .chunkSize:
      chunks.append(Chunk(size: range, data: range.upperBound..<range.upperBound))
    case .chunkExtension:
      guard let last = chunks.indices.last else { return }
      chunks[last].chunkExtension = told()
      chunks[last].data = range.upperBound..<range.upperBound
    case .content:
      if let last = content.indices.last, content[last].upperBound == range.lowerBound {
        content[last] = content[last].lowerBound..<range.upperBound
      } else if !range.isEmpty {
        content.append(range)
      }
      if let last = chunks.indices.last {
        let isFirst = chunks[last].data.isEmpty
        chunks[last].data = (isFirst ? range.lowerBound : chunks[last].data.lowerBound)..<range.upperBound
      }
    default: break
    }
  }
}
