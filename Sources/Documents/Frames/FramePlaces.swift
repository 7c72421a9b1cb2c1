import Exchanges
import HTTP2
import HTTPMessages
import Recordings

/// Finds in the frames of an exchange what its messages say: the bytes that carried a field, a start line or content.
struct FramePlaces {
  let frames: FrameRecording
  let direction: Direction
  /// The messages of the direction, as HTTP/1 has them.
  let messages: [MessageIndex]
  /// The bytes of the messages.
  let log: ByteLogSnapshot

  /// The bytes of frames that a byte of the messages came in; nil where none are known to.
  func place(of offset: Int) throws(RecordingError) -> ByteReference? {
    guard let index = messages.lastIndex(where: { $0.start <= offset }) else { return nil }
    let message = messages[index]
    if let headEnd = message.headEnd, offset >= headEnd, message.trailerStart.map({ offset < $0 }) ?? true {
      // Chunk by chunk would take a search of its own.
      return message.content.isChunked ? nil : try content(after: offset - headEnd)
    }
    guard let wanted = try name(ofByteAt: offset, in: message) else { return nil }
    return try field(wanted.name, wanted.count, inBlock: wanted.isTrailer ? nil : index)
  }

  /// A field's name as HTTP/2 has it, and how many of that name come before it.
  private func name(
    ofByteAt offset: Int, in message: MessageIndex
  ) throws(RecordingError) -> (name: [UInt8], count: Int, isTrailer: Bool)? {
    if let part = message.startLine.first(where: { $0.range.contains(offset) }) {
      let names: [MessagePart: StaticString] = [.method: ":method", .target: ":path", .statusCode: ":status"]
      return names[part.part].map { (name: Array("\($0)".utf8), count: 0, isTrailer: false) }
    }
    guard let place = message.fields.firstIndex(where: { $0.line.contains(offset) }) else { return nil }
    let field = message.fields[place]
    func lowercased(_ field: MessageIndex.Field) throws(RecordingError) -> [UInt8] {
      try log.bytes(in: field.name.prefix(256)).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
    let name = try lowercased(field)
    if message.kind == .request, name == Array("host".utf8) { return (Array(":authority".utf8), 0, false) }
    var count = 0
    for other in message.fields[..<place] where other.isTrailer == field.isTrailer {
      if try lowercased(other) == name { count += 1 }
    }
    return (name, count, field.isTrailer)
  }

  /// A field of the stream's header block of that number, or of the last one.
  private func field(_ name: [UInt8], _ count: Int, inBlock number: Int?) throws(RecordingError) -> ByteReference? {
    var block = -1
    var seen = 0
    var found: Range<Int>?
    try forEachLine { line in
      switch line.meaning {
      case .header(let header) where header.kind == .headers:
        block += 1
        seen = 0
        // Of several sections the last one counts.
        if number == nil { found = nil }
      case .field(let coded) where coded.range.lowerBound == line.range.lowerBound && coded.field.name == name:
        if number == nil || number == block, found == nil, seen == count { found = coded.range }
        seen += 1
      default: break
      }
      return number == nil || block <= number ?? 0 && found == nil
    }
    return found.map { ByteReference(layer: .frames, direction: direction, range: $0) }
  }

  /// The byte of content before which there are so many.
  private func content(after count: Int) throws(RecordingError) -> ByteReference? {
    var before = 0
    var found: Int?
    try forEachLine { line in
      guard case .part(.data) = line.meaning else { return true }
      if count < before + line.range.count { found = line.range.lowerBound + count - before }
      before += line.range.count
      return found == nil
    }
    return found.map { ByteReference(layer: .frames, direction: direction, offset: $0) }
  }

  private func forEachLine(_ body: (FrameLine) -> Bool) throws(RecordingError) {
    let side = frames[direction]
    var walk = FrameWalk(side.reader, stream: frames.stream)
    var offset = side.range.lowerBound
    while offset < side.range.upperBound,
      let line = try walk.line(
        at: offset, in: frames.connection[direction], upTo: side.range.upperBound, isComplete: true)
    {
      if !body(line) { return }
      offset = line.range.upperBound
    }
  }
}
