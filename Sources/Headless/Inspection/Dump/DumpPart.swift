import HTTPMessages

/// A part of the stream whose rows are not written yet, with as many of its bytes as are kept.
struct DumpPart: Equatable {
  var part: MessagePart
  /// Offset in the stream.
  var start: Int
  var count: Int
  /// Where the kept bytes are in the buffer of the section: those of the part's beginning, then those of its end.
  var bytesStart: Int
  var headCount: Int
  /// Zero where all bytes of the part are kept.
  var tailCount = 0

  var end: Int { start + count }

  /// Where in the buffer the bytes between two offsets in the part are; nil where they are not kept.
  func kept(_ range: Range<Int>) -> Range<Int>? {
    if range.upperBound <= headCount {
      return bytesStart + range.lowerBound..<bytesStart + range.upperBound
    }
    let tailStart = count - tailCount
    guard range.lowerBound >= tailStart else { return nil }
    let start = bytesStart + headCount - tailStart
    return start + range.lowerBound..<start + range.upperBound
  }
}
