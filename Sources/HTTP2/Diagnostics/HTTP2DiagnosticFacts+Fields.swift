import HTTPMessages

/// Facts about the codes for fields.
extension HTTP2Diagnostic.Code {
  var fieldsFacts: HTTP2DiagnosticFacts? {
    switch self {
    case .fieldNameEmpty:
      HTTP2DiagnosticFacts(
        "field.name-empty", .error, 9113, "8.2.1", .stream(.protocolError),
        "The field has an empty name.")
    case .fieldNameUppercase:
      HTTP2DiagnosticFacts(
        "field.name-uppercase", .error, 9113, "8.2.1", .stream(.protocolError),
        "The field's name has capitals; in HTTP/2 names are in small letters.")
    case .fieldNameInvalid:
      HTTP2DiagnosticFacts(
        "field.name-invalid", .error, 9113, "8.2.1", .stream(.protocolError),
        "The field's name has a byte that no name may have: a space, a control byte, a colon or one beyond ASCII.")
    case .fieldNameNotToken:
      HTTP2DiagnosticFacts(
        "field.name-not-token", .warning, 9110, "5.1", .none,
        "The field's name is not a token: letters, digits and !#$%&'*+-.^_`|~ only.")
    case .fieldValueForbiddenByte:
      HTTP2DiagnosticFacts(
        "field.value-forbidden-byte", .error, 9113, "8.2.1", .stream(.protocolError),
        "The field's value has NUL, LF or CR; over HTTP/1 it would become lines of its own.")
    case .fieldValueWhitespace:
      HTTP2DiagnosticFacts(
        "field.value-whitespace", .error, 9113, "8.2.1", .stream(.protocolError),
        "The field's value begins or ends with white space.")
    case .fieldConnectionSpecific:
      HTTP2DiagnosticFacts(
        "field.connection-specific", .error, 9113, "8.2.2", .stream(.protocolError),
        "Fields about the connection belong to HTTP/1: Connection, Keep-Alive, Proxy-Connection, "
          + "Transfer-Encoding, Upgrade.")
    case .fieldTEInvalid:
      HTTP2DiagnosticFacts(
        "field.te-invalid", .error, 9113, "8.2.2", .stream(.protocolError),
        "TE may only say trailers in HTTP/2.")
    case .pseudoFieldMisplaced:
      HTTP2DiagnosticFacts(
        "pseudo-field.misplaced", .error, 9113, "8.3", .stream(.protocolError),
        "A field whose name begins with a colon stands behind other fields, or in a trailer section.")
    case .pseudoFieldUnknown:
      HTTP2DiagnosticFacts(
        "pseudo-field.unknown", .error, 9113, "8.3", .stream(.protocolError),
        "A field's name begins with a colon, and it is none that this kind of message has.")
    case .pseudoFieldRepeated:
      HTTP2DiagnosticFacts(
        "pseudo-field.repeated", .error, 9113, "8.3", .stream(.protocolError),
        "A field whose name begins with a colon stands twice.")
    case .pseudoFieldMissing:
      HTTP2DiagnosticFacts(
        "pseudo-field.missing", .error, 9113, "8.3.1", .stream(.protocolError),
        "A request has :method, :scheme and :path; CONNECT has :method and :authority.")
    case .pseudoFieldStatusMissing:
      HTTP2DiagnosticFacts(
        "pseudo-field.status-missing", .error, 9113, "8.3.2", .stream(.protocolError),
        "A response has :status.")
    case .pathInvalid:
      HTTP2DiagnosticFacts(
        "field.path-invalid", .error, 9113, "8.3.1", .stream(.protocolError),
        ":path begins with a slash, or is * for OPTIONS; it is never empty for http and https.")
    case .connectFieldsInvalid:
      HTTP2DiagnosticFacts(
        "field.connect-invalid", .error, 9113, "8.5", .stream(.protocolError),
        "CONNECT has neither :scheme nor :path, but for one with :protocol.")
    case .protocolNotAllowed:
      HTTP2DiagnosticFacts(
        "field.protocol-not-allowed", .error, 8441, "4", .stream(.protocolError),
        ":protocol is for CONNECT, and only where the server has enabled it.")
    case .statusInvalid:
      HTTP2DiagnosticFacts(
        "field.status-invalid", .error, 9113, "8.3.2", .stream(.protocolError),
        ":status is a number of three digits.")
    case .statusSwitchingProtocols:
      HTTP2DiagnosticFacts(
        "field.status-101", .error, 9113, "8.6", .stream(.protocolError),
        "HTTP/2 has no 101 Switching Protocols.")
    case .authorityUserInformation:
      HTTP2DiagnosticFacts(
        "field.authority-user", .error, 9113, "8.3.1", .stream(.protocolError),
        ":authority has a user name in it.")
    case .authorityHostDiffering:
      HTTP2DiagnosticFacts(
        "field.authority-host-differing", .error, 9113, "8.3.1", .stream(.protocolError),
        "Host says something else than :authority.")
    case .authorityMissing:
      HTTP2DiagnosticFacts(
        "field.authority-missing", .warning, 9113, "8.3.1", .none,
        "The request has neither :authority nor Host.")
    case .contentLengthInvalid:
      HTTP2DiagnosticFacts(
        "field.content-length-invalid", .error, 9110, "8.6", .stream(.protocolError),
        "Content-Length is a decimal number, the same wherever it stands.")
    default: nil
    }
  }
}
