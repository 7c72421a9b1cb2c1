import HTTPMessages

/// Facts about the codes for the beginning of a connection.
extension HTTP2Diagnostic.Code {
  var prefaceFacts: HTTP2DiagnosticFacts? {
    switch self {
    case .prefaceInvalid:
      HTTP2DiagnosticFacts(
        "preface.invalid", .error, 9113, "3.4", .connection(.protocolError),
        "This does not look like HTTP/2: a client begins with PRI * HTTP/2.0 and a blank line, SM and a blank line.")
    case .prefaceHTTP1:
      HTTP2DiagnosticFacts(
        "preface.http1", .error, 9113, "3.4", .connection(.http11Required),
        "This looks like HTTP/1 where HTTP/2 is expected: the other side does not speak HTTP/2 here.")
    case .prefaceTLS:
      HTTP2DiagnosticFacts(
        "preface.tls", .error, 9113, "3.3", .connection(.protocolError),
        "This looks like TLS where HTTP/2 without TLS is expected: one side speaks https and the other http.")
    case .prefaceSettingsMissing:
      HTTP2DiagnosticFacts(
        "preface.settings-missing", .error, 9113, "3.4", .connection(.protocolError),
        "The first frame of each side must be SETTINGS.")
    default: nil
    }
  }
}
