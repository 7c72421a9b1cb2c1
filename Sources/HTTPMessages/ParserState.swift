/// Where in a message the next byte stands.
enum ParserState: UInt8, Sendable {
  /// Before a message; empty lines are skipped.
  case start, startCR, startSpace
  case method, requestGap, requestWord, requestLineCR
  case statusVersion, statusGap, statusCode, reason, statusLineCR
  /// At the first byte of a field line, a fold or the blank line; in the head or in the trailers.
  case lineStart
  case name, nameSpace, nameCR, valueStart, value, valueCR, sectionEndCR
  /// Content that is not chunked, and tunnels.
  case content
  case chunkStart, chunkSize, chunkSizeSpace, chunkExtension, chunkLineCR
  case chunkData, chunkDataEnd, chunkDataCR
  case leftover

  var isInChunkLine: Bool {
    switch self {
    case .chunkStart, .chunkSize, .chunkSizeSpace, .chunkExtension, .chunkLineCR: true
    default: false
    }
  }
}
