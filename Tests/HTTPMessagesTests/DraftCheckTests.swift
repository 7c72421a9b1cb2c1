import HTTPMessages
import Testing

@Suite struct DraftCheckTests {
  static let cases: [(String, [Diagnostic.Code], [Range<Int>])] = [
    ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", [], []),
    ("", [.draftEmpty], [0..<0]),
    ("\r\n", [.draftEmpty], [0..<2]),
    ("GET / HTTP/1.1\r\nHost: a\r\n", [.draftBlankLineMissing], [25..<25]),
    ("GET", [.draftBlankLineMissing], [3..<3]),
    ("GET / HTTP/1.1\r\n\r\n", [.hostMissing], [18..<18]),
    (
      "GET / HTTP/1.1\nHost : a\r\n\r\n", [.bareLineFeed, .fieldSpaceBeforeColon], [14..<15, 19..<20]
    ),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc", [.draftContentShort], [47..<50]),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nabc", [.draftContentLong], [48..<50]),
    ("POST / HTTP/1.1\r\nHost: a\r\n\r\n{\"a\": 1}", [.draftContentUnannounced], [28..<36]),
    ("POST / HTTP/1.1\r\nHost: a\r\n\r\nhello world", [.draftContentUnannounced], [28..<39]),
    ("POST / HTTP/1.1\r\nHost: a\r\n\r\nname=x\r\n", [.draftContentUnannounced], [28..<36]),
    (
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", [.draftChunksUnfinished],
      [64..<64]
    ),
    (
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{", [.bytesAfterMessage], [61..<62]
    ),
    (
      "GET / HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\n\r\n", [.draftSecondRequest, .hostMissing],
      [27..<46, 46..<46]
    ),
    ("POST / HTTP/1.1\r\nHost: a\r\n\r\n", [.contentLengthMissing], [28..<28]),
    ("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n", [.draftSecondRequest], [27..<55]),
  ]

  @Test("each draft is told what the server will make of it", arguments: cases)
  func check(draft: String, codes: [Diagnostic.Code], ranges: [Range<Int>]) {
    let diagnostics = DraftCheck.diagnostics(of: Array(draft.utf8))
    #expect(diagnostics.map(\.code) == codes)
    #expect(diagnostics.map(\.range) == ranges)
  }

  @Test("the summary counts bytes and names the worst finding first")
  func summary() {
    #expect(DraftCheck.summary(of: [], byteCount: 61) == "61 bytes, well formed")
    #expect(DraftCheck.summary(of: [], byteCount: 1) == "1 byte, well formed")
    #expect(
      DraftCheck.summary(of: [Diagnostic(code: .methodMiscased, range: 0..<3)], byteCount: 9) == "9 bytes, well formed")
    #expect(
      DraftCheck.summary(of: [Diagnostic(code: .hostEmpty, range: 0..<0)], byteCount: 2)
        == "2 bytes: \(Diagnostic.Code.hostEmpty.message) [RFC 9112 §3.3]")
    let findings = [
      Diagnostic(code: .contentLengthRepeated, range: 0..<1), Diagnostic(code: .hostMissing, range: 0..<0),
    ]
    #expect(
      DraftCheck.summary(of: findings, byteCount: 9)
        == "9 bytes: The request has no Host field; an HTTP/1.1 server must answer it with 400. [RFC 9112 §3.2] (and 1 more)"
    )
  }
}
