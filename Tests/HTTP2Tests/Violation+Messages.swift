import HTTP2

extension Violation {
  private static func head(
    _ code: HTTP2Diagnostic.Code, _ block: [UInt8], endStream: Bool = true
  ) -> Violation {
    Violation(code: code, role: .server) { $0.headers(block, stream: 1, endStream: endStream) }
  }

  private static func answer(_ code: HTTP2Diagnostic.Code, _ block: [UInt8], endStream: Bool = false) -> Violation {
    Violation(code: code) { $0.headers(block, stream: 1, endStream: endStream) }
  }

  /// What is wrong with fields and messages.
  static let messages: [Violation] = [
    head(.fieldNameEmpty, request(("", "x"))),
    head(.fieldNameUppercase, request(("Accept", "x"))),
    head(.fieldNameInvalid, request(("a b", "x"))),
    head(.fieldNameInvalid, request(("a:b", "x"))),
    head(.fieldNameNotToken, request(("a(b)", "x"))),
    head(.fieldValueForbiddenByte, request(("a", "x\r\nb: y"))),
    head(.fieldValueForbiddenByte, request(("a", "x\0"))),
    head(.fieldValueWhitespace, request(("a", " x"))),
    head(.fieldConnectionSpecific, request(("connection", "close"))),
    head(.fieldConnectionSpecific, request(("transfer-encoding", "chunked"))),
    head(.fieldTEInvalid, request(("te", "gzip"))),
    head(.pseudoFieldMisplaced, fields((":method", "GET"), ("a", "b"), (":scheme", "https"), (":path", "/"))),
    head(.pseudoFieldUnknown, request((":status", "200"))),
    head(.pseudoFieldUnknown, request((":color", "red"))),
    head(.pseudoFieldRepeated, request((":path", "/other"))),
    head(.pseudoFieldMissing, fields((":method", "GET"), (":scheme", "https"), (":authority", "a"))),
    head(.pseudoFieldMissing, fields((":method", "CONNECT"))),
    head(.pathInvalid, fields((":method", "GET"), (":scheme", "https"), (":authority", "a"), (":path", ""))),
    head(.pathInvalid, fields((":method", "GET"), (":scheme", "https"), (":authority", "a"), (":path", "*"))),
    head(.connectFieldsInvalid, request(method: "CONNECT")),
    head(.protocolNotAllowed, request((":protocol", "websocket"), method: "CONNECT")),
    head(
      .authorityUserInformation,
      fields(
        (":method", "GET"), (":scheme", "https"), (":authority", "me@a"), (":path", "/"))),
    head(.authorityHostDiffering, request(("host", "b"))),
    head(.authorityMissing, fields((":method", "GET"), (":scheme", "https"), (":path", "/"))),
    head(.contentLengthInvalid, request(("content-length", "+3"))),
    head(.contentLengthInvalid, request(("content-length", "3"), ("content-length", "4"))),
    head(.contentLengthDiffering, request(("content-length", "3"))),
    answer(.pseudoFieldStatusMissing, fields(("server", "x"))),
    answer(.statusInvalid, fields((":status", "20"))),
    answer(.statusInvalid, fields((":status", "abc"))),
    answer(.statusSwitchingProtocols, fields((":status", "101"))),
    answer(.interimEndsStream, fields((":status", "103")), endStream: true),
    answer(.pseudoFieldUnknown, response((":path", "/"))),
    Violation(code: .pseudoFieldMisplaced) {
      $0.headers(response(), stream: 1)
      $0.headers(fields((":status", "200")), stream: 1, endStream: true)
    },
    Violation(code: .trailersWithoutEnd) {
      $0.headers(response(), stream: 1)
      $0.headers(fields(("a", "b")), stream: 1)
    },
    Violation(code: .contentLengthDiffering) {
      $0.headers(response(("content-length", "3")), stream: 1)
      $0.data("four", stream: 1, endStream: true)
    },
    Violation(code: .contentLengthDiffering) {
      $0.headers(response(("content-length", "3")), stream: 1)
      $0.data("", stream: 1, endStream: true)
    },
    Violation(code: .contentNotAllowed, requests: ["HEAD"]) {
      $0.headers(response(("content-length", "1")), stream: 1)
      $0.data("x", stream: 1, endStream: true)
    },
    Violation(code: .contentNotAllowed) {
      $0.headers(fields((":status", "204")), stream: 1)
      $0.data("x", stream: 1, endStream: true)
    },
    Violation(code: .contentBeforeHead) { $0.data("x", stream: 1, endStream: true) },
    Violation(code: .contentBeforeHead) {
      $0.headers(fields((":status", "100")), stream: 1)
      $0.data("x", stream: 1)
    },
  ]
}
