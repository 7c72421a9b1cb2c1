import Testing
import Workspaces

struct RedirectTests {
  private func next(_ location: String, _ status: Int = 302, _ method: String = "GET") throws -> SavedRequest {
    var request = SavedRequest(name: "r", method: method, url: "http://{{h}}/a/b?q")
    request.auth = .bearer(token: "t")
    request.body = .json("{}")
    request.fields = [
      NamedValue("Cookie", "c"), NamedValue("Host", "x"), NamedValue("Content-Type", "y"), NamedValue("X", "z"),
    ]
    return try Redirect.request(
      after: request, at: try RequestURL("http://h:8080/a/b?q"), location: location, status: status)
  }

  @Test(
    "a Location is read against the request's URL",
    arguments: [
      ("/x", "http://h:8080/x"), ("x?y=http://z", "http://h:8080/a/x?y=http://z"), ("../x", "http://h:8080/x"),
      ("?n", "http://h:8080/a/b?n"), ("#f", "http://h:8080/a/b?q"), ("", "http://h:8080/a/b?q"),
      ("//o/p", "http://o/p"), ("https://o:1/p#f", "https://o:1/p"), ("é x", "http://h:8080/a/%C3%A9%20x"),
    ])
  func locations(_ location: String, _ url: String) throws {
    #expect(try next(location).url == url)
  }

  @Test("a scheme that Barewire does not speak is refused")
  func schemes() {
    #expect(throws: RequestURLError.unsupportedScheme("file")) { try next("file:///etc/passwd") }
  }

  @Test("only 303, and 301 and 302 after POST, become GET without content")
  func methods() throws {
    for (status, method, expected) in [
      (301, "POST", "GET"), (302, "POST", "GET"), (303, "PUT", "GET"), (303, "HEAD", "HEAD"), (302, "PUT", "PUT"),
      (307, "POST", "POST"), (308, "POST", "POST"),
    ] {
      let request = try next("/x", status, method)
      #expect(request.method == expected)
      #expect((request.body == .none) == (expected == "GET"))
    }
  }

  @Test("credentials stay with their origin")
  func credentials() throws {
    let same = try next("/x")
    #expect(same.auth == .bearer(token: "t"))
    #expect(same.fields.map(\.name) == ["Cookie", "Content-Type", "X"])
    let other = try next("http://h:8081/x")
    #expect(other.auth == .none)
    #expect(other.fields.map(\.name) == ["Content-Type", "X"])
  }
}
