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
    return try Redirect(
      after: request, at: try RequestURL("http://h:8080/a/b?q"), location: location, status: status
    ).request
  }

  @Test(
    "a Location is read against the request's URL",
    arguments: [
      ("/x", "http://h:8080/x"), ("x?y=http://z", "http://h:8080/a/x?y=http://z"), ("../x", "http://h:8080/x"),
      ("?n", "http://h:8080/a/b?n"), ("#f", "http://h:8080/a/b?q#f"), ("", "http://h:8080/a/b?q"),
      ("//o/p", "http://o/p"), ("https://o:1/p#f", "https://o:1/p#f"), ("é x", "http://h:8080/a/%C3%A9%20x"),
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

  private func redirect(
    _ location: String, from url: String, _ status: Int = 302, _ change: (inout SavedRequest) -> Void = { _ in }
  ) throws -> Redirect {
    var request = SavedRequest(name: "r", method: "GET", url: url)
    change(&request)
    return try Redirect(after: request, at: try RequestURL(url), location: location, status: status)
  }

  @Test("a fragment stays until a Location has one of its own")
  func fragments() throws {
    #expect(try redirect("/x", from: "http://h/a#old").request.url == "http://h/x#old")
    #expect(try redirect("//o/x", from: "http://h/a#old").request.url == "http://o/x#old")
    #expect(try redirect("/x#new", from: "http://h/a#old").request.url == "http://h/x#new")
    #expect(try redirect("/x#", from: "http://h/a#old").request.url == "http://h/x#")
    #expect(try redirect("/x", from: "http://h/a").request.url == "http://h/x")
  }

  @Test("the URL's user and password stay with their origin")
  func usersOfURLs() throws {
    #expect(try redirect("/x", from: "http://u:p%40@h/a").request.url == "http://u:p%40@h/x")
    #expect(try redirect("/x", from: "http://u@h/a").request.url == "http://u@h/x")
    let other = try redirect("http://o/x", from: "http://u:p@h/a")
    #expect(other.request.url == "http://o/x")
    #expect(other.notes == [.credentialsDropped(["Authorization"], origin: "http://o")])
  }

  @Test("a server cannot name a variable")
  func variables() throws {
    let redirect = try redirect("http://o/{{a}}?{{b}}#{{c}}", from: "http://h/")
    #expect(redirect.request.url == "http://o/%7B%7Ba%7D%7D?%7B%7Bb}}#%7B%7Bc}}")
    #expect(try !self.redirect("http://{{a}}.o/", from: "http://h/").request.url.contains("{{"))
  }

  @Test("what changes is told, and the way from https to http is a warning")
  func notes() throws {
    let down = try redirect("http://h/", from: "https://h/", 303) {
      $0.method = "POST"
      $0.auth = .bearer(token: "t")
      $0.fields = [NamedValue("cookie", "c")]
      $0.rawBytes = [1]
    }
    #expect(
      down.notes == [
        .bytesDropped, .methodBecameGET(from: "POST"),
        .credentialsDropped(["Authorization", "cookie"], origin: "http://h"), .downgraded("h"),
      ])
    #expect(down.notes.map(\.isWarning) == [false, false, false, true])
    #expect(down.notes.allSatisfy { $0.description.hasSuffix(".") })
    #expect(try redirect("https://h/", from: "http://h/").notes == [])
  }

  @Test("fields about the content go with it, and a Location after 201 is fetched")
  func contentFields() throws {
    func after(_ status: Int) throws -> SavedRequest {
      try redirect("/x", from: "http://h/", status) {
        $0.method = "POST"
        $0.body = .json("{}")
        $0.fields = ["Content-Type", "Transfer-Encoding", "Trailer", "Expect", "Accept"].map { NamedValue($0, "v") }
      }.request
    }
    for status in [201, 301, 302, 303] {
      let next = try after(status)
      #expect(next.method == "GET")
      #expect(next.fields.map(\.name) == ["Accept"])
    }
    #expect(try after(307).fields.count == 5)
  }

  @Test("a Location of any bytes gives a request or an error")
  func hostileLocations() throws {
    let pieces = ["http", ":", "/", "//", "?", "#", "[", "]", "@", "..", "%", "{{", "é", "\0", "\r\n", " ", "h", "\\"]
    var state: UInt64 = 9
    for _ in 0..<3_000 {
      var location = ""
      for _ in 0..<6 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        location += pieces[Int(state >> 33) % pieces.count]
      }
      guard let next = try? redirect(location, from: "https://u:p@h/a/b?c#d") else { continue }
      let texts = [try RequestURL(next.request.url), next.url].map { $0.text.replacing("{{", with: "%7B%7B") }
      #expect(texts[0] == texts[1], "\(location)")
      #expect(!next.request.url.contains("{{"))
    }
  }
}
