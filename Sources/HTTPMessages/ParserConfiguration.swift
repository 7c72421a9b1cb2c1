/// What the parser forgives and how much it takes.
///
/// The parser's own memory does not depend on the limits: lenient reading reports a limit once and goes on.
package struct ParserConfiguration: Sendable, Hashable {
  /// True to stop at the first error or limit: the rest of the stream is leftover.
  package var isStrict: Bool
  /// Bytes of a start line or field line, line end included.
  package var lineLength: Int
  /// Bytes of a head, from the start line's first byte to the end of its blank line.
  package var headLength: Int
  /// Fields of a head and its trailers together.
  package var fieldCount: Int
  /// Bytes of a chunk line, line end included.
  package var chunkLineLength: Int
  /// Bytes of chunk extensions in one message.
  package var chunkExtensionTotal: Int
  /// Bytes of a trailer section.
  package var trailerLength: Int

  package init(
    isStrict: Bool = false, lineLength: Int = 65_536, headLength: Int = 262_144, fieldCount: Int = 1_000,
    chunkLineLength: Int = 4_096, chunkExtensionTotal: Int = 16_384, trailerLength: Int = 65_536
  ) {
    self.isStrict = isStrict
    self.lineLength = lineLength
    self.headLength = headLength
    self.fieldCount = fieldCount
    self.chunkLineLength = chunkLineLength
    self.chunkExtensionTotal = chunkExtensionTotal
    self.trailerLength = trailerLength
  }

  /// Reports everything and reads on as far as sense can be made.
  package static let lenient = ParserConfiguration()

  /// Stops at the first error, with limits as servers have them.
  package static let strict = ParserConfiguration(
    isStrict: true, lineLength: 8_192, headLength: 65_536, fieldCount: 256, chunkLineLength: 1_024,
    chunkExtensionTotal: 16_384, trailerLength: 16_384)
}
