import Exchanges
import Testing

@testable import Routes

@Suite("The URL of a proxy")
struct ProxyTests {
  @Test(
    "is read as curl reads it",
    arguments: [
      ("127.0.0.1", "http://127.0.0.1:1080"), ("127.0.0.1:2", "http://127.0.0.1:2"),
      ("http://127.0.0.1", "http://127.0.0.1:1080"), ("https://127.0.0.1", "https://127.0.0.1:443"),
      ("socks://127.0.0.1:2", "socks4://127.0.0.1:2"), ("socks4://h", "socks4://h:1080"),
      ("socks4a://h", "socks4a://h:1080"), ("socks5h://127.0.0.1", "socks5h://127.0.0.1:1080"),
      ("SOCKS5://127.0.0.1:2", "socks5://127.0.0.1:2"), ("http://[::1]:2", "http://[::1]:2"),
      ("[::1]", "http://[::1]:1080"),
      ("http://127.0.0.1:2/path?x", "http://127.0.0.1:2"), ("@127.0.0.1:2", "http://127.0.0.1:2"),
      ("http://h:", "http://h:1080"), ("http://[fe80::1%25eth0]:3", "http://[fe80::1%eth0]:3"),
      ("my_proxy.local:65535", "http://my_proxy.local:65535"),
    ])
  func reads(_ text: String, _ url: String) throws {
    let proxy = try Proxy(text)
    #expect(proxy.description == url)
    #expect(proxy.credentials == nil)
  }

  @Test(
    "has a percent-decoded user and password",
    arguments: [
      ("http://u:p@h", "u", "p"), ("u%40x:p%3A@127.0.0.1:2", "u@x", "p:"), ("http://u@h", "u", ""),
      ("http://:p@h", "", "p"), ("u:p:q@h", "u", "p:q"), ("u:p@q@h", "u", "p@q"), ("socks5://%25:%2F@[::1]", "%", "/"),
    ])
  func credentials(_ text: String, _ user: String, _ password: String) throws {
    let credentials = try #require(try Proxy(text).credentials)
    #expect(credentials == ProxyCredentials(user: user.utf8, password: password.utf8))
  }

  @Test(
    "is refused with one sentence where it is none",
    arguments: [
      ("", .proxyEmpty), ("  ", .proxyHostInvalid), ("http://", .proxyHostMissing), (":80", .proxyHostMissing),
      ("ftp://127.0.0.1:2", .proxyScheme("ftp")), ("127.0.0.1:", .proxyPortInvalid),
      ("http:/127.0.0.1:2", .proxyPortInvalid),
      ("http:127.0.0.1:2", .proxyPortInvalid), ("http://h:0", .proxyPortInvalid), ("http://h:65536", .proxyPortInvalid),
      ("http://h:x", .proxyPortInvalid), ("http://h:+1", .proxyPortInvalid),
      ("http://h:99999999999999999999", .proxyPortInvalid),
      ("[::1", .proxyAddressInvalid), ("[1.2.3.4]", .proxyAddressInvalid), ("[g::]", .proxyAddressInvalid),
      ("[::1%]", .proxyAddressInvalid), ("[::1]x", .proxyHostInvalid), ("h%20x", .proxyHostInvalid),
      ("http://bücher.example", .proxyHostInvalid), ("a b", .proxyHostInvalid), ("h\r\nX", .proxyHostInvalid),
      ("http://u:p/q@127.0.0.1:2", .proxyCredentialsUnescaped), ("http://127.0.0.1:2#u@h", .proxyCredentialsUnescaped),
      ("http://u%0d%0aX:p@h", .proxyCredentialsInvalid), ("http://u%3Av:p@h", .proxyUserColon),
    ] as [(String, RouteError)])
  func refuses(_ text: String, _ error: RouteError) {
    #expect(throws: error) { try Proxy(text) }
    #expect(error.description.hasSuffix(".") && error.description.contains(":"))
  }

  @Test("may have any user for SOCKS, of at most 255 bytes")
  func socksCredentials() throws {
    #expect(try Proxy("socks5://u%3Av:p@h").credentials != nil)
    let long = String(repeating: "x", count: 256)
    #expect(throws: RouteError.proxyCredentialsTooLong) { try Proxy("socks5://\(long):p@h") }
    #expect(try Proxy("http://\(long):p@h").credentials != nil)
  }

  @Test("shows its password nowhere")
  func secrecy() throws {
    let proxy = try Proxy("http://Aladdin:open-sesame@h")
    let route = Route.proxy(proxy)
    let environment = ProxyEnvironment(["http_proxy": "http://Aladdin:open-sesame@h"])
    let handshake = proxy.handshake(to: Destination(host: "h", port: 1), userAgent: nil)
    let form = ForwardForm(
      target: "/", to: .init(scheme: .http, host: "h", port: 80), through: proxy)
    var text = "\(proxy) \(String(reflecting: proxy)) \(route) \(String(reflecting: route))"
    text += "\(environment) \(String(reflecting: environment)) \(try environment.decision(for: Self.endpoint))"
    text += "\(handshake) \(String(reflecting: handshake)) \(form)"
    dump(proxy, to: &text)
    dump(environment, to: &text)
    dump(handshake, to: &text)
    dump(form, to: &text)
    for secret in ["sesame", "Aladdin", "QWxhZGRpbj", "97, 114", "115, 101, 115"] { #expect(!text.contains(secret)) }
    // Nor does a sentence about a text that went wrong.
    for wrong in [
      "http://Aladdin:open-sesame/@h", "Aladdin:open-sesame", "http://Aladdin:open-sesame@[h", "h:sesame@x y",
    ] {
      do {
        _ = try Proxy(wrong)
        Issue.record("“\(wrong)” was read")
      } catch {
        #expect(!"\(error) \(String(reflecting: error))".contains("sesame"))
      }
    }
  }

  private static let endpoint = Endpoint(scheme: .http, host: "h", port: 80)

  @Test("is encoded for Basic as RFC 7617 does it")
  func basic() {
    let credentials = ProxyCredentials(user: "Aladdin".utf8, password: "open sesame".utf8)
    #expect(credentials.basic == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
    #expect(ProxyCredentials(user: [], password: []).basic == "Basic Og==")
    #expect(ProxyCredentials(user: [0xFF], password: [0xFE]).basic == "Basic /zr+")
    #expect(ProxyCredentials(user: "test".utf8, password: "123£".utf8).basic == "Basic dGVzdDoxMjPCow==")
  }
}
