import Testing
import Workspaces

@testable import Headless

@Suite("Requests of the command line")
struct URLRequestFormTests {
  private func request(_ form: URLRequestForm) throws(URLRequestFormError) -> SavedRequest {
    try form.request { () throws(URLRequestFormError) in "/input" }
  }

  @Test("the method follows from the data unless it is given")
  func method() throws {
    #expect(try request(URLRequestForm(url: "http://a")).method == "GET")
    #expect(try request(URLRequestForm(url: "http://a", data: "x")).method == "POST")
    #expect(try request(URLRequestForm(url: "http://a", method: "PUT", data: "x")).method == "PUT")
  }

  @Test("fields are added, sent empty, or dropped")
  func fields() throws {
    let made = try request(URLRequestForm(url: "http://a", fields: ["A: b:c ", "Empty;", "Accept:"]))
    #expect(made.fields == [NamedValue("A", "b:c"), NamedValue("Empty", "")])
    #expect(made.droppedAutomaticFields == ["accept"])
    for text in ["no colon", ": x", ""] {
      #expect(throws: URLRequestFormError.notAField(text)) {
        try request(URLRequestForm(url: "http://a", fields: [text]))
      }
    }
  }

  @Test(
    "data is text, JSON, a file or standard input",
    arguments: [
      ("a=b", RequestBody.text("a=b", contentType: nil)), ("{\"a\":1}", .json("{\"a\":1}")),
      ("{not json", .text("{not json", contentType: nil)), ("@f", .file(path: "f", contentType: nil)),
      ("-", .file(path: "/input", contentType: nil)), ("@-", .file(path: "/input", contentType: nil)),
    ])
  func data(text: String, body: RequestBody) throws {
    #expect(try request(URLRequestForm(url: "http://a", data: text)).body == body)
  }
}
