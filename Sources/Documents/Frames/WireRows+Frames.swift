import HTTP2
import HTTPMessages
import Recordings

/// Rows of frames: each line of a frame begins a row, with what it says behind its bytes.
extension WireRows {
  /// The line that a byte is in; nil while its frame is not whole.
  mutating func frameLine(
    at offset: Int, _ direction: Direction, _ source: WireSource
  ) throws(RecordingError) -> FrameLine? {
    let parts = source.parts(direction)
    let isComplete = source.isComplete
    switch direction {
    case .sent:
      return try sentFrames?.line(
        at: offset, in: parts.log, upTo: parts.range.upperBound, isComplete: isComplete)
    case .received:
      return try receivedFrames?.line(
        at: offset, in: parts.log, upTo: parts.range.upperBound, isComplete: isComplete)
    }
  }

  /// The frames that begin in a transfer, by their names; nil where there are no frames to be told.
  func frameSummary(
    of shown: Range<Int>, _ direction: Direction, _ source: WireSource
  ) throws(RecordingError) -> String? {
    guard source.frames != nil else { return nil }
    var walker = self
    var names: [(name: String, count: Int)] = []
    var offset = shown.lowerBound
    while offset < shown.upperBound, let line = try walker.frameLine(at: offset, direction, source) {
      if line.range.lowerBound >= shown.lowerBound, let name = FrameRowText.summaryName(of: line) {
        if names.last?.name != name {
          names.append((name, 1))
        } else if !line.isBefore {
          names[names.count - 1].count += 1
        }
        if names.count > 4 { break }
      }
      offset = line.range.upperBound
    }
    var words = names.prefix(4).map { $0.count == 1 ? $0.name : "\($0.count) \($0.name)" }
    if names.count > 4 { words.append("…") }
    return words.isEmpty ? "goes on" : words.joined(separator: ", ")
  }

  /// Makes the rows of a transfer; false when the budget is used up, the next frame is not whole, or the sink wants no
  /// more.
  mutating func walkFrames<Sink: RowSink<Self>>(
    in shown: Range<Int>, _ direction: Direction, _ source: WireSource, until end: Int, into sink: inout Sink
  ) throws(RecordingError) -> Bool {
    while offset(direction) < shown.upperBound {
      if position >= end { return false }
      let start = offset(direction)
      guard let line = try frameLine(at: start, direction, source) else { return false }
      guard try walk(line, in: shown, direction, source, into: &sink) else { return false }
      if try !tellFindings(source, direction, into: &sink) { return false }
    }
    return true
  }

  private mutating func walk<Sink: RowSink<Self>>(
    _ line: FrameLine, in shown: Range<Int>, _ direction: Direction, _ source: WireSource, into sink: inout Sink
  ) throws(RecordingError) -> Bool {
    if case .otherStream = line.meaning { return try passOver(line, in: shown, direction, source, into: &sink) }
    return line.isText
      ? try walkText(line, in: shown, direction, source, into: &sink)
      : try walkLine(line, in: shown, direction, source, into: &sink)
  }

  /// One row for a frame of another exchange, where it begins.
  private mutating func passOver<Sink: RowSink<Self>>(
    _ line: FrameLine, in shown: Range<Int>, _ direction: Direction, _ source: WireSource, into sink: inout Sink
  ) throws(RecordingError) -> Bool {
    let isBegin = offset(direction) == line.range.lowerBound
    if isBegin, sink.wantsWords { sink.append(row: FrameRowText.otherStream(line, direction)) }
    advance(direction, to: min(shown.upperBound, line.range.upperBound))
    return isBegin ? sink.endRow(next: self) : true
  }

  /// Rows of so many bytes, the first of which says what they are.
  private mutating func walkLine<Sink: RowSink<Self>>(
    _ line: FrameLine, in shown: Range<Int>, _ direction: Direction, _ source: WireSource, into sink: inout Sink
  ) throws(RecordingError) -> Bool {
    let start = offset(direction)
    let row = start..<min(shown.upperBound, line.rowEnd(from: start, bytesPerRow: source.bytesPerRow))
    if sink.wantsWords {
      let bytes = try source.parts(direction).log.bytes(in: row)
      sink.append(row: FrameRowText.row(line, bytes, at: row, direction, source))
    }
    advance(direction, to: row.upperBound)
    return sink.endRow(next: self)
  }

  /// Rows that end with the lines of a text.
  private mutating func walkText<Sink: RowSink<Self>>(
    _ line: FrameLine, in shown: Range<Int>, _ direction: Direction, _ source: WireSource, into sink: inout Sink
  ) throws(RecordingError) -> Bool {
    let log = source.parts(direction).log
    let text = line.range.clamped(to: shown)
    let start = offset(direction)
    let piece = start..<min(text.upperBound, start + (sink.wantsWords ? 4096 : 64 << 10))
    let run = MessageParts.Run(part: line.isLeftover ? .leftover : .content, range: line.range, field: nil)
    let findings = sink.wantsWords ? source.findings(direction).filter { $0.touches(piece) } : []
    return try log.read(piece) { bytes throws(RecordingError) in
      try walk(bytes, at: piece, text, source, direction, [run], findings, into: &sink)
    }
  }
}
