import Exchanges
import Testing

@testable import Routes

@Suite("Routes")
struct RouteTests {
  @Test("an abstract socket's name stands behind a NUL, a path before one")
  func sockets() throws {
    #expect(try UnixSocketPath("/run/a").systemBytes == Array("/run/a".utf8) + [0])
    let abstract = try UnixSocketPath("@app")
    #expect(abstract.systemBytes == [0] + Array("app".utf8))
    #expect(abstract.isAbstract)
  }

  @Test("a socket's path has 1 to 107 bytes, none of them NUL")
  func socketLimits() throws {
    let longest = String(repeating: "x", count: 107)
    #expect(try UnixSocketPath(longest).systemBytes.count == 108)
    #expect(try UnixSocketPath("@" + longest).systemBytes.count == 108)
    #expect(throws: RouteError.socketPathTooLong(count: 108)) { try UnixSocketPath(longest + "x") }
    #expect(throws: RouteError.socketPathEmpty) { try UnixSocketPath("") }
    #expect(throws: RouteError.socketPathEmpty) { try UnixSocketPath("@") }
    #expect(throws: RouteError.socketPathNUL) { try UnixSocketPath("a\0b") }
  }

  @Test("only plain requests through HTTP proxies are forwarded; all else is tunnelled")
  func forwarding() throws {
    for kind in Proxy.Kind.allCases {
      let route = Route.proxy(try Proxy(kind: kind, host: "p", port: 1))
      #expect(route.isForwarding(to: .http) == kind.isHTTP)
      #expect(!route.isForwarding(to: .https))
    }
    #expect(!Route.direct.isForwarding(to: .http))
  }

  @Test("a way is told in words")
  func words() throws {
    #expect("\(Route.direct)" == "directly")
    #expect("\(Route.unixSocket(try UnixSocketPath("@a")))" == "through the socket @a")
    #expect("\(Route.proxy(try Proxy("socks5h://[::1]")))" == "through the proxy socks5h://[::1]:1080")
  }

  @Test(
    "the forward form makes the target absolute",
    arguments: [
      ("/a?b", "http://h:8080/a?b"), ("*", "http://h:8080"), ("http://other/", "http://other/"), ("odd", "odd"),
      ("/", "http://h:8080/"),
    ])
  func forwardTarget(_ target: String, _ absolute: String) throws {
    let endpoint = Endpoint(scheme: .http, host: "h", port: 8080)
    let form = ForwardForm(target: target, to: endpoint, through: try Proxy("p"))
    #expect(form.target == absolute)
    #expect(form.fields == [])
  }

  @Test("the forward form carries the proxy's credentials")
  func forwardCredentials() throws {
    let endpoint = Endpoint(scheme: .http, host: "::1", port: 80)
    let form = ForwardForm(target: "/", to: endpoint, through: try Proxy("https://Aladdin:open%20sesame@p"))
    #expect(form.target == "http://[::1]/")
    #expect(form.fields.map(\.name) == ["Proxy-Authorization"])
    #expect(form.fields.map(\.value.value) == ["Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="])
  }
}
