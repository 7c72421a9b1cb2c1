import TextRopes

/// Where a movement leads, and what an operator takes on the way there.
struct ViReach: Sendable, Equatable {
  enum Kind: Sendable {
    case exclusive, inclusive, lines
  }

  var offset: Int
  var kind: Kind
}

/// Movements over a text, from its bytes alone.
struct ViMotions {
  private enum Class {
    case blank, word, sign
  }

  /// Bytes that `%` looks through.
  private static let farthestBracket = 4 << 20

  let buffer: TextBuffer
  private var reader: TextReader

  init(_ buffer: TextBuffer) {
    self.buffer = buffer
    reader = buffer.reader
  }

  // MARK: Lines

  func lineStart(_ offset: Int) -> Int { buffer.wholeLine(at: offset).lowerBound }

  /// Before the line's end.
  func lineEnd(_ offset: Int) -> Int { buffer.textEnd(ofLineAt: offset) }

  /// The line's last character; its start where it is empty.
  func lastInLine(_ offset: Int) -> Int {
    let (start, end) = (lineStart(offset), lineEnd(offset))
    return end > start ? buffer.previousBoundary(before: end) : start
  }

  /// Behind the line's end; the text's end for the last one.
  func nextLine(_ offset: Int) -> Int {
    let end = buffer.wholeLine(at: offset).upperBound
    if end >= buffer.count { return buffer.count }
    let after = buffer.boundary(after: end)
    return buffer[after - 1] == TextBuffer.lineFeed ? after : min(buffer.count, end + 1)
  }

  func isLastLine(_ offset: Int) -> Bool {
    let next = nextLine(offset)
    return next == buffer.count && (next == 0 || lineStart(next) == lineStart(offset))
  }

  mutating func firstNonBlank(_ offset: Int) -> Int {
    let end = lineEnd(offset)
    var position = lineStart(offset)
    while position < end, reader[position] == 0x20 || reader[position] == 0x09 { position += 1 }
    return position
  }

  func line(_ offset: Int, movedBy lines: Int) -> Int {
    var start = lineStart(offset)
    for _ in 0..<max(0, lines) where !isLastLine(start) { start = nextLine(start) }
    for _ in 0..<max(0, -lines) where start > 0 { start = lineStart(start - 1) }
    return start
  }

  // MARK: Words

  private mutating func classify(_ offset: Int, _ isBig: Bool) -> Class {
    switch reader[offset] {
    case 0x20, 0x09, 0x0A, 0x0D: .blank
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: .word
    default: isBig ? .word : .sign
    }
  }

  private mutating func isEmptyLine(_ offset: Int) -> Bool {
    let isEnd = offset < buffer.count && (reader[offset] == 0x0A || reader[offset] == 0x0D)
    return isEnd && (offset == 0 || reader[offset - 1] == 0x0A)
  }

  mutating func wordForward(_ offset: Int, isBig: Bool) -> Int {
    var position = offset
    guard position < buffer.count else { return position }
    let kind = classify(position, isBig)
    while position < buffer.count, kind != .blank, classify(position, isBig) == kind { step(&position) }
    while position < buffer.count, classify(position, isBig) == .blank {
      if position > offset, isEmptyLine(position) { return position }
      step(&position)
    }
    return position
  }

  mutating func wordEnd(_ offset: Int, isBig: Bool) -> Int {
    var position = offset
    if position < buffer.count { step(&position) }
    while position < buffer.count, classify(position, isBig) == .blank { step(&position) }
    guard position < buffer.count else { return last }
    let kind = classify(position, isBig)
    var end = position
    while position < buffer.count, classify(position, isBig) == kind {
      end = position
      step(&position)
    }
    return end
  }

  mutating func wordBackward(_ offset: Int, isBig: Bool) -> Int {
    var position = offset
    while position > 0 {
      position = before(position)
      if isEmptyLine(position) { return position }
      if classify(position, isBig) != .blank { break }
    }
    guard position < buffer.count else { return position }
    let kind = classify(position, isBig)
    while position > 0, kind != .blank {
      let previous = before(position)
      if classify(previous, isBig) != kind { break }
      position = previous
    }
    return position
  }

