import TextRopes

/// Places for a cursor: between characters, which are grapheme clusters where the bytes are UTF-8, and single bytes where
/// they are not.
extension TextBuffer {
  private var joinsLineEnds: Bool { mode == .multiLine }

  /// The end of the character that starts at an offset before the end.
  func boundary(after offset: Int) -> Int {
    var reader = reader
    return boundary(after: offset, in: &reader)
  }

  func boundary(after offset: Int, in reader: inout TextReader) -> Int {
    reader.boundary(after: offset, joinsLineEnds: joinsLineEnds)
  }

  /// The start of the character that ends at, or holds, the byte before an offset above 0.
  func previousBoundary(before offset: Int) -> Int {
    var reader = reader
    return previousBoundary(before: offset, in: &reader)
  }

  func previousBoundary(before offset: Int, in reader: inout TextReader) -> Int {
    let before = reader[offset - 1]
    // Nearly always it is plain to see, without asking where the line starts.
    if before < 0x80, offset == 1 || reader[offset - 2] < 0x80, offset == count || reader[offset] < 0x80 {
      let isPair = joinsLineEnds && before == Self.lineFeed && offset > 1 && reader[offset - 2] == Self.carriageReturn
      return isPair ? offset - 2 : offset - 1
    }
    return reader.boundary(before: offset, floor: start(ofLine: line(at: offset - 1)), joinsLineEnds: joinsLineEnds)
  }

  /// The nearest place for a cursor that is not after an offset.
  func boundary(atOrBefore offset: Int) -> Int {
    if offset <= 0 { return 0 }
    return offset >= count ? count : previousBoundary(before: offset + 1)
  }

  /// The nearest place for a cursor that is not before an offset.
  func boundary(atOrAfter offset: Int) -> Int {
    let before = boundary(atOrBefore: offset)
    return before < offset && before < count ? boundary(after: before) : before
  }
}
