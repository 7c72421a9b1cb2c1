package import HTTPMessages

/// What a parser made of a stream: its events, pieces of content and leftover joined.
package struct Reading: Equatable {
  package private(set) var events: [ParseEvent] = []

  init(events: [ParseEvent]) { self.events = events }

  /// Reads `bytes` in pieces that end at `cuts`.
  package init(_ bytes: [UInt8], parser: MessageParser, cuts: some Sequence<Int> = [], capacity: Int = 512) {
    var parser = parser
    var buffer = ParseEvents(capacity: capacity)
    var start = 0
    for end in cuts where end > start {
      feed(bytes[start..<end], to: &parser, &buffer)
      start = end
    }
    feed(bytes[start...], to: &parser, &buffer)
    parser.finish(into: &buffer)
    take(&buffer)
  }

  /// Reads `bytes`, whose whole reading is known, without the data of chunks.
  package init(_ bytes: [UInt8], parser: MessageParser, skippingChunkDataOf whole: Reading) {
    var parser = parser
    var buffer = ParseEvents(capacity: 64)
    var start = 0
    for data in whole.chunkData {
      feed(bytes[start..<data.lowerBound], to: &parser, &buffer)
      parser.skipChunkData(min(data.count, parser.chunkDataAhead))
      start = parser.offset
    }
    feed(bytes[start...], to: &parser, &buffer)
    parser.finish(into: &buffer)
    take(&buffer)
  }

  private mutating func feed(_ bytes: ArraySlice<UInt8>, to parser: inout MessageParser, _ buffer: inout ParseEvents) {
    // A copy of its own, so that reading beyond the piece is noticed by tools that watch memory.
    Array(bytes).withUnsafeBytes { piece in
      var read = 0
      while read < piece.count {
        read += parser.parse(UnsafeRawBufferPointer(rebasing: piece[read...]), into: &buffer)
        take(&buffer)
      }
    }
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

  package var codes: [Diagnostic.Code] { events.filter { $0.kind == .diagnostic }.map(\.code) }

  /// The parts that the events tell of, those of fields taken apart.
  package var parts: [(part: MessagePart, range: Range<Int>)] {
    events.flatMap { event -> [(part: MessagePart, range: Range<Int>)] in
      switch event.kind {
      case .part: [(event.part, event.range)]
      case .field: Array(event.fieldParts)
      default: []
      }
    }
  }

  /// Where the data of chunks is.
  private var chunkData: [Range<Int>] {
    var isChunked = false
    return events.compactMap { event in
      if event.kind == .headEnd { isChunked = event.framing == .chunked }
      return isChunked && event.kind == .part && event.part == .content ? event.range : nil
    }
  }

  /// One line for each event: its offset, what it is, and the bytes that it covers; of a field all seven parts.
  package func lines(of bytes: [UInt8]) -> [String] {
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
