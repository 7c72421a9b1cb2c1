import Glibc

/// Boundaries: how they are found, and their rows.
extension MultipartRows {
  /// Takes bytes of content up to what may be a boundary.
  mutating func takeContent<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: Int, into sink: inout Sink
  ) -> Bool {
    if position < knownEnd {
      let end = min(bytes.count, index + knownEnd - position)
      return show(UnsafeRawBufferPointer(rebasing: bytes[index..<end]), into: &sink)
    }
    if match.isActive {
      switch match.take(bytes[index], levels) {
      case .goesOn: position += 1
      case .delimiter(let delimiter): find(delimiter)
      case .fails:
        knownEnd = position
        position = match.start
        match.end()
      }
      return true
    }
    let next = levels.isEmpty ? bytes.count : Self.lineEnd(in: bytes, from: index)
    if next > index {
      knownEnd = position + next - index
    } else {
      match.begin(at: position, isLineStart: false)
    }
    return true
  }

  /// Ends the content before a boundary that was found.
  mutating func find(_ delimiter: (level: Int, isLast: Bool)) {
    found = delimiter
    position = match.start
    match.end()
    mode = .ending
  }

  /// The next line end that a boundary may follow, as far as that can be seen.
  private static func lineEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return bytes.count }
    var index = start
    while index < bytes.count, let found = memchr(base + index, 0x0A, bytes.count - index) {
      let place = UnsafeRawPointer(found) - base
      if place + 1 == bytes.count || bytes[place + 1] == UInt8(ascii: "-") {
        return place > start && bytes[place - 1] == 0x0D ? place - 1 : place
      }
      index = place + 1
    }
    return start < bytes.count && bytes[bytes.count - 1] == 0x0D ? bytes.count - 1 : bytes.count
  }

  /// Passes over the line end that belongs to a boundary.
  mutating func takeLineEnd<Sink: RowSink<Self>>(_ byte: UInt8, into sink: inout Sink) -> Bool {
    if byte == 0x0A, !isBehindReturn, !hasToldLineEnd {
      hasToldLineEnd = true
      if !tell(.bareLineFeed, at: position, into: &sink) { return false }
    }
    isBehindReturn = byte == 0x0D
    guard !CodeByte.isLineEnd(byte) else {
      position += 1
      return true
    }
    isOdd = false
    boundaryStart = position
    rowStart = position
    if found.isLast {
      mode = .closing
    } else {
      mode = .head
      levels[levels.count - 1].start = position
      levels[levels.count - 1].parts += 1
      lines = []
      lineStart = 0
    }
    return true
  }

  /// Closes the levels within the one whose boundary was found.
  mutating func closeLevels<Sink: RowSink<Self>>(into sink: inout Sink) -> Bool {
    if found.level < 0 {
      if let outermost = levels.first {
        let problem: MultipartProblem = outermost.parts == 0 ? .noPart : .endMissing
        if !tell(problem, at: position, into: &sink) { return false }
      }
      mode = .over
    } else {
      if levels.count - 1 > found.level, !tell(.notClosed, at: position, into: &sink) { return false }
      levels.removeLast(levels.count - 1 - found.level)
      isBehindReturn = false
      mode = .lineEnd
    }
    return true
  }

  /// Takes the line of a boundary.
  mutating func takeBoundary<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, into sink: inout Sink
  ) -> Bool {
    indentRow()
    if !limitRow(before: bytes[index], into: &sink) { return false }
    if bytes[index] == 0x0A {
      if mode == .heading { return endHeading(into: &sink) }
      position += 1
      return endClosing(into: &sink)
    }
    let start = index
    var end = min(bytes.count, index + max(1, rowLimit - (position - rowStart)))
    if mode == .heading { end = min(end, index + head.end - position) }
    while index < end, !CodeByte.isLineEnd(bytes[index]) { index += 1 }
    if index == start {
      // A CR.
      position += 1
      return true
    }
    put(bytes, start..<index, .punctuation, into: &sink)
    // The line began with the boundary, whose bytes are no blanks behind it.
    note(behindBoundary: UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
    position += index - start
    return true
  }

  /// Notes whether something stands behind a boundary.
  private mutating func note(behindBoundary bytes: UnsafeRawBufferPointer) {
    guard let level = levels.last else { return }
    let length = level.multipart.boundary.count + (mode == .closing ? 4 : 2)
    let behind = bytes.dropFirst(max(0, boundaryStart + length - position))
    if !behind.allSatisfy(CodeByte.isBlank) { isOdd = true }
  }

  /// Ends the row of a boundary with words of the part that it begins, which may be folded.
  mutating func endHeading<Sink: RowSink<Self>>(into sink: inout Sink) -> Bool {
    guard let level = levels.last else { return true }
    if sink.wantsWords {
      let title = head.title.isEmpty ? "" : ": \(head.title)"
      sink.append(words: "  part \(level.parts)\(title)", role: .note)
    }
    if folds.folds(at: level.start, level: levels.count - 1) {
      isRowEmpty = false
      sink.append(blanks: 1)
      fold.begin(at: level.start, level: levels.count - 1, room: FoldProgress.noRoom)
      fold.members = head.fieldCount
      position = head.end
      isOdd = false
      beginContent()
      return true
    }
    // The line's end; there is none where the head ends on it.
    if position < head.end { position += 1 }
    field = .lineStart
    isOutside = false
    mode = .boundaryProblem
    return breakRow(isContinued: false, into: &sink)
  }

  /// Ends the row of a last boundary.
  mutating func endClosing<Sink: RowSink<Self>>(into sink: inout Sink) -> Bool {
    if let parts = levels.last?.parts, sink.wantsWords {
      sink.append(words: "  the end of \(parts) part\(parts == 1 ? "" : "s")", role: .note)
    }
    if !levels.isEmpty { levels.removeLast() }
    beginOutside()
    mode = .boundaryProblem
    return breakRow(isContinued: false, into: &sink)
  }
}
