/// Facts about the codes for the parts of a target.
extension Diagnostic.Code {
  var targetFacts: DiagnosticFacts? {
    switch self {
    case .targetFragment:
      DiagnosticFacts(
        "request-line.target-fragment", .error, 9110, "7.1",
        "The request target has a fragment (# and what follows), which is for the client alone and is not sent; "
          + "a number sign in a path or query is written %23.")
    case .targetPercent:
      DiagnosticFacts(
        "request-line.target-percent", .warning, 9112, "3.2",
        "A percent sign in the target is not followed by two hexadecimal digits, so it encodes nothing; readers "
          + "refuse it or take it for itself (which is written %25).")
    case .targetBracket:
      DiagnosticFacts(
        "request-line.target-bracket", .warning, 9112, "3.2.1",
        "A square bracket stands in the path or query, where it should be percent-encoded (%5B, %5D); many "
          + "readers take it, some refuse it.")
    case .targetUserInfo:
      DiagnosticFacts(
        "request-line.target-userinfo", .error, 9110, "4.2.4",
        "The URL has a user name before its host; such a URL must not be sent and is to be taken for an error, "
          + "for it may hide the host.")
    case .targetHostEmpty:
      DiagnosticFacts(
        "request-line.target-host-empty", .error, 9110, "4.2.1",
        "The http or https URL has no host; it must be refused.")
    case .targetAuthorityInvalid:
      DiagnosticFacts(
        "request-line.authority-invalid", .error, 9112, "3.2.2",
        "What stands between the slashes of the URL is not a host with or without a port.")
    case .connectPortInvalid:
      DiagnosticFacts(
        "request-line.connect-port", .error, 9110, "9.3.6",
        "The target of CONNECT has no port that is a number up to 65535; a server must refuse it.")
    default: nil
    }
  }
}
