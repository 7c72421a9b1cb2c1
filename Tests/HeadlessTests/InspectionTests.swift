import Foundation
import HTTPMessages
import Testing

@testable import Headless

@Suite("Inspecting bytes")
struct InspectionTests {
  /// The JSON of an inspection as Foundation reads it, so that only values count, and not their layout.
  static func json(
    of bytes: [UInt8], _ kind: MessageKind, methods: [String] = [], pieces: Int = .max
  ) throws -> (value: NSArray, isWellFormed: Bool) {
    var inspection = JSONInspection(InspectedInput(kind: kind, requestMethods: methods, form: .json))
    var text: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      rest.prefix(pieces).withUnsafeBytes { inspection.read($0) }
      rest = rest.dropFirst(pieces)
      text += inspection.take()
    }
    inspection.finish()
    text += inspection.take()
    let value = try JSONSerialization.jsonObject(with: Data(text)) as? NSArray
    return (try #require(value), inspection.isWellFormed)
  }

  static func expected(_ json: String) throws -> NSArray {
    try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? NSArray)
  }

  @Test("a chunked response tells every range, however it is cut", arguments: [1, 7, Int.max])
  func chunked(pieces: Int) throws {
    let bytes = Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nX-T: v\r\n\r\n".utf8)
    let found = try Self.json(of: bytes, .response, pieces: pieces)
    #expect(found.isWellFormed)
    #expect(
      found.value
        == (try Self.expected(
          """
          [{"kind": "response",
            "startLine": {"version": "HTTP/1.1", "status": 200, "reason": "OK", "range": [0, 15],
                          "versionRange": [0, 8], "statusRange": [9, 12], "reasonRange": [13, 15]},
            "fields": [{"name": "Transfer-Encoding", "value": "chunked", "nameRange": [17, 34], "valueRange": [36, 43]}],
            "framing": "chunked", "contentLength": null, "content": [[54, 59]],
            "chunks": [{"sizeRange": [47, 48], "extension": "a=b", "extensionRange": [49, 52], "dataRange": [54, 59]},
                       {"sizeRange": [61, 62], "extension": null, "dataRange": [62, 62]}],
            "trailers": [{"name": "X-T", "value": "v", "nameRange": [64, 67], "valueRange": [69, 70]}],
            "complete": true,
            "diagnostics": [{"severity": "note", "code": "trailer.unannounced", "range": [64, 72],
                             "rule": "RFC 9110 §6.6.2",
                             "message": "Trailers follow the content that no Trailer field announces; a sender should say beforehand what comes."}]}]
          """)))
  }

  @Test("bytes that are not UTF-8 stand beside their text in base64")
  func notText() throws {
    let bytes = Array("GET / HTTP/1.1\r\nHost: a\r\nX: ".utf8) + [0xFF] + Array("\r\n\r\n".utf8)
    let message = try #require(try Self.json(of: bytes, .request).value[0] as? [String: Any])
    let field = try #require((message["fields"] as? [[String: Any]])?[1])
    #expect(field["value"] as? String == "\u{FFFD}")
    #expect(field["valueBase64"] as? String == "/w==")
    #expect(field["nameBase64"] == nil)
  }

  @Test("bytes behind the last message stand in an element of their own, with what is wrong")
  func leftover() throws {
    let found = try Self.json(of: Array("HTTP/1.1 204 No Content\r\n\r\njunk".utf8), .response)
    #expect(!found.isWellFormed)
    let last = try #require(found.value.lastObject as? [String: Any])
    #expect(last["kind"] as? String == "leftover")
    #expect(last["range"] as? [Int] == [27, 31])
    #expect((last["diagnostics"] as? [[String: Any]])?.first?["code"] as? String == "content.not-allowed")
  }

  @Test(
    "what is malformed is told",
    arguments: [
      ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", MessageKind.request, "field.space-before-colon"),
      ("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", .response, "content.incomplete"),
      ("HTTP/1.1 200 OK\r\nA: b\r\n", .response, "head.incomplete"),
      ("\u{1B}[2J", .request, "message.not-http"),
    ])
  func malformed(text: String, kind: MessageKind, code: String) throws {
    let found = try Self.json(of: Array(text.utf8), kind)
    #expect(!found.isWellFormed)
    let codes = found.value.flatMap { ($0 as? [String: Any])?["diagnostics"] as? [[String: Any]] ?? [] }
      .compactMap { $0["code"] as? String }
    #expect(codes.contains(code))
  }

  @Test("the method of the request decides whether a response has content")
  func requestMethod() throws {
    let head = Array("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n".utf8)
    #expect(try Self.json(of: head + head, .response, methods: ["HEAD"]).isWellFormed)
    #expect(try !Self.json(of: head, .response, methods: ["GET"]).isWellFormed)
  }

  @Test("rows for people carry no control characters of a server")
  func rowsAreHarmless() {
    var inspection = DumpInspection(InspectedInput(kind: .response))
    Array("HTTP/1.1 200 \u{1B}[31mred\r\nX: \u{1B}]0;title\u{7}\r\nContent-Length: 2\r\n\r\n\u{1B}c".utf8)
      .withUnsafeBytes { inspection.read($0) }
    inspection.finish()
    let rows = String(decoding: inspection.take(), as: UTF8.self)
    #expect(rows.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F })
    #expect(rows.contains("␛[31mred"))
  }

  @Test(
    "the first bytes tell requests from responses",
    arguments: [
      ("HTTP/1.1 200 OK", MessageKind.response), ("http/1.0 200", .response), ("\r\n\r\nHTTP/", .response),
      ("GET / HTTP/1.1", .request), ("HTTPS / HTTP/1.1", .request), ("", .request),
    ])
  func kind(text: String, kind: MessageKind) {
    #expect(KindGuess.kind(of: text.utf8, isEnd: true) == kind)
  }
}