  mutating func wordEndBackward(_ offset: Int, isBig: Bool) -> Int {
    var position = offset
    guard position > 0 else { return 0 }
    if position < buffer.count {
      let kind = classify(position, isBig)
      while position > 0, kind != .blank, classify(position, isBig) == kind { position = before(position) }
    } else {
      position = before(position)
    }
    while position > 0, classify(position, isBig) == .blank { position = before(position) }
    return position
  }

  // MARK: Paragraphs, sentences, brackets, characters

  mutating func paragraphForward(_ offset: Int) -> Int {
    var start = lineStart(offset)
    while isEmptyLine(start), !isLastLine(start) { start = nextLine(start) }
    while !isEmptyLine(start) {
      if isLastLine(start) { return buffer.count }
      start = nextLine(start)
    }
    return start
  }

  mutating func paragraphBackward(_ offset: Int) -> Int {
    var start = lineStart(offset)
    if start > 0, start == offset || isEmptyLine(start) { start = lineStart(start - 1) }
    while start > 0, isEmptyLine(start) { start = lineStart(start - 1) }
    while start > 0, !isEmptyLine(start) { start = lineStart(start - 1) }
    return start
  }

  /// A sentence ends with a point, an exclamation or question mark before a blank, and at an empty line.
  mutating func sentenceForward(_ offset: Int) -> Int {
    var position = offset
    while position < buffer.count {
      let byte = reader[position]
      step(&position)
      let isEnd = byte == 0x2E || byte == 0x21 || byte == 0x3F
      if isEmptyLine(position) { return position }
      if isEnd, position < buffer.count, classify(position, true) == .blank {
        while position < buffer.count, classify(position, true) == .blank { step(&position) }
        return position
      }
    }
    return buffer.count
  }

  mutating func sentenceBackward(_ offset: Int) -> Int {
    let paragraph = paragraphBackward(offset)
    var start = paragraph
    while true {
      let next = sentenceForward(start)
      if next >= offset { return start }
      start = next
    }
  }

  /// The partner of the first bracket that is at an offset or behind it in its line.
  mutating func matchingBracket(_ offset: Int) -> Int? {
    let end = lineEnd(offset)
    var position = offset
    while position < end {
      if let partner = partner(ofBracketAt: position) { return partner }
      if TextBuffer.isBracket(reader[position]) { return nil }
      step(&position)
    }
    return nil
  }

  mutating func partner(ofBracketAt offset: Int) -> Int? {
    guard offset < buffer.count else { return nil }
    let pairs: [(UInt8, UInt8)] = [(0x28, 0x29), (0x5B, 0x5D), (0x7B, 0x7D)]
    let byte = reader[offset]
    guard let pair = pairs.first(where: { $0.0 == byte || $0.1 == byte }) else { return nil }
    let step = pair.0 == byte ? 1 : -1
    var depth = 0
    var position = offset
    while position >= 0, position < buffer.count, abs(position - offset) < Self.farthestBracket {
      let byte = reader[position]
      if byte == pair.0 { depth += 1 } else if byte == pair.1 { depth -= 1 }
      if depth == 0 { return position }
      position += step
    }
    return nil
  }

  /// The place that `f`, `F`, `t` or `T` finds in the line; with `skips`, not the one that it stands before already.
  mutating func find(_ key: String, _ scalar: Unicode.Scalar, from offset: Int, skips: Bool = false) -> Int? {
    let character = Array(String(scalar).utf8)
    let isForward = key == "f" || key == "t"
    let (start, end) = (lineStart(offset), lineEnd(offset))
    var position = offset
    var isFirst = true
    while isForward ? position < end : position > start {
      if isForward { step(&position) } else { position = before(position) }
      if position >= end, isForward { return nil }
      let isHere = Array(reader.bytes(in: position..<min(buffer.count, position + character.count))) == character
      if isHere, !(skips && isFirst) {
        return key == "t" ? before(position) : key == "T" ? buffer.boundary(after: position) : position
      }
      isFirst = false
    }
    return nil
  }

  private var last: Int { buffer.count == 0 ? 0 : buffer.previousBoundary(before: buffer.count) }

  mutating func step(_ position: inout Int) { position = buffer.boundary(after: position, in: &reader) }

  mutating func before(_ position: Int) -> Int { buffer.previousBoundary(before: position, in: &reader) }
}

extension TextBuffer {
  static func isBracket(_ byte: UInt8) -> Bool { [0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D].contains(byte) }
}
