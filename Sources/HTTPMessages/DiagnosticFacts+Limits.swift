/// Facts about the codes for limits of the configuration.
extension Diagnostic.Code {
  var limitFacts: DiagnosticFacts? {
    switch self {
    case .chunkExtensionLimit:
      DiagnosticFacts(
        "limit.chunk-extensions", .warning, 9112, "7.1.1",
        "The chunk extensions of this message together are longer than the limit.")
    case .startLineTooLong:
      DiagnosticFacts(
        "limit.start-line", .warning, 9112, "3",
        "The start line is longer than the limit; many readers take 8,000 bytes.")
    case .fieldLineTooLong:
      DiagnosticFacts(
        "limit.field-line", .warning, 9110, "5.4",
        "The field line is longer than the limit; many readers refuse such a one.")
    case .fieldTooLong:
      DiagnosticFacts(
        "limit.field", .error, 9110, "5.4",
        "The field, with the lines that it goes on in, is longer than can be told of.")
    case .headTooLong:
      DiagnosticFacts(
        "limit.head", .warning, 9110, "5.4",
        "The head is longer than the limit; many readers refuse such a one.")
    case .tooManyFields:
      DiagnosticFacts(
        "limit.field-count", .warning, 9110, "5.4",
        "The message has more fields than the limit.")
    case .chunkLineTooLong:
      DiagnosticFacts(
        "limit.chunk-line", .warning, 9112, "7.1.1",
        "The chunk line is longer than the limit.")
    case .trailerTooLong:
      DiagnosticFacts(
        "limit.trailer", .warning, 9110, "5.4",
        "The trailer section is longer than the limit.")
    case .tooManyInterimResponses:
      DiagnosticFacts(
        "limit.interim-responses", .warning, 9110, "15.2",
        "More interim (1xx) responses came than the limit.")
    default: nil
    }
  }
}
