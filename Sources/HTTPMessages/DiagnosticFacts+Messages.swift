/// Facts about the codes for messages as a whole and how they follow each other.
extension Diagnostic.Code {
  var messageFacts: DiagnosticFacts? {
    switch self {
    case .contentNotAllowed:
      DiagnosticFacts(
        "content.not-allowed", .error, 9112, "6.3",
        "Bytes follow a response that has no content by rule (to HEAD, or 1xx, 204, 304).")
    case .contentIncomplete:
      DiagnosticFacts(
        "content.incomplete", .error, 9112, "8",
        "The stream ended before all bytes of Content-Length had come.")
    case .bytesAfterMessage:
      DiagnosticFacts(
        "message.bytes-after", .error, 9112, "6.3",
        "Bytes follow the complete message and do not begin another: the content may be longer than "
          + "announced.")
    case .responseUnexpected:
      DiagnosticFacts(
        "response.unexpected", .error, 9112, "9.2",
        "A response came although no request waits for one; it must not be taken for an answer.")
    case .switchingProtocols:
      DiagnosticFacts(
        "response.switching-protocols", .note, 9110, "15.2.2",
        "From here on the connection speaks another protocol.")
    case .tunnelStarts:
      DiagnosticFacts(
        "response.tunnel", .note, 9110, "9.3.6",
        "From here on the connection is a tunnel to another server.")
    default: nil
    }
  }
}
