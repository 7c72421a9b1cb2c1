/// What the parser knows of the chunk under way and of the chunks before it.
struct ChunkState: Sendable {
  var size = 0
  /// The size has digits beyond what an integer holds.
  var overflows = false
  /// First byte after the first semicolon of the chunk line; negative where there is none.
  var extensionStart = -1
  /// End of the extension without white space after it.
  var extensionEnd = 0
  var extensionTotal = 0
  /// White space of the chunk line that nothing was said of yet; negative where there is none.
  var whitespaceStart = -1
  var whitespaceEnd = -1
  var grammar = ChunkExtensionReader()
  /// Offset of the last CR.
  var carriageReturn = 0

  mutating func noteWhitespace(at offset: Int) {
    if whitespaceStart < 0 { whitespaceStart = offset }
    whitespaceEnd = offset + 1
  }
}
