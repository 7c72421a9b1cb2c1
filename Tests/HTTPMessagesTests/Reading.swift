import HTTPMessages

/// What a parser made of a stream: its events, pieces of content and leftover joined.
struct Reading: Equatable {
  var events: [ParseEvent] = []

  /// Reads `bytes` in pieces that end at `cuts`.
  init(
    _ bytes: [UInt8], parser: MessageParser, cuts: some Sequence<Int> = [], capacity: Int = 512, finishes: Bool = true
  ) {
    var parser = parser
    var buffer = ParseEvents(capacity: capacity)
    var start = 0
    for end in Array(cuts) + [bytes.count] {
      while start < end {
        // A copy of its own, so that reading beyond the piece is noticed by tools that watch memory.
        let piece = Array(bytes[start..<end])
        start += piece.withUnsafeBytes { parser.parse($0, into: &buffer) }
        take(&buffer)
      }
    }
    guard finishes else { return }
    parser.finish(into: &buffer)
    take(&buffer)
  }

  private mutating func take(_ buffer: inout ParseEvents) {
    for event in buffer {
      if event.kind == .part, event.part == .content || event.part == .leftover, let last = events.last,
        last.kind == .part, last.part == event.part, last.range.upperBound == event.start
      {
        events[events.count - 1] = .part(event.part, last.start..<event.range.upperBound)
      } else {
        events.append(event)
      }
    }
    buffer.removeAll()
  }

  var codes: [Diagnostic.Code] { events.filter { $0.kind == .diagnostic }.map(\.code) }

  /// The parts that the events tell of, those of fields taken apart.
  var parts: [(part: MessagePart, range: Range<Int>)] {
    events.flatMap { event -> [(part: MessagePart, range: Range<Int>)] in
      switch event.kind {
      case .part: [(event.part, event.range)]
      case .field: Array(event.fieldParts)
      default: []
      }
    }
  }

  /// One line for each event: its offset, what it is, and the bytes that it covers; of a field all seven parts.
  func lines(of bytes: [UInt8]) -> [String] {
    events.map { event in
      let covered = Self.visible(bytes[event.range])
      switch event.kind {
      case .messageStart: return "\(event.start) message"
      case .part: return "\(event.start) \(event.part.name) |\(covered)|"
      case .field: return "\(event.start) \(Self.slots(of: event, in: bytes))"
      case .headEnd:
        let length = event.contentLength.map { " \($0)" } ?? ""
        let status = event.statusCode.map { " after \($0)" } ?? ""
        let end = event.keepsConnection ? "" : ", connection ends"
        return "\(event.start) head ends: \(event.framing.name)\(length)\(status)\(end)"
      case .messageEnd: return "\(event.start) end"
      case .diagnostic: return "\(event.start) \(event.code.severity.name) \(event.code.identifier) |\(covered)|"
      }
    }
  }

  /// Name, white space, colon, white space, value, white space and line end.
  private static func slots(of field: ParseEvent, in bytes: [UInt8]) -> String {
    let (name, value, end) = (field.nameRange, field.valueRange, field.range.upperBound)
    let colon = field.colon.map { $0..<$0 + 1 } ?? value.lowerBound..<value.lowerBound
    let lineEnd = end - field.lineEndCount..<end
    let gaps = [
      name.upperBound..<colon.lowerBound, colon, colon.upperBound..<value.lowerBound, value,
      value.upperBound..<lineEnd.lowerBound, lineEnd,
    ]
    return (field.isTrailer ? "trailer |" : "field |")
      + ([name] + gaps).map { visible(bytes[$0]) }.joined(separator: "|") + "|"
  }

  private static func visible(_ bytes: ArraySlice<UInt8>) -> String {
    let text = bytes.map { byte in
      switch byte {
      case 0x0d: "␍"
      case 0x0a: "␊"
      case 0x09: "␉"
      case 0x20..<0x7f: String(UnicodeScalar(byte))
      default: "<" + String(byte, radix: 16) + ">"
      }
    }.joined()
    return text.count > 80 ? "\(text.prefix(20))… \(bytes.count) bytes" : text
  }
}
