/// Facts about the codes for messages as a whole and how they follow each other.
extension Diagnostic.Code {
  var messageFacts: DiagnosticFacts? {
    switch self {
    case .contentNotAllowed:
      DiagnosticFacts(
        "content.not-allowed", .error, 9112, "6.3",
        "Bytes follow a response that has no content by rule (to HEAD, or 1xx, 204, 304).")
    case .contentWithoutMeaning:
      DiagnosticFacts(
        "content.without-meaning", .note, 9110, "9.3.1",
        "A GET, HEAD or DELETE request has content, which has no defined meaning; some servers refuse it, as it "
          + "may be smuggling.")
    case .contentInConnect:
      DiagnosticFacts(
        "content.in-connect", .error, 9110, "9.3.6",
        "A CONNECT request has no content: readers differ on whether these bytes belong to the tunnel.")
    case .contentInTrace:
      DiagnosticFacts(
        "content.in-trace", .warning, 9110, "9.3.8",
        "A TRACE request must not have content.")
    case .contentInReset:
      DiagnosticFacts(
        "content.in-reset", .warning, 9110, "15.3.6",
        "A 205 response must not have content.")
    case .contentUntilClose:
      DiagnosticFacts(
        "content.until-close", .note, 9112, "6.3",
        "The response says nothing of its length: its content goes on until the connection closes, so a cut "
          + "cannot be told from its end.")
    case .contentIncomplete:
      DiagnosticFacts(
        "content.incomplete", .error, 9112, "8",
        "The stream ended before all bytes of Content-Length had come.")
    case .bytesAfterMessage:
      DiagnosticFacts(
        "message.bytes-after", .error, 9112, "6.3",
        "Bytes follow the complete message and do not begin another: the content may be longer than "
          + "announced.")
    case .messageAfterClose:
      DiagnosticFacts(
        "message.after-close", .error, 9112, "9.6",
        "The message before this one was the last on its connection: by its version, by Connection: close or "
          + "because its framing is faulty. This one must not be processed.")
    case .responseUnexpected:
      DiagnosticFacts(
        "response.unexpected", .error, 9112, "9.2",
        "A response came although no request waits for one; it must not be taken for an answer.")
    case .interimInHTTP10:
      DiagnosticFacts(
        "response.interim-in-http-1.0", .warning, 9110, "15.2",
        "HTTP/1.0 has no interim (1xx) responses.")
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
