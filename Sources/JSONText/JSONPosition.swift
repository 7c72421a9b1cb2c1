/// A place in JSON text, as editors count it.
package struct JSONPosition: Sendable, Hashable {
  /// Bytes before the place.
  package var offset: Int
  /// From 1; only LF ends a line.
  package var line: Int
  /// From 1, in Unicode scalars.
  package var column: Int

  package init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// Finds line and column of an offset by reading the bytes before it; an offset past the end means the end.
  package init(offset: Int, in bytes: UnsafeRawBufferPointer) {
    self.init(offset: min(max(offset, 0), bytes.count), line: 1, column: 1)
    let hasByteOrderMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    for index in (hasByteOrderMark ? min(3, self.offset) : 0)..<self.offset {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}
