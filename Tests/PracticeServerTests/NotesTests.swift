import Testing

@testable import PracticeServer

@Suite("The notes API")
struct NotesTests {
  private static let json = ["Content-Type: application/json"]

  @Test("a note is made, read, changed, replaced and deleted")
  func lifeCycle() async throws {
    try await withServer { server in
      let made = try get(
        "/notes", from: server, method: "POST", fields: Self.json, content: #"{"title":"New","tags":["a"]}"#)
      #expect(made.status == 201)
      #expect(made["location"] == "/notes/24")
      #expect(made.text == #"{"id":24,"title":"New","text":"","done":false,"tags":["a"]}"#)

      let patched = try get(
        "/notes/24", from: server, method: "PATCH", fields: Self.json + ["If-Match: \"24-1\""],
        content: #"{"done":true,"text":"\u00fc"}"#)
      #expect(patched.text == #"{"id":24,"title":"New","text":"ü","done":true,"tags":["a"]}"#)
      #expect(patched["etag"] == "\"24-2\"")

      let stale = try get(
        "/notes/24", from: server, method: "PUT", fields: Self.json + ["If-Match: \"24-1\""],
        content: #"{"title":"Late"}"#)
      #expect(stale.status == 412)
      let replaced = try get(
        "/notes/24", from: server, method: "PUT", fields: Self.json, content: #"{"title":"Whole"}"#)
      #expect(replaced.text == #"{"id":24,"title":"Whole","text":"","done":false,"tags":[]}"#)
      let unchanged = try get("/notes/24", from: server, fields: ["If-None-Match: \"24-3\""])
      #expect(unchanged.status == 304)

      #expect(try get("/notes/24", from: server, method: "DELETE").status == 204)
      #expect(try get("/notes/24", from: server).status == 404)
    }
  }

  @Test("the list comes in pages with links")
  func pages() async throws {
    try await withServer { server in
      let response = try get("/notes?page=2&per_page=5", from: server)
      let page = try JSONReader.read(response.content)
      #expect(page["total"] == 23)
      #expect(page["pages"] == 5)
      guard case .array(let notes)? = page["notes"] else {
        Issue.record("no notes")
        return
      }
      #expect(notes.map { $0["id"] } == [6, 7, 8, 9, 10])
      #expect(response["link"]?.contains("</notes?page=3&per_page=5>; rel=\"next\"") == true)
      #expect(try get("/notes?page=0", from: server).status == 422)
      #expect(try get("/notes?page=99", from: server).text.contains(#""notes":[]"#))
    }
  }

  @Test(
    "a note that is not valid is refused with what is wrong",
    arguments: [
      (#"{}"#, 422, "A note needs a title."),
      (#"{"title":""}"#, 422, "1 to 100 characters"),
      (#"{"title":7}"#, 422, "Must be a string, not a number."),
      (#"{"title":"a","done":"yes"}"#, 422, "Must be true or false, not a string."),
      (#"{"title":"a","tags":[1]}"#, 422, "10 strings"),
      (#"{"title":"a","colour":"red"}"#, 422, "A note has no such member"),
      (#"[1]"#, 422, "must be an object, not an array"),
      (#"{"title":"a",}"#, 400, "Line 1, column 14: A comma stands before “}”"),
      (#"{"title":"\ud83d"}"#, 400, "half of a surrogate pair"),
      (String(repeating: "[", count: 100), 400, "More than 64 objects and arrays"),
    ])
  func validation(_ content: String, _ status: Int, _ sentence: String) async throws {
    try await withServer { server in
      let response = try get("/notes", from: server, method: "POST", fields: Self.json, content: content)
      #expect(response.status == status)
      #expect(response.text.contains(sentence), "\(response.text)")
    }
  }
}
