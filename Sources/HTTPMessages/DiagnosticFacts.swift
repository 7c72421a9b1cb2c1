/// What is known about a code before any byte is read.
struct DiagnosticFacts {
  let identifier: String
  let severity: Diagnostic.Severity
  let rfc: Int
  let section: String
  let message: String

  init(_ identifier: String, _ severity: Diagnostic.Severity, _ rfc: Int, _ section: String, _ message: String) {
    self.identifier = identifier
    self.severity = severity
    self.rfc = rfc
    self.section = section
    self.message = message
  }
}

extension Diagnostic.Code {
  /// Identifier, severity, rule and sentence of each code.
  var facts: DiagnosticFacts {
    switch self {
    case .none:
      DiagnosticFacts(
        "none", .note, 9112, "1",
        "Nothing was found.")
    case .notHTTP:
      DiagnosticFacts(
        "message.not-http", .error, 9112, "2.1",
        "This does not look like HTTP: a message begins with a start line such as GET / HTTP/1.1 or HTTP/1.1 "
          + "200 OK.")
    case .emptyLinesBeforeStartLine:
      DiagnosticFacts(
        "message.empty-lines", .note, 9112, "2.2",
        "Empty lines stand before the start line; a server should ignore them, others may not.")
    case .bareLineFeed:
      DiagnosticFacts(
        "line.bare-lf", .error, 9112, "2.2",
        "The line ends in LF alone; a sender must write CR LF, and readers differ on what LF alone means.")
    case .bareCarriageReturn:
      DiagnosticFacts(
        "line.bare-cr", .error, 9112, "2.2",
        "A CR without its LF stands inside the message; the part that holds it is invalid.")
    case .whitespaceAfterStartLine:
      DiagnosticFacts(
        "head.whitespace-after-start-line", .error, 9112, "2.2",
        "White space stands between the start line and the first field; readers refuse or skip such a line.")
    case .headIncomplete:
      DiagnosticFacts(
        "head.incomplete", .error, 9112, "8",
        "The stream ended before the blank line that ends the head.")
    case .methodInvalid:
      DiagnosticFacts(
        "request-line.method-invalid", .error, 9112, "3.1",
        "The method is not a token: letters, digits and !#$%&'*+-.^_`|~ only.")
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
        "version.unsupported", .error, 9112, "2.3",
        "The message claims a version other than HTTP/1.x, which has another form on the wire.")
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
    case .fieldNameEmpty:
      DiagnosticFacts(
        "field.name-empty", .error, 9110, "5.1",
        "The field has no name before its colon.")
    case .fieldNameInvalid:
      DiagnosticFacts(
        "field.name-invalid", .error, 9110, "5.1",
        "The field name is not a token: letters, digits and !#$%&'*+-.^_`|~ only.")
    case .fieldSpaceBeforeColon:
      DiagnosticFacts(
        "field.space-before-colon", .error, 9112, "5.1",
        "White space stands between the field name and its colon; a server must refuse such a request.")
    case .fieldColonMissing:
      DiagnosticFacts(
        "field.colon-missing", .error, 9112, "5",
        "The field line has no colon.")
    case .fieldFolded:
      DiagnosticFacts(
        "field.folded", .error, 9112, "5.2",
        "The field goes on in the next line (obsolete line folding); a sender must not fold lines.")
    case .fieldValueNUL:
      DiagnosticFacts(
        "field.nul", .error, 9110, "5.5",
        "A NUL byte stands in the field value; such a value is invalid and dangerous.")
    case .fieldValueControlByte:
      DiagnosticFacts(
        "field.control-byte", .error, 9110, "5.5",
        "A control byte stands in the field value; such a value is invalid.")
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
        "content-length.not-allowed", .error, 9110, "8.6",
        "Content-Length must not be sent with a 1xx or 204 response or a 2xx response to CONNECT.")
    case .transferEncodingInvalid:
      DiagnosticFacts(
        "transfer-encoding.invalid", .error, 9112, "6.1",
        "The value of Transfer-Encoding is not a list of codings such as gzip, chunked.")
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
        "transfer-encoding.not-allowed", .error, 9112, "6.1",
        "Transfer-Encoding must not be sent with a 1xx or 204 response or a 2xx response to CONNECT.")
    case .chunkSizeInvalid:
      DiagnosticFacts(
        "chunk.size-invalid", .error, 9112, "7.1",
        "A chunk begins with its size in hexadecimal digits; what follows cannot be read as chunks.")
    case .chunkSizeOverflow:
      DiagnosticFacts(
        "chunk.size-overflow", .error, 9112, "7.1",
        "The chunk size is too large to count; what follows cannot be read as chunks.")
    case .chunkSizeWhitespace:
      DiagnosticFacts(
        "chunk.whitespace", .error, 9112, "7.1",
        "White space stands on the chunk line where none may be; readers differ on it.")
    case .chunkBareLineFeed:
      DiagnosticFacts(
        "chunk.bare-lf", .error, 9112, "7.1",
        "A line of the chunked framing ends in LF alone; only CR LF is allowed here, and readers differ on "
          + "it.")
    case .chunkDataUnterminated:
      DiagnosticFacts(
        "chunk.data-unterminated", .error, 9112, "7.1",
        "No CR LF follows the bytes of the chunk: its size is wrong, and what follows cannot be read as "
          + "chunks.")
    case .chunkExtensionInvalid:
      DiagnosticFacts(
        "chunk.extension-invalid", .error, 9112, "7.1.1",
        "The chunk extension is not a name, or a name, an equals sign and a token or quoted string.")
    case .chunkExtensionWhitespace:
      DiagnosticFacts(
        "chunk.extension-whitespace", .warning, 9112, "7.1.1",
        "White space stands in the chunk extension; a sender must not write it, readers must skip it.")
    case .chunkExtensionLimit:
      DiagnosticFacts(
        "limit.chunk-extensions", .warning, 9112, "7.1.1",
        "The chunk extensions of this message together are longer than the limit.")
    case .trailerForbidden:
      DiagnosticFacts(
        "trailer.forbidden", .error, 9110, "6.5.1",
        "This field must not stand in a trailer section: it is for framing, routing, authentication or "
          + "reading the content.")
    case .contentNotAllowed:
      DiagnosticFacts(
        "content.not-allowed", .error, 9112, "6.3",
        "Bytes follow a response that has no content by rule (to HEAD, or 1xx, 204, 304).")
    case .contentIncomplete:
      DiagnosticFacts(
        "content.incomplete", .error, 9112, "8",
        "The stream ended before all bytes of Content-Length had come.")
    case .chunkedContentIncomplete:
      DiagnosticFacts(
        "content.chunked-incomplete", .error, 9112, "8",
        "The stream ended before the last chunk and the blank line after it.")
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
    case .startLineTooLong:
      DiagnosticFacts(
        "limit.start-line", .warning, 9112, "3",
        "The start line is longer than the limit; many readers take 8,000 bytes.")
    case .fieldLineTooLong:
      DiagnosticFacts(
        "limit.field-line", .warning, 9110, "5.4",
        "The field line is longer than the limit; many readers refuse such a one.")
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
    case .draftEmpty:
      DiagnosticFacts(
        "draft.empty", .error, 9112, "2.1",
        "There is nothing to send yet: a request begins with a line such as GET / HTTP/1.1.")
    case .draftBlankLineMissing:
      DiagnosticFacts(
        "draft.blank-line-missing", .error, 9112, "2.1",
        "No blank line: the server will keep waiting for the rest of the head. End it with an empty line (CR "
          + "LF CR LF).")
    case .draftContentShort:
      DiagnosticFacts(
        "draft.content-short", .error, 9112, "6.3",
        "Fewer bytes follow the head than Content-Length announces: the server will keep waiting for the "
          + "rest.")
    case .draftContentLong:
      DiagnosticFacts(
        "draft.content-long", .error, 9112, "6.3",
        "More bytes follow the head than Content-Length announces: the server will take the rest for another "
          + "request.")
    case .draftContentUnannounced:
      DiagnosticFacts(
        "draft.content-unannounced", .error, 9112, "6.3",
        "Bytes follow the head but neither Content-Length nor Transfer-Encoding announces them: the server "
          + "will take them for another request.")
    case .draftChunksUnfinished:
      DiagnosticFacts(
        "draft.chunks-unfinished", .error, 9112, "7.1",
        "The last chunk (0) and the blank line after it are missing: the server will keep waiting.")
    case .draftSecondRequest:
      DiagnosticFacts(
        "draft.second-request", .note, 9112, "9.3.2",
        "Another request follows: both go out at once (pipelining), and two responses should come back.")
    }
  }
}
