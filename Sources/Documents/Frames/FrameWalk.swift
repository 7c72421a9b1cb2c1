import HTTP2
import Recordings

/// Goes through one direction of a connection, frame by frame, with the reader that read it first.
///
/// A value: a copy goes on from where it stands, with the table of fields as it is there. Content is jumped over.
/// Frames of other exchanges are told as a whole; what they put into the table is taken.
struct FrameWalk: Sendable {
  private var reader: DirectionReader
  /// The stream whose frames are told in full, beside those about the connection.
  private let stream: StreamID?
  /// Where HTTP/2 begins, if it does so in the exchange.
  private let begin: Int
  /// The header block that the next CONTINUATION goes on with.
  private var block: HeaderBlock?
  /// Offset of the last frame that was told.
  private var told: Int?
  private var lines: ArraySlice<FrameLine> = []

  /// Begins where `reader` stands.
  init(_ reader: DirectionReader, stream: StreamID?) {
    self.reader = reader
    self.stream = stream
    begin = reader.offset
  }

  /// The line that a byte is in, which must not lie before the last one asked for.
  ///
  /// - Parameters:
  ///   - offset: Of the byte, among the connection's.
  ///   - log: The connection's bytes of the direction.
  ///   - end: Where those of the exchange end.
  ///   - isComplete: More will not come: what is not whole is told as it is.
  /// - Returns: Nil while the byte's frame is not whole.
  /// - Throws: What reading the recording throws.
  mutating func line(
    at offset: Int, in log: ByteLogSnapshot, upTo end: Int, isComplete: Bool
  ) throws(RecordingError) -> FrameLine? {
    if offset < begin { return try lineBefore(offset, in: log) }
    while true {
      while let first = lines.first, first.range.upperBound <= offset { lines.removeFirst() }
      if let first = lines.first { return first }
      guard let next = try next(in: log, upTo: min(end, log.count), isComplete: isComplete) else { return nil }
      lines = next[...]
    }
  }

  /// The line of a text that comes before all frames, long ones in pieces.
  private func lineBefore(_ offset: Int, in log: ByteLogSnapshot) throws(RecordingError) -> FrameLine {
    let bytes = try log.bytes(in: offset..<min(begin, offset + 4096))
    let count = bytes.firstIndex(of: 0x0a).map { $0 + 1 } ?? bytes.count
    return FrameLine(meaning: .before, range: offset..<offset + count)
  }

  private mutating func next(
    in log: ByteLogSnapshot, upTo end: Int, isComplete: Bool
  ) throws(RecordingError) -> [FrameLine]? {
    if let current = reader.current {
      let start = reader.offset
      try finish(current, in: log, upTo: end)
      if told != current.offset {
        // It began before the exchange.
        told = current.offset
        return [FrameLine(meaning: .rest(current), range: start..<current.end)]
      }
    }
    guard reader.offset < end else { return nil }
    let before = self
    if let lines = try read(in: log, upTo: end, isComplete: isComplete) { return lines }
    self = before
    return isComplete ? [FrameLine(meaning: .part(.unknown), range: reader.offset..<end)] : nil
  }

  /// Reads up to the payload, and that too where it is no content.
  private mutating func read(
    in log: ByteLogSnapshot, upTo end: Int, isComplete: Bool
  ) throws(RecordingError) -> [FrameLine]? {
    let start = reader.offset
    let bytes = try log.bytes(in: start..<min(end, start + FrameWriter.preface.count))
    var events: [FrameEvent] = []
    for index in bytes.indices {
      bytes.withUnsafeBytes { reader.read(UnsafeRawBufferPointer(rebasing: $0[index..<index + 1]), into: &events) }
      for event in events {
        switch event {
        case .preface(let range): return [FrameLine(meaning: .preface, range: range)]
        case .leftover: return [FrameLine(meaning: .leftover, range: start..<Int.max)]
        case .started(let header):
          told = header.offset
          return try lines(of: header, events, in: log, upTo: end, isComplete: isComplete)
        default: break
        }
      }
    }
    return nil
  }

  private mutating func lines(
    of header: FrameHeader, _ events: [FrameEvent], in log: ByteLogSnapshot, upTo end: Int, isComplete: Bool
  ) throws(RecordingError) -> [FrameLine]? {
    let isOther = !header.stream.isConnection && header.stream != stream
    let whole = [FrameLine(meaning: .otherStream(header), range: header.offset..<header.end)]
    if let lines = try contentLines(of: header, in: log, upTo: end) { return isOther ? whole : lines }
    guard header.end <= end else {
      let rest = FrameLine(meaning: .rest(header), range: header.payloadStart..<header.end)
      return isComplete ? [FrameLine(meaning: .header(header), range: header.range), rest] : nil
    }
    var events = events
    try feed(upTo: header.end, of: log, &events)
    var frame: Frame?
    for event in events {
      if case .frame(let read) = event { frame = read }
      if case .headerBlock(let read) = event { block = read }
    }
    guard let frame, try findBlock(of: frame, in: log, upTo: end) || isComplete else { return nil }
    return isOther ? whole : frame.lines(block)
  }

  /// The lines of content, which need not have come; nil of another frame, or one that breaks a rule.
  private func contentLines(
    of header: FrameHeader, in log: ByteLogSnapshot, upTo end: Int
  ) throws(RecordingError) -> [FrameLine]? {
    guard header.kind == .data, 1...reader.maxFrameSize ~= header.length, !header.stream.isConnection else {
      return nil
    }
    var padding: Int?
    if header.flags.contains(.padded) {
      guard header.payloadStart < end else { return nil }
      let count = Int(try log.bytes(in: header.payloadStart..<header.payloadStart + 1)[0])
      guard count < header.length else { return nil }
      padding = count
    }
    return Frame(header: header, padding: padding, content: .data).lines(nil)
  }

  /// Looks for the end of the block that a frame begins, so that its fields are known; false where that has not come.
  private mutating func findBlock(
    of frame: Frame, in log: ByteLogSnapshot, upTo end: Int
  ) throws(RecordingError) -> Bool {
    if frame.kind == .continuation { return true }
    guard frame.kind == .headers || frame.kind == .pushPromise else {
      block = nil
      return true
    }
    if frame.flags.contains(.endHeaders) { return true }
    block = nil
    var ahead = reader
    while ahead.offset < end {
      var events: [FrameEvent] = []
      try log.read(ahead.offset..<min(end, ahead.current?.end ?? ahead.offset + 1)) { ahead.read($0, into: &events) }
      for event in events {
        switch event {
        case .headerBlock(let whole):
          block = whole
          return true
        case .started(let next) where next.kind != .continuation || next.stream != frame.stream: return true
        default: break
        }
      }
    }
    return false
  }

  /// Reads what is there of the rest of a frame.
  private mutating func finish(
    _ header: FrameHeader, in log: ByteLogSnapshot, upTo end: Int
  ) throws(RecordingError) {
    var events: [FrameEvent] = []
    while reader.current != nil {
      if reader.skipContent(into: &events) > 0 { continue }
      let next = header.kind == .data && reader.offset == header.payloadStart ? reader.offset + 1 : header.end
      guard reader.offset < min(next, end) else { return }
      try feed(upTo: min(next, end), of: log, &events)
    }
  }

  private mutating func feed(
    upTo end: Int, of log: ByteLogSnapshot, _ events: inout [FrameEvent]
  ) throws(RecordingError) {
    try log.forEachPiece(in: reader.offset..<end) { _, bytes in
      reader.read(bytes, into: &events)
      return true
    }
  }
}
