import Exchanges
import HTTPMessages
import JSONPath
import Recordings
import TestSupport
import Testing

@testable import Documents

@Suite("A query as a filter")
struct FilterTests {
  private func key(_ id: ExchangeID, _ number: Int) -> DocumentKey {
    DocumentKey(exchange: id, view: .filtered, filter: number)
  }

  @Test("shows the path of each match with its value laid out, numbers as they were sent")
  func rows() async throws {
    let json = #"{"a":[{"id":12345678901234567890.0,"x y":{"id":[1,2]}},{"id":"\u0041"}]}"#
    let conversation = try answered(Array(json.utf8), type: "application/json")
    let store = try await conversation.store()
    let found = try await store.filter("$..id", number: 1, in: conversation.id)
    #expect(found.words == "3 matches")
    #expect(found.problem == nil)
    #expect(
      try await store.texts(key(conversation.id, 1)) == [
        #""$['a'][0]['id']": 12345678901234567890.0,"#, #""$['a'][0]['x y']['id']": ["#, "  1,", "  2", "],",
        #""$['a'][1]['id']": "\u0041""#,
      ])
    let window = try await store.settledWindow(key(conversation.id, 1), rows: 0..<9)
    #expect(window.note == "3 matches  $..id")
  }

  @Test("reads content whose coding is undone, in chunks, and each text of a sequence")
  func coded() async throws {
    var conversation = Conversation()
    try conversation.send()
    try conversation.receive(
      "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
    for line in 0..<500 { try conversation.receive("9\r\n{\"a\":\(100 + line)}\r\n1\r\n\n\r\n") }
    try conversation.receive("0\r\n\r\n")
    conversation.end()
    let store = try await conversation.store()
    let found = try await store.filter("$[?@ >= 598]", number: 1, in: conversation.id)
    #expect(found.words == "2 matches")
    #expect(try await store.texts(key(conversation.id, 1)) == [#""$['a']": 598,"#, #""$['a']": 599"#])
  }

  @Test("keeps what it found before the text was no JSON, and says where that is")
  func broken() async throws {
    let conversation = try answered(Array(#"[{"a":1},{"a":2},oops]"#.utf8), type: "application/json")
    let store = try await conversation.store()
    let found = try await store.filter("$[*].a", number: 1, in: conversation.id)
    #expect(found.words == "2 matches")
    #expect(found.problem?.contains("byte 17") == true)
    let window = try await store.settledWindow(key(conversation.id, 1), rows: 0..<9)
    #expect(window.rows.count == 2)
    #expect(window.problem == found.problem)
  }

  @Test("gives its place to the next one, which has a document of its own")
  func replaced() async throws {
    let conversation = try answered(Array("[1,2,3]".utf8), type: "application/json")
    let store = try await conversation.store()
    _ = try await store.filter("$[0]", number: 1, in: conversation.id)
    _ = try await store.filter("$[1,2]", number: 2, in: conversation.id)
    #expect(try await store.texts(key(conversation.id, 2)) == [#""$[1]": 2,"#, #""$[2]": 3"#])
    #expect(try await store.window(key(conversation.id, 1), rows: 0..<9).rows.isEmpty)
  }

  @Test("of a large body stays small, can be read while it grows and ends when its task is cancelled")
  func large() async throws {
    let record = #"{"id":7,"name":"a name of some length","place":{"name":"here","x":12.5}},"#
    var json = Array("[".utf8)
    while json.count < 48 << 20 { json += Array(record.utf8) }
    json += Array("1]".utf8)
    let conversation = try answered(json, type: "application/json")
    json = []
    let id = conversation.id
    let store = try await conversation.store()
    let task = Task { try await store.filter("$..name", number: 1, in: id) }
    var rows = 0
    while rows == 0 {
      rows = try await store.window(key(id, 1), rows: 0..<10).totalRows
      await Task.yield()
    }
    task.cancel()
    let found = try await task.value
    let matches = try #require(found.words.split(separator: " ").first.flatMap { Int($0) })
    #expect(matches >= rows)
    #expect(found.problem == JSONPathFailure.cancelled.message)
  }
}
