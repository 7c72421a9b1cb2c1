/// The heads of parts.
extension MultipartRows {
  /// Where in the line of a field the next byte stands.
  enum FieldState: UInt8, Sendable {
    case lineStart, name, value
    /// Behind a line that was no field.
    case wrong
  }

  /// Takes a byte of a head, which begins with its boundary's line, until its end is found.
  mutating func lookThroughHead(_ byte: UInt8) {
    lines.append(byte)
    position += 1
    if byte == 0x0A {
      if lineStart > 0, presentLine.isEmpty || boundary(presentLine) != nil { return endHead() }
      lineStart = lines.count
    } else if lines.count >= Self.headLimit {
      endHead()
    }
  }

  private var presentLine: ArraySlice<UInt8> {
    var line = lines[lineStart...]
    if line.last == 0x0A { line.removeLast() }
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  /// The boundary that a line is.
  private func boundary(_ line: ArraySlice<UInt8>) -> (level: Int, isLast: Bool)? {
    var match = DelimiterMatch()
    match.begin(at: 0, isLineStart: true)
    for byte in line {
      switch match.take(byte, levels) {
      case .goesOn: continue
      case .fails: return nil
      case .delimiter(let delimiter): return delimiter
      }
    }
    return match.atEnd(levels)
  }

  /// Knows the part by the head that was looked through, and goes back to its boundary.
  mutating func endHead() {
    // A boundary ends a head too: there is no content then.
    let hasContent = lineStart == 0 || boundary(presentLine) == nil
    let count = hasContent ? lines.count : lineStart
    let first = (lines.firstIndex(of: 0x0A) ?? lines.count - 1) + 1
    head = PartHead(lines[min(first, count)..<count], kind: levels.last?.multipart.kind ?? .other)
    if lines.count >= Self.headLimit { head.problem = .longHead }
    if head.multipart != nil, levels.count == Self.levelLimit {
      head.multipart = nil
      head.problem = .tooDeep
    }
    head.end = boundaryStart + count
    lines = []
    position = boundaryStart
    rowStart = position
    mode = .heading
  }

  /// Takes a piece of a field's line.
  mutating func takeField<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, into sink: inout Sink
  ) -> Bool {
    let byte = bytes[index]
    indentRow()
    if !limitRow(before: byte, into: &sink) { return false }
    let end = min(bytes.count, index + min(head.end - position, max(1, rowLimit - (position - rowStart))))
    if byte == 0x0D {
      position += 1
      return true
    }
    if byte == 0x0A {
      position += 1
      field = field == .name ? .wrong : .lineStart
      isRowEmpty = false
      return breakRow(isContinued: false, into: &sink)
    }
    if field == .lineStart {
      fieldStart = position
      field = CodeByte.isBlank(byte) ? .value : .name
    }
    let start = index
    if field == .name {
      if byte == UInt8(ascii: ":") {
        index += 1
        field = .value
        put(bytes, start..<index, .punctuation, into: &sink)
      } else {
        while index < end, bytes[index] != UInt8(ascii: ":"), !CodeByte.isLineEnd(bytes[index]) { index += 1 }
        put(bytes, start..<index, .fieldName, into: &sink)
      }
    } else {
      while index < end, !CodeByte.isLineEnd(bytes[index]) { index += 1 }
      put(bytes, start..<index, .fieldValue, into: &sink)
    }
    position += index - start
    return true
  }
}
