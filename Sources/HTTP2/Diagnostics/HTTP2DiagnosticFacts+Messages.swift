import HTTPMessages

/// Facts about the codes for messages.
extension HTTP2Diagnostic.Code {
  var messagesFacts: HTTP2DiagnosticFacts? {
    switch self {
    case .contentLengthDiffering:
      HTTP2DiagnosticFacts(
        "content.length-differing", .error, 9113, "8.1.1", .stream(.protocolError),
        "The content is longer or shorter than Content-Length says.")
    case .contentNotAllowed:
      HTTP2DiagnosticFacts(
        "content.not-allowed", .error, 9110, "6.4.1", .stream(.protocolError),
        "A response to HEAD, or one with 204 or 304, has no content.")
    case .contentBeforeHead:
      HTTP2DiagnosticFacts(
        "content.before-head", .error, 9113, "8.1", .stream(.protocolError),
        "Content comes before the final head of its message.")
    case .interimEndsStream:
      HTTP2DiagnosticFacts(
        "message.interim-ends-stream", .error, 9113, "8.1", .stream(.protocolError),
        "A response with a status of 1xx ends the stream; the final response is missing.")
    case .trailersWithoutEnd:
      HTTP2DiagnosticFacts(
        "message.trailers-without-end", .error, 9113, "8.1", .stream(.protocolError),
        "A second head comes that does not end the stream: it is no trailer section.")
    default: nil
    }
  }
}
