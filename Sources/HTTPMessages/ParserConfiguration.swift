/// What the parser forgives and how much it takes.
///
/// The parser detects and reports every violation always; the configuration only decides at which of them reading
/// stops. Its own memory does not depend on the limits: where a limit is not refused it is reported once.
package struct ParserConfiguration: Sendable, Hashable {
  /// Where reading stops: the rest of the stream is leftover.
  ///
  /// Any other finding is forgiven, and read over as the documentation of its leniency says.
  package var refused: DiagnosticSet
  /// Bytes of a start line or field line, line end included.
  package var lineLength: Int
  /// Bytes of a field with the lines that it goes on in, at most 2³¹: what has more is no field but leftover.
  package var fieldLength: Int { didSet { fieldLength = min(fieldLength, ParseEvent.fieldBound) } }
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
  /// Interim responses before a final one.
  package var interimResponseCount: Int

  package init(
    refused: DiagnosticSet = [], lineLength: Int = 65_536, fieldLength: Int = ParseEvent.fieldBound,
    headLength: Int = 262_144, fieldCount: Int = 1_000, chunkLineLength: Int = 4_096,
    chunkExtensionTotal: Int = 16_384, trailerLength: Int = 65_536, interimResponseCount: Int = 100
  ) {
    self.refused = refused
    self.lineLength = lineLength
    self.fieldLength = min(fieldLength, ParseEvent.fieldBound)
    self.headLength = headLength
    self.fieldCount = fieldCount
    self.chunkLineLength = chunkLineLength
    self.chunkExtensionTotal = chunkExtensionTotal
    self.trailerLength = trailerLength
    self.interimResponseCount = interimResponseCount
  }

  /// Reports everything and reads on as far as sense can be made.
  package static let lenient = ParserConfiguration()

  /// Stops at the first error, as the RFCs want it of a careful recipient, with limits as servers have them.
  package static let strict = ParserConfiguration(
    refused: .errorsAndLimits, lineLength: 8_192, headLength: 65_536, fieldCount: 256, chunkLineLength: 1_024,
    chunkExtensionTotal: 16_384, trailerLength: 16_384, interimResponseCount: 16)

  /// The same without stopping at `codes`.
  package func forgiving(_ codes: Diagnostic.Code...) -> ParserConfiguration {
    var configuration = self
    for code in codes { configuration.refused.remove(code) }
    return configuration
  }

  /// The same, stopping at `codes` too.
  package func refusing(_ codes: Diagnostic.Code...) -> ParserConfiguration {
    var configuration = self
    for code in codes { configuration.refused.insert(code) }
    return configuration
  }
}

extension DiagnosticSet {
  /// Every error, and every limit that can be met.
  package static let errorsAndLimits = DiagnosticSet(
    Diagnostic.Code.allCases.lazy.filter { $0.severity == .error || $0.isLimit })
}
