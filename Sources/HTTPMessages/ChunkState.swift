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
  /// The next white space begins a run.
  var reportsWhitespace = true
  var grammar = ChunkExtensionReader()
  /// Offset of the last CR.
  var carriageReturn = 0
}
