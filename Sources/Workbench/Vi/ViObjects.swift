import TextRopes

/// What the text objects of vi take in.
extension ViMotions {
  mutating func object(_ scalar: Unicode.Scalar, isAround: Bool, at offset: Int) -> (range: Range<Int>, isLines: Bool)?
  {
    switch scalar {
    case "w", "W": word(at: offset, isBig: scalar == "W", isAround).map { ($0, false) }
    case "\"", "'", "`": quoted(UInt8(ascii: scalar), at: offset, isAround).map { ($0, false) }
    case "(", ")", "b": bracketed(0x28, at: offset, isAround).map { ($0, false) }
    case "[", "]": bracketed(0x5B, at: offset, isAround).map { ($0, false) }
    case "{", "}", "B": bracketed(0x7B, at: offset, isAround).map { ($0, false) }
    case "<", ">": angled(at: offset, isAround).map { ($0, false) }
    case "t": tagged(at: offset, isAround).map { ($0, false) }
    case "p": paragraph(at: offset, isAround).map { ($0, true) }
    default: nil
    }
  }

  private mutating func word(at offset: Int, isBig: Bool, _ isAround: Bool) -> Range<Int>? {
    let line = lineStart(offset)..<lineEnd(offset)
    guard offset < line.upperBound else { return nil }
    func kind(_ place: Int) -> TextBuffer.CharacterClass {
      let kind = TextBuffer.CharacterClass(buffer[place])
      return isBig && kind == .other ? .word : kind
    }
    func run(_ place: Int) -> Range<Int> {
      let wanted = kind(place)
      var (start, end) = (place, buffer.boundary(after: place))
      while end < line.upperBound, kind(end) == wanted { end = buffer.boundary(after: end) }
      while start > line.lowerBound, kind(buffer.previousBoundary(before: start)) == wanted {
        start = buffer.previousBoundary(before: start)
      }
      return start..<end
    }
    let inner = run(offset)
    guard isAround else { return inner }
    if kind(offset) == .space {
      return inner.upperBound < line.upperBound ? inner.lowerBound..<run(inner.upperBound).upperBound : inner
    }
    if inner.upperBound < line.upperBound, kind(inner.upperBound) == .space {
      return inner.lowerBound..<run(inner.upperBound).upperBound
    }
    if inner.lowerBound > line.lowerBound {
      let before = buffer.previousBoundary(before: inner.lowerBound)
      if kind(before) == .space { return run(before).lowerBound..<inner.upperBound }
    }
    return inner
  }

  /// Between the quotes around an offset in its line, or the next ones behind it.
  private mutating func quoted(_ quote: UInt8, at offset: Int, _ isAround: Bool) -> Range<Int>? {
    let (start, end) = (lineStart(offset), lineEnd(offset))
    var quotes: [Int] = []
    var isEscaped = false
    for place in start..<end {
      let byte = buffer.rope.bytes(in: place..<place + 1)[0]
      if byte == quote, !isEscaped { quotes.append(place) }
      isEscaped = byte == 0x5C && !isEscaped
      if place - start > 1 << 16 { break }
    }
    var index = 0
    while index + 1 < quotes.count {
      if offset <= quotes[index + 1] {
        var close = quotes[index + 1]
        if !isAround { return quotes[index] + 1..<close }
        close += 1
        while close < end, buffer[close] == 0x20 { close += 1 }
        return quotes[index]..<close
      }
      index += 2
    }
    return nil
  }

  private mutating func bracketed(_ open: UInt8, at offset: Int, _ isAround: Bool) -> Range<Int>? {
    guard let start = opening(open, before: offset), let end = partner(ofBracketAt: start) else { return nil }
    return isAround ? start..<end + 1 : start + 1..<end
  }

  /// The bracket that is open at an offset; a bracket there counts.
  private mutating func opening(_ open: UInt8, before offset: Int) -> Int? {
    let close = open == 0x28 ? UInt8(0x29) : open + 2
    var reader = buffer.reader
    var depth = 0
    var position = min(offset, buffer.count - 1)
    let farthest = max(0, position - (1 << 22))
    while position >= farthest {
      let byte = reader[position]
      if byte == open {
        if depth == 0 { return position }
        depth -= 1
      } else if byte == close, position != offset {
        depth += 1
      }
      position -= 1
    }
    return nil
  }

  private mutating func angled(at offset: Int, _ isAround: Bool) -> Range<Int>? {
    let (start, end) = (lineStart(offset), lineEnd(offset))
    guard let open = buffer.rope.lastRange(of: [0x3C], before: offset + 1), open.lowerBound >= start,
      let close = buffer.rope.firstRange(of: [0x3E], from: offset), close.upperBound <= end
    else { return nil }
    return isAround ? open.lowerBound..<close.upperBound : open.upperBound..<close.lowerBound
  }

  /// The innermost element of markup around an offset; looked for in 64 KiB on both sides.
  private mutating func tagged(at offset: Int, _ isAround: Bool) -> Range<Int>? {
    let base = max(0, offset - (1 << 16))
    let bytes = buffer.rope.bytes(in: base..<min(buffer.count, offset + (1 << 16)))
    var open: [(name: ArraySlice<UInt8>, range: Range<Int>)] = []
    var position = 0
    while let start = bytes[position...].firstIndex(of: 0x3C), let end = bytes[start...].firstIndex(of: 0x3E) {
      let isClosing = start + 1 < end && bytes[start + 1] == 0x2F
      let name = bytes[(start + (isClosing ? 2 : 1))..<end].prefix { $0 > 0x20 && $0 != 0x2F && $0 != 0x3E }
      position = end + 1
      if !isClosing {
        if bytes[end - 1] != 0x2F { open.append((name, start..<end + 1)) }
        continue
      }
      while let last = open.popLast() {
        guard last.name == name else { continue }
        if base + last.range.lowerBound <= offset, offset < base + end + 1 {
          return isAround
            ? base + last.range.lowerBound..<base + end + 1 : base + last.range.upperBound..<base + start
        }
        break
      }
    }
    return nil
  }

  private mutating func paragraph(at offset: Int, _ isAround: Bool) -> Range<Int>? {
    var start = lineStart(offset)
    func isBlank(_ line: Int) -> Bool { lineStart(line) == lineEnd(line) }
    let kind = isBlank(start)
    while start > 0, isBlank(lineStart(start - 1)) == kind { start = lineStart(start - 1) }
    var end = lineStart(offset)
    while isBlank(end) == kind {
      if isLastLine(end) { return start..<buffer.count }
      end = nextLine(end)
    }
    if isAround {
      while isBlank(end) != kind {
        if isLastLine(end) { return start..<buffer.count }
        end = nextLine(end)
      }
    }
    return start..<end
  }
}

extension UInt8 {
  fileprivate init(ascii scalar: Unicode.Scalar) { self = UInt8(truncatingIfNeeded: scalar.value) }
}
