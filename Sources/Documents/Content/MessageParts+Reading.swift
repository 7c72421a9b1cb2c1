import Exchanges
import HTTPMessages
import Recordings

/// Finding parts: from the index where that knows, else by reading a few lines again.
extension MessageParts {
  /// How the part of a byte, and of some after it, is found.
  private enum Source {
    /// They are one part.
    case known(MessagePart, until: Int, MessageIndex.Field? = nil)
    /// A parser tells, which stands at or before the byte.
    case read(MessageParser, until: Int)
  }

  /// Longer parts are not read again only to find their end.
  private static let longPart = 64 << 10

  /// Shows the parts of a range, in order and without gaps, content and leftover in pieces, all cut to the range.
  func forEachRun(in wanted: Range<Int>, _ body: (Run) -> Void) throws(RecordingError) {
    let wanted = wanted.clamped(to: range)
    var next = wanted.lowerBound
    while next < wanted.upperBound {
      switch try source(ofByteAt: next) {
      case .known(let part, let end, let field):
        let end = min(max(end, next + 1), wanted.upperBound)
        body(Run(part: part, range: next..<end, field: field))
        next = end
      case .read(let parser, let end):
        let end = min(max(end, next + 1), range.upperBound)
        next = try read(parser, upTo: end, next..<min(end, wanted.upperBound), body)
      }
    }
  }

  private func source(ofByteAt offset: Int) throws(RecordingError) -> Source {
    guard let index = messages.lastIndex(where: { $0.start <= offset }) else {
      let kind = direction == .sent ? MessageKind.request : .response
      let end = messages.first?.start ?? range.upperBound
      return .read(MessageParser(resumingMessagesAt: range.lowerBound, of: kind), until: end)
    }
    let message = messages[index]
    let isLast = index + 1 == messages.count
    let end = isLast ? range.upperBound : messages[index + 1].start
    if let leftover = message.leftoverStart, offset >= leftover { return .known(.leftover, until: end) }
    if message.isComplete, offset >= message.end {
      if message.framing == .tunnel { return .known(.content, until: end) }
      // Behind the last message, bytes are somebody else's; behind an interim response, the next one has begun.
      if isLast, !message.isInterim {
        let emptyLinesEnd = min(end, try emptyLinesEnd(after: message))
        return offset < emptyLinesEnd ? .known(.lineEnd, until: emptyLinesEnd) : .known(.leftover, until: end)
      }
      let parser = MessageParser(resumingMessagesAt: message.end, of: message.kind)
      return .read(parser, until: message.leftoverStart ?? end)
    }
    guard let headEnd = message.headEnd, offset >= headEnd else {
      return longPart(at: offset, of: message) ?? .read(message.parser(before: offset), until: message.headEnd ?? end)
    }
    let messageEnd = message.isComplete ? message.end : end
    if !message.content.isChunked, offset < message.trailerStart ?? .max {
      return .known(.content, until: message.trailerStart ?? messageEnd)
    }
    return longPart(at: offset, of: message) ?? .read(message.parser(before: offset), until: messageEnd)
  }

  /// Where the empty lines end that a sender may have put behind its last message.
  private func emptyLinesEnd(after message: MessageIndex) throws(RecordingError) -> Int {
    var end = message.end
    try MessageWalk(MessageParser(resumingMessagesAt: end, of: message.kind), in: log).forEachPart(
      upTo: min(range.upperBound, message.end + Self.longPart), expected: 512, skippingContent: 0
    ) { part, range, _, _ in
      if part == .lineEnd { end = range.upperBound }
      return false
    }
    return end
  }

  /// A listed part that is so long that reading its line again takes time.
  private func longPart(at offset: Int, of message: MessageIndex) -> Source? {
    func holds(_ range: Range<Int>) -> Bool { range.count > Self.longPart && range.contains(offset) }
    if let part = message.startLine.first(where: { holds($0.range) }) {
      return .known(part.part, until: part.range.upperBound)
    }
    guard let index = message.fieldIndices(touching: offset..<offset + 1).first else { return nil }
    let field = message.fields[index]
    if holds(field.name) {
      return .known(field.isTrailer ? .trailerName : .fieldName, until: field.name.upperBound, field)
    }
    guard holds(field.value) else { return nil }
    return .known(field.isTrailer ? .trailerValue : .fieldValue, until: field.value.upperBound, field)
  }

  /// Reads on until the parts of `wanted` are told; returns where they end.
  ///
  /// A part is told when it is complete. One that goes on far behind `wanted`, or has only begun, is taken as it is so
  /// far.
  private func read(
    _ parser: MessageParser, upTo end: Int, _ wanted: Range<Int>, _ body: (Run) -> Void
  ) throws(RecordingError) -> Int {
    var next = wanted.lowerBound
    try MessageWalk(parser, in: log).forEachPart(
      upTo: min(end, wanted.upperBound + Self.longPart), expected: wanted.upperBound - parser.offset + 512,
      skippingContent: .max
    ) { part, range, field, _ in
      guard range.upperBound > next else { return true }
      let piece = max(next, range.lowerBound)..<min(range.upperBound, wanted.upperBound)
      body(Run(part: part, range: piece, field: field))
      next = piece.upperBound
      return next < wanted.upperBound
    }
    return next > wanted.lowerBound ? next : try tellUnknown(wanted, body)
  }

  /// Where a recording was cut there may be nothing to read.
  private func tellUnknown(_ wanted: Range<Int>, _ body: (Run) -> Void) throws(RecordingError) -> Int {
    body(Run(part: .leftover, range: wanted))
    return wanted.upperBound
  }
}
