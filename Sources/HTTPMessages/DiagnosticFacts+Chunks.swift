/// Facts about the codes for the chunked coding and its trailers.
extension Diagnostic.Code {
  var chunkFacts: DiagnosticFacts? {
    switch self {
    case .chunkSizeInvalid:
      DiagnosticFacts(
        "chunk.size-invalid", .error, 9112, "7.1",
        "A chunk begins with its size in hexadecimal digits; what follows cannot be read as chunks.")
    case .chunkSizeOverflow:
      DiagnosticFacts(
        "chunk.size-overflow", .error, 9112, "7.1",
        "The chunk size is too large to count; what follows cannot be read as chunks.")
    case .chunkSizeLeadingZeros:
      DiagnosticFacts(
        "chunk.size-leading-zeros", .warning, 9112, "7.1",
        "The chunk size has more leading zeros than any number needs; some readers refuse it.")
    case .chunkSizeWhitespace:
      DiagnosticFacts(
        "chunk.whitespace", .error, 9112, "7.1",
        "White space stands between the chunk size or extension and the line's end, or before the size, where none "
          + "may be; readers differ on it.")
    case .chunkBareLineFeed:
      DiagnosticFacts(
        "chunk.bare-lf", .error, 9112, "7.1",
        "A line of the chunked framing ends in LF alone; only CR LF is allowed here, and readers differ on "
          + "it.")
    case .chunkDataUnterminated:
      DiagnosticFacts(
        "chunk.data-unterminated", .error, 9112, "7.1",
        "No CR LF follows the bytes of the chunk: its size is wrong, and what follows cannot be read as "
          + "chunks.")
    case .chunkExtensionInvalid:
      DiagnosticFacts(
        "chunk.extension-invalid", .error, 9112, "7.1.1",
        "The chunk extension is not a name, or a name, an equals sign and a token or quoted string.")
    case .chunkExtensionWhitespace:
      DiagnosticFacts(
        "chunk.extension-whitespace", .warning, 9110, "5.6.3",
        "White space stands in the chunk extension; a sender must not write it, readers must skip it.")
    case .trailerForbidden:
      DiagnosticFacts(
        "trailer.forbidden", .error, 9110, "6.5.1",
        "This field must not stand in a trailer section: it is for framing, routing, authentication or "
          + "reading the content.")
    case .trailerUnannounced:
      DiagnosticFacts(
        "trailer.unannounced", .note, 9110, "6.6.2",
        "Trailers follow the content that no Trailer field announces; a sender should say beforehand what comes.")
    case .chunkedContentIncomplete:
      DiagnosticFacts(
        "content.chunked-incomplete", .error, 9112, "8",
        "The stream ended before the last chunk and the blank line after it.")
    default: nil
    }
  }
}
