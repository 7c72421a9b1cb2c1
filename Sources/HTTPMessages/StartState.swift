/// What stands before a start line.
struct StartState: Sendable {
  /// First byte of the empty lines; negative where there are none.
  var linesStart = -1
  /// Offset after the last byte of them.
  var linesEnd = -1
  /// How many line ends they have.
  var lineCount = 0
  /// The first CR without LF, and the first LF without CR; negative where there is none.
  var bareCarriageReturn = -1
  var bareLineFeed = -1
  /// The first run of white space; negative where there is none.
  var spaceStart = -1
  var spaceEnd = -1

  /// True where nothing is there.
  @inline(__always)
  var isEmpty: Bool { linesStart < 0 && spaceStart < 0 }
}
