import Glibc

/// Text between tags.
extension MarkupRows {
  mutating func takeText<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, _ end: Int, into sink: inout Sink
  ) -> Bool {
    let byte = bytes[index]
    if byte == UInt8(ascii: "<") {
      guard tag.isDecided, tag.start == position else {
        tag = Tag(start: position)
        mode = .peek
        index += 1
        return true
      }
      return beginTag(bytes, &index, into: &sink)
    }
    let keepsBlanks = keptLevel >= 0 || rawName != 0
    if byte == 0x0A || byte == 0x0D {
      // The LF of a CR LF is no line of its own.
      index += 1
      if byte == 0x0D { return true }
      position += 1
      if isRowEmpty {
        guard keepsBlanks, !fold.isActive else { return true }
        isRowEmpty = false
      }
      isAfterStart = false
      return breakRow(isContinued: false, into: &sink)
    }
    if !keepsBlanks, byte == 0x20 || byte == 0x09 {
      hasBlank = true
      index += 1
      return true
    }
    if !isAfterStart, isAfterTag, !isRowEmpty {
      // The text behind a child has a row of its own.
      isAfterTag = false
      if !breakRow(isContinued: false, into: &sink) { return false }
    }
    if hasBlank, !isRowEmpty, !isAfterStart {
      blank(into: &sink)
    }
    hasBlank = false
    isAfterStart = false
    isAfterTag = false
    if byte == UInt8(ascii: "&"), rawName == 0 {
      put(bytes, index..<index + 1, .literal, into: &sink)
      index += 1
      mode = .entity
      return true
    }
    let start = index
    index += 1
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == 0x0A || byte == 0x0D { break }
      if byte <= 0x20, !keepsBlanks { break }
      index += 1
    }
    put(bytes, start..<index, .plain, into: &sink)
    return true
  }

  /// A character reference, to its semicolon; what is none is text.
  mutating func takeEntity<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, _ end: Int, into sink: inout Sink
  ) -> Bool {
    let start = index
    while index < end, Self.isEntityByte(bytes[index]) { index += 1 }
    if index < end {
      if bytes[index] == UInt8(ascii: ";") { index += 1 }
      mode = .text
    }
    put(bytes, start..<index, .literal, into: &sink)
    return true
  }

  private static func isEntityByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
  }
}
