/// Facts about the codes for fields that are for the connection, or for how a request is to be answered.
extension Diagnostic.Code {
  var connectionFacts: DiagnosticFacts? {
    switch self {
    case .connectionInvalid:
      DiagnosticFacts(
        "connection.invalid", .error, 9110, "7.6.1",
        "The value of Connection is not a list of options such as close or keep-alive.")
    case .connectionEndToEndField:
      DiagnosticFacts(
        "connection.end-to-end-field", .warning, 9110, "7.6.1",
        "Connection names a field that is for every recipient; intermediaries would remove that field.")
    case .connectionOptionMissing:
      DiagnosticFacts(
        "connection.option-missing", .warning, 9110, "7.6.1",
        "This field is for the next recipient only, but Connection does not name it: it is to be ignored, and "
          + "intermediaries would forward it.")
    case .upgradeInHTTP10:
      DiagnosticFacts(
        "upgrade.in-http-1.0", .warning, 9110, "7.8",
        "Upgrade stands in an HTTP/1.0 request; a server must ignore it.")
    case .upgradeMissing:
      DiagnosticFacts(
        "upgrade.missing", .warning, 9110, "15.2.2",
        "The 101 response does not say in Upgrade which protocol follows.")
    case .teInvalid:
      DiagnosticFacts(
        "te.invalid", .warning, 9110, "10.1.4",
        "The value of TE is not a list of transfer codings with weights, or trailers.")
    case .teChunked:
      DiagnosticFacts(
        "te.chunked", .warning, 9112, "7.4",
        "TE names chunked, which every recipient of HTTP/1.1 takes; a client must not name it.")
    case .expectUnknown:
      DiagnosticFacts(
        "expect.unknown", .warning, 9110, "10.1.1",
        "Expect asks for something other than 100-continue; a server may answer with 417.")
    case .expectWithoutContent:
      DiagnosticFacts(
        "expect.without-content", .warning, 9110, "10.1.1",
        "The request waits for 100 Continue before it sends its content, but it announces no content.")
    case .expectInHTTP10:
      DiagnosticFacts(
        "expect.in-http-1.0", .warning, 9110, "10.1.1",
        "An HTTP/1.0 request waits for 100 Continue; a server must ignore that.")
    default: nil
    }
  }
}
