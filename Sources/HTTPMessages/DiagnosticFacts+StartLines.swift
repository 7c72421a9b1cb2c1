/// Facts about the codes for start lines and what stands before them.
extension Diagnostic.Code {
  var startLineFacts: DiagnosticFacts? {
    switch self {
    case .notHTTP:
      DiagnosticFacts(
        "message.not-http", .error, 9112, "2.2",
        "This does not look like HTTP: a message begins with a start line such as GET / HTTP/1.1 or HTTP/1.1 "
          + "200 OK.")
    case .tlsRecord:
      DiagnosticFacts(
        "message.tls", .error, 9112, "9.7",
        "This looks like TLS where plain HTTP is expected: one side speaks https and the other http.")
    case .http2Preface:
      DiagnosticFacts(
        "message.http2-preface", .error, 9113, "3.4",
        "This is the beginning of HTTP/2, which is no HTTP/1 request: the client speaks HTTP/2 without asking "
          + "first.")
    case .emptyLinesBeforeStartLine:
      DiagnosticFacts(
        "message.empty-lines", .note, 9112, "2.2",
        "An empty line stands before the start line; a server should ignore one, others may not.")
    case .emptyLinesMany:
      DiagnosticFacts(
        "message.empty-lines-many", .warning, 9112, "2.2",
        "More empty lines stand before the start line than a reader has to skip: one before a request, none "
          + "before a response.")
    case .methodInvalid:
      DiagnosticFacts(
        "request-line.method-invalid", .error, 9112, "3.1",
        "The method is not a token: letters, digits and !#$%&'*+-.^_`|~ only.")
    case .methodMiscased:
      DiagnosticFacts(
        "request-line.method-case", .note, 9110, "9.1",
        "The method is a known one but for the case of its letters; methods are case-sensitive, so this is "
          + "another method.")
    case .requestLineWhitespace:
      DiagnosticFacts(
        "request-line.whitespace", .error, 9112, "3",
        "One space, and nothing else, stands between the parts of a request line and none after its version.")
    case .targetMissing:
      DiagnosticFacts(
        "request-line.target-missing", .error, 9112, "3.2",
        "The request line has no target.")
    case .targetWhitespace:
      DiagnosticFacts(
        "request-line.target-whitespace", .error, 9112, "3.2",
        "The request target has white space in it; it must be percent-encoded (%20).")
    case .targetInvalid:
      DiagnosticFacts(
        "request-line.target-invalid", .error, 9112, "3.2",
        "The request target is not valid: it begins with / or is a whole URL, host:port for CONNECT or * for "
          + "OPTIONS, and other bytes are percent-encoded.")
    case .versionMissing:
      DiagnosticFacts(
        "version.missing", .error, 9112, "3",
        "The request line has no version; HTTP/1.1 is expected at its end.")
    case .versionInvalid:
      DiagnosticFacts(
        "version.invalid", .error, 9112, "2.3",
        "The version is not HTTP/, a digit, a period and a digit, in capitals.")
    case .versionUnsupported:
      DiagnosticFacts(
        "version.unsupported", .error, 9110, "6.2",
        "The message claims a version other than HTTP/1.x, which has another form on the wire.")
    case .versionMinorHigher:
      DiagnosticFacts(
        "version.higher-minor", .note, 9110, "6.2",
        "The message claims a minor version that is not defined; it is to be read as HTTP/1.1.")
    case .statusLineWhitespace:
      DiagnosticFacts(
        "status-line.whitespace", .error, 9112, "4",
        "One space, and nothing else, stands between the parts of a status line.")
    case .statusCodeInvalid:
      DiagnosticFacts(
        "status-line.code-invalid", .error, 9112, "4",
        "The status code is not three digits.")
    case .statusCodeOutOfRange:
      DiagnosticFacts(
        "status-line.code-out-of-range", .warning, 9110, "15",
        "The status code is not between 100 and 599; a client should treat it as a server error.")
    case .reasonSeparatorMissing:
      DiagnosticFacts(
        "status-line.reason-separator-missing", .warning, 9112, "4",
        "The space after the status code is missing; a server must send it even without a reason.")
    case .reasonControlByte:
      DiagnosticFacts(
        "status-line.reason-control-byte", .error, 9112, "4",
        "A control byte stands in the reason.")
    default: nil
    }
  }
}
