/// Facts about the codes for Host, Content-Length and Transfer-Encoding.
extension Diagnostic.Code {
  var framingFacts: DiagnosticFacts? {
    switch self {
    case .hostMissing:
      DiagnosticFacts(
        "host.missing", .error, 9112, "3.2",
        "The request has no Host field; an HTTP/1.1 server must answer it with 400.")
    case .hostRepeated:
      DiagnosticFacts(
        "host.repeated", .error, 9112, "3.2",
        "The request has more than one Host field; a server must answer it with 400.")
    case .hostInvalid:
      DiagnosticFacts(
        "host.invalid", .error, 9112, "3.2",
        "The value of Host is not a host with or without a port.")
    case .hostEmpty:
      DiagnosticFacts(
        "host.empty", .warning, 9112, "3.3",
        "Host names no host, so the server must know by itself whom the request is for; many servers refuse it.")
    case .hostDiffering:
      DiagnosticFacts(
        "host.differing", .warning, 9112, "3.2.2",
        "Host is not the host and port of the URL in the request line; Host is to be ignored, but readers "
          + "differ.")
    case .contentLengthInvalid:
      DiagnosticFacts(
        "content-length.invalid", .error, 9110, "8.6",
        "The value of Content-Length is not a decimal number, so the end of the content cannot be told from "
          + "it.")
    case .contentLengthOverflow:
      DiagnosticFacts(
        "content-length.overflow", .error, 9110, "8.6",
        "The number in Content-Length is too large to count.")
    case .contentLengthDiffering:
      DiagnosticFacts(
        "content-length.differing", .error, 9112, "6.3",
        "Content-Length is given with different numbers, so the end of the content cannot be told.")
    case .contentLengthRepeated:
      DiagnosticFacts(
        "content-length.repeated", .warning, 9110, "8.6",
        "Content-Length is given more than once with the same number; a recipient may refuse it.")
    case .contentLengthNotAllowed:
      DiagnosticFacts(
        "content-length.not-allowed", .warning, 9110, "8.6",
        "Content-Length must not be sent with a 1xx or 204 response or a 2xx response to CONNECT.")
    case .contentLengthMissing:
      DiagnosticFacts(
        "content-length.missing", .note, 9110, "8.6",
        "A request of this method usually has content, but announces none: neither Content-Length (which may be "
          + "0) nor Transfer-Encoding is there.")
    case .transferEncodingInvalid:
      DiagnosticFacts(
        "transfer-encoding.invalid", .error, 9112, "6.1",
        "The value of Transfer-Encoding is not a list of codings such as gzip, chunked.")
    case .transferEncodingEmpty:
      DiagnosticFacts(
        "transfer-encoding.empty", .error, 9112, "6.1",
        "Transfer-Encoding names no coding; readers differ on whether it counts.")
    case .transferEncodingEmptyElement:
      DiagnosticFacts(
        "transfer-encoding.empty-element", .warning, 9110, "5.6.1",
        "The list in Transfer-Encoding has an empty member; it is to be ignored, but readers differ.")
    case .transferEncodingParameters:
      DiagnosticFacts(
        "transfer-encoding.parameters", .error, 9112, "7.1",
        "A transfer coding that has no parameters is given some; that is to be treated as an error.")
    case .transferEncodingSeveralLines:
      DiagnosticFacts(
        "transfer-encoding.several-lines", .warning, 9110, "5.3",
        "Transfer-Encoding is given in several fields; they are one list, but some readers take only the first "
          + "or the last.")
    case .transferEncodingUnknown:
      DiagnosticFacts(
        "transfer-encoding.unknown-coding", .warning, 9112, "6.1",
        "Transfer-Encoding names a coding that HTTP/1.1 does not define; a server should answer with 501.")
    case .transferEncodingChunkedRepeated:
      DiagnosticFacts(
        "transfer-encoding.chunked-repeated", .error, 9112, "6.1",
        "Transfer-Encoding names chunked more than once.")
    case .transferEncodingChunkedNotLast:
      DiagnosticFacts(
        "transfer-encoding.chunked-not-last", .error, 9112, "6.3",
        "Chunked is not the last coding of Transfer-Encoding, so the end of the content cannot be told from "
          + "it.")
    case .transferEncodingUntilClose:
      DiagnosticFacts(
        "transfer-encoding.until-close", .note, 9112, "6.3",
        "The response has a transfer coding without chunked: its content goes on until the connection closes.")
    case .transferEncodingWithContentLength:
      DiagnosticFacts(
        "transfer-encoding.with-content-length", .error, 9112, "6.3",
        "The message has Transfer-Encoding and Content-Length; this may be an attempt at smuggling. Transfer-"
          + "Encoding counts.")
    case .transferEncodingInHTTP10:
      DiagnosticFacts(
        "transfer-encoding.in-http-1.0", .error, 9112, "6.1",
        "An HTTP/1.0 message has Transfer-Encoding; its framing is to be taken as faulty and the connection "
          + "closed after it.")
    case .transferEncodingNotAllowed:
      DiagnosticFacts(
        "transfer-encoding.not-allowed", .warning, 9112, "6.1",
        "Transfer-Encoding must not be sent with a 1xx or 204 response or a 2xx response to CONNECT.")
    default: nil
    }
  }
}
