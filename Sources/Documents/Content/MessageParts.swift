import Exchanges
import HTTPMessages
import Recordings

/// Which part of which message each byte of one direction of an exchange is.
struct MessageParts: Sendable {
  /// Bytes that are one part.
  struct Run: Sendable, Equatable {
    var part: MessagePart
    var range: Range<Int>
    /// The field that the bytes are the name or the value of.
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

  /// The parts of a range, in order and without gaps.
  func runs(in wanted: Range<Int>) throws(RecordingError) -> [Run] {
    let wanted = wanted.clamped(to: range)
    var runs: [Run] = []
    var next = wanted.lowerBound
    func add(_ part: MessagePart, _ range: Range<Int>, _ field: MessageIndex.Field? = nil) {
      let piece = range.clamped(to: next..<wanted.upperBound)
      if piece.isEmpty { return }
      if piece.lowerBound > next { runs.append(Run(part: .whitespace, range: next..<piece.lowerBound)) }
      if let last = runs.last, last.part == part, last.field == field, last.range.upperBound == piece.lowerBound {
        runs[runs.count - 1].range = last.range.lowerBound..<piece.upperBound
      } else {
        runs.append(Run(part: part, range: piece, field: field))
      }
      next = piece.upperBound
    }
    for (index, message) in messages.enumerated() {
      let end = index + 1 < messages.count ? messages[index + 1].start : message.end
      guard end > next, message.start < wanted.upperBound else { continue }
      if message.start > next { add(.leftover, next..<message.start) }
      let span = message.start..<end
      for part in message.startLine { add(part.part, part.range) }
      addFields(of: message, in: wanted, areTrailers: false, add)
      if let headEnd = message.headEnd {
        add(.whitespace, next..<max(next, min(headEnd, end)))
        try addContent(of: message, in: wanted, add)
      }
      addFields(of: message, in: wanted, areTrailers: true, add)
      add(.whitespace, next..<max(next, span.upperBound))
    }
    // Behind the last message, bytes of a complete one are somebody else's; of others the next part has only begun.
    add(messages.last?.isComplete == false ? .whitespace : .leftover, next..<max(next, wanted.upperBound))
    return runs
  }

  /// The byte's part, in words for a person: "value of Content-Type", "chunk size".
  func name(ofByteAt offset: Int) throws(RecordingError) -> String? {
    guard range.contains(offset), let run = try runs(in: offset..<offset + 1).first else { return nil }
    guard let field = run.field else {
      return run.part.isDelimiter ? try delimiterName(at: offset) : run.part.name
    }
    let name = TextEncoding.decodeForPeople(try log.bytes(in: field.name.clamped(to: 0..<log.count)))
    switch run.part {
    case .fieldName, .trailerName: return "\(run.part.name) \(name)"
    default: return "\(field.isTrailer ? "trailer value" : "value") of \(name)"
    }
  }

  /// In short what a range holds: "start line, 3 fields, content".
  func summary(of wanted: Range<Int>) -> String {
    var names: [String] = []
    for message in messages {
      guard message.start < wanted.upperBound, max(message.end, message.start + 1) > wanted.lowerBound else { continue }
      func holds(_ range: Range<Int>) -> Bool { !range.clamped(to: wanted).isEmpty }
      if message.startLine.contains(where: { holds($0.range) }) {
        names.append(message.kind == .request ? "request line" : "status line")
      }
      let fields = Self.indices(of: message, in: wanted).map { message.fields[$0] }
      let (head, trailers) = (fields.count { !$0.isTrailer }, fields.count { $0.isTrailer })
      if head > 0 { names.append(head == 1 ? "1 field" : "\(head) fields") }
      if let headEnd = message.headEnd, message.end > headEnd || message.content.count > 0 {
        let trailerStart = message.fields.first { $0.isTrailer }?.name.lowerBound ?? message.end
        if holds(headEnd..<max(headEnd, min(message.end, trailerStart))) {
          names.append(message.content.isChunked ? "chunked content" : "content")
        }
      }
      if trailers > 0 { names.append(trailers == 1 ? "1 trailer" : "\(trailers) trailers") }
    }
    return names.joined(separator: ", ")
  }

  /// A delimiter in words: what it is made of, and what it ends.
  private func delimiterName(at offset: Int) throws(RecordingError) -> String {
    let byte = try log.bytes(in: offset..<offset + 1)[0]
    switch byte {
    case 0x0D, 0x0A:
      let isHeadEnd = messages.contains { $0.headEnd == offset + 1 || ($0.headEnd == offset + 2 && byte == 0x0D) }
      return isHeadEnd ? "blank line that ends the head" : "line end"
    case 0x3A: return "colon after the field name"
    case 0x20, 0x09: return "white space"
    default: return MessagePart.whitespace.name
    }
  }

  private func addFields(
    of message: MessageIndex, in wanted: Range<Int>, areTrailers: Bool,
    _ add: (MessagePart, Range<Int>, MessageIndex.Field?) -> Void
  ) {
    for index in Self.indices(of: message, in: wanted) where message.fields[index].isTrailer == areTrailers {
      let field = message.fields[index]
      add(areTrailers ? .trailerName : .fieldName, field.name, field)
      add(areTrailers ? .trailerValue : .fieldValue, field.value, field)
    }
  }

  private func addContent(
    of message: MessageIndex, in wanted: Range<Int>,
    _ add: (MessagePart, Range<Int>, MessageIndex.Field?) -> Void
  ) throws(RecordingError) {
    let map = message.content
    guard map.isChunked else {
      add(.content, map.start..<map.start + map.count, nil)
      return
    }
    guard let checkpoint = map.checkpoint(beforeOffset: wanted.lowerBound) ?? map.checkpoints.first,
      checkpoint.offset < wanted.upperBound
    else { return }
    try ChunkedContentWalk(log: log, offset: checkpoint.offset).forEachPart(
      upTo: wanted.upperBound - checkpoint.offset
    ) { part, range, _ in
      guard range.lowerBound < wanted.upperBound else { return false }
      switch part {
      case .blankLine, .leftover: return false
      default: add(part, range, nil)
      }
      return true
    }
  }

  /// Which fields touch a range; fields come in the order of their offsets.
  private static func indices(of message: MessageIndex, in wanted: Range<Int>) -> Range<Int> {
    func partitionPoint(_ isAfter: (MessageIndex.Field) -> Bool) -> Int {
      var low = 0
      var high = message.fields.count
      while low < high {
        let middle = (low + high) / 2
        if isAfter(message.fields[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let first = partitionPoint { max($0.value.upperBound, $0.name.upperBound) > wanted.lowerBound }
    let end = partitionPoint { $0.name.lowerBound >= wanted.upperBound }
    return first..<max(first, end)
  }
}

extension ContentMap {
  /// The last checkpoint at or before an offset of the recording.
  func checkpoint(beforeOffset offset: Int) -> Checkpoint? {
    var low = 0
    var high = checkpoints.count
    while low < high {
      let middle = (low + high) / 2
      if checkpoints[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : checkpoints[low - 1]
  }
}
