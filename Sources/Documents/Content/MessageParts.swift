import Exchanges
import HTTPMessages
import Recordings

/// Which part of which message each byte of one direction of an exchange is.
struct MessageParts: Sendable {
  /// Bytes that are one part.
  struct Run: Sendable, Equatable {
    var part: MessagePart
    var range: Range<Int>
    /// The field line that the bytes are in.
    var field: MessageIndex.Field?
  }

  let direction: Direction
  /// The exchange's bytes of the direction.
  let range: Range<Int>
  /// In the order in which they came.
  let messages: [MessageIndex]
  let log: ByteLogSnapshot

  init(direction: Direction, range: Range<Int>, messages: [MessageIndex], log: ByteLogSnapshot) {
    self.direction = direction
    self.range = range.clamped(to: 0..<log.count)
    self.messages = messages
    self.log = log
  }

  /// The parts of a range, in order and without gaps; the first and the last are cut to it.
  func runs(in wanted: Range<Int>) throws(RecordingError) -> [Run] {
    var runs: [Run] = []
    try forEachRun(in: wanted) { run in
      // Content and leftover come in pieces.
      if let last = runs.last, last.part == run.part, last.field == nil, run.part == .content || run.part == .leftover {
        runs[runs.count - 1].range = last.range.lowerBound..<run.range.upperBound
      } else {
        runs.append(run)
      }
    }
    return runs
  }

  /// The byte's part, in words for a person: "value of Content-Type", "chunk size".
  func name(ofByteAt offset: Int) throws(RecordingError) -> String? {
    guard range.contains(offset), let run = try runs(in: offset..<offset + 1).first else { return nil }
    switch run.part {
    case .fieldName, .trailerName: return "\(run.part.name) \(try fieldName(of: run))"
    case .fieldValue: return "value of \(try fieldName(of: run))"
    case .trailerValue: return "trailer value of \(try fieldName(of: run))"
    case .colon: return "colon after the \(run.field?.isTrailer == true ? "trailer" : "field") name"
    case .whitespace: return Self.whitespaceName(at: offset, in: run.field)
    case .semicolon: return "semicolon before the chunk extension"
    case .blankLine:
      if messages.contains(where: { $0.headEnd.map { $0 - 2..<$0 }?.contains(offset) == true }) {
        return "blank line that ends the head"
      }
      let isInChunks = messages.last { $0.start <= offset }?.content.isChunked != false
      return "blank line that ends the \(isInChunks ? "chunked content" : "trailers")"
    case .content where messages.contains { $0.framing == .tunnel && offset >= $0.headEnd ?? .max }:
      return "content of the tunnel"
    default: return run.part.name
    }
  }

  /// In short what a range holds: "start line, 3 fields, content".
  func summary(of wanted: Range<Int>) throws(RecordingError) -> String {
    var names: [String] = []
    for message in messages {
      guard message.start < wanted.upperBound, max(message.end, message.start + 1) > wanted.lowerBound else { continue }
      func holds(_ range: Range<Int>) -> Bool { !range.clamped(to: wanted).isEmpty }
      if message.startLine.contains(where: { holds($0.range) }) {
        names.append(message.kind == .request ? "request line" : "status line")
      }
      let (head, trailers) = try fieldCounts(of: message, in: wanted)
      if head > 0 { names.append(head == 1 ? "1 field" : "\(head) fields") }
      if let headEnd = message.headEnd, message.end > headEnd || message.content.count > 0 {
        if holds(headEnd..<max(headEnd, min(message.end, message.trailerStart ?? message.end))) {
          names.append(message.content.isChunked ? "chunked content" : "content")
        }
      }
      if trailers > 0 { names.append(trailers == 1 ? "1 trailer" : "\(trailers) trailers") }
    }
    // Somebody may have sent the blank line alone.
    if names.isEmpty, !wanted.isEmpty { return try name(ofByteAt: wanted.lowerBound) ?? "" }
    return names.joined(separator: ", ")
  }

  private func fieldName(of run: Run) throws(RecordingError) -> String {
    guard let field = run.field else { return "" }
    let shown = field.name.clamped(to: 0..<log.count).prefix(256)
    let name = TextEncoding.decodeForPeople(try log.bytes(in: shown))
    return shown.count < field.name.count ? name + "…" : name
  }

  private static func whitespaceName(at offset: Int, in field: MessageIndex.Field?) -> String {
    guard let field, let colon = field.colon else { return MessagePart.whitespace.name }
    if offset < colon { return "white space before the colon" }
    if field.value.isEmpty { return MessagePart.whitespace.name }
    return offset < field.value.lowerBound ? "white space before the value" : "white space after the value"
  }

  /// How many fields of the head and of the trailers touch a range.
  private func fieldCounts(
    of message: MessageIndex, in wanted: Range<Int>
  ) throws(RecordingError) -> (head: Int, trailers: Int) {
    if message.fields.count == message.fieldCount {
      let touching = message.fieldIndices(touching: wanted)
      let trailers = message.fields[touching].count { $0.isTrailer }
      return (touching.count - trailers, trailers)
    }
    // Not all are listed: the lines are read again, but not the content.
    func count(_ section: Range<Int>) throws(RecordingError) -> Int {
      var count = 0
      var last = -1
      try forEachRun(in: section.clamped(to: wanted)) { run in
        guard let field = run.field, field.line.lowerBound != last, !run.part.isDelimiter else { return }
        last = field.line.lowerBound
        count += 1
      }
      return count
    }
    let end = max(message.end, message.start)
    let head = try count(message.start..<(message.headEnd ?? end))
    return (head, try message.trailerStart.map { start throws(RecordingError) in try count(start..<end) } ?? 0)
  }
}

extension MessageIndex {
  /// Which of the listed fields touch a range with their name or value; they come in the order of their offsets.
  func fieldIndices(touching wanted: Range<Int>) -> Range<Int> {
    func partitionPoint(_ isAfter: (Field) -> Bool) -> Int {
      var low = 0
      var high = fields.count
      while low < high {
        let middle = (low + high) / 2
        if isAfter(fields[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let first = partitionPoint { max($0.value.upperBound, $0.name.upperBound) > wanted.lowerBound }
    let end = partitionPoint { $0.name.lowerBound >= wanted.upperBound }
    return first..<max(first, end)
  }
}
