import Testing
import Workspaces

struct RequestURLTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var url: String
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ url: String) {
      self.text = text
      self.url = url
    }
  }

  @Test(
    "a URL is read by WHATWG's rules",
    arguments: [
      // Schemes, white space, slashes
      Case("http://example.com", "http://example.com/"),
      Case("HTTPS://EXAMPLE.com:443/x", "https://example.com/x"),
      Case("  http://example.com/a b \u{1}", "http://example.com/a%20b"),
      Case("ht\ntp://exa\tmple.com/\r\nx", "http://example.com/x"),
      Case("http:example.com/", "http://example.com/"),
      Case("http:///////example.com\\a\\b?c\\d", "http://example.com/a/b?c\\d"),
      Case("localhost:8080/path?x", "http://localhost:8080/path?x"),
      Case("example.com", "http://example.com/"),
      Case("//example.com/x", "http://example.com/x"),
      Case("[::1]:8080", "http://[::1]:8080/"),
      // Ports
      Case("http://h:80/", "http://h/"),
      Case("https://h:80/", "https://h:80/"),
      Case("http://h:/", "http://h/"),
      Case("http://h:00065535/", "http://h:65535/"),
      Case("http://h:0/", "http://h:0/"),
      // Paths
      Case("http://h/a/./b/../c", "http://h/a/c"),
      Case("http://h/../../x", "http://h/x"),
      Case("http://h/a/..", "http://h/"),
      Case("http://h/a/.", "http://h/a/"),
      Case("http://h/a/%2e%2E/b/%2e", "http://h/b/"),
      Case("http://h/a//b///", "http://h/a//b///"),
      Case("http://h/.../...a", "http://h/.../...a"),
      Case("http://h/ü\"<>`{}^|[]%zz%41", "http://h/%C3%BC%22%3C%3E%60%7B%7D%5E|[]%zz%41"),
      Case("http://h/a'b;c:d@e&f=g+h!$(),*~", "http://h/a'b;c:d@e&f=g+h!$(),*~"),
      // Queries
      Case("http://h?q=ü \"<>'`{}^|?/", "http://h/?q=%C3%BC%20%22%3C%3E%27`{}^|?/"),
      Case("http://h/?", "http://h/?"),
      Case("http://h/?a#b?c", "http://h/?a"),
      Case("http://h#x/y", "http://h/"),
      // Names
      Case("http://Bücher.Example/", "http://xn--bcher-kva.example/"),
      Case("http://faß.de", "http://xn--fa-hia.de/"),
      Case("http://日本語。ＪＰ/", "http://xn--wgv71a119e.jp/"),
      Case("http://cafe\u{301}.fr", "http://xn--caf-dma.fr/"),
      Case("http://☃.net/", "http://xn--n3h.net/"),
      Case("http://b%C3%BCcher.example/", "http://xn--bcher-kva.example/"),
      Case("http://ex%61mple.com./", "http://example.com./"),
      Case("http://a_b-c.d~e!$&'()*+,;=/", "http://a_b-c.d~e!$&'()*+,;=/"),
      // IPv4
      Case("http://127.1/", "http://127.0.0.1/"),
      Case("http://0x7f.0.0.01", "http://127.0.0.1/"),
      Case("http://2130706433/", "http://127.0.0.1/"),
      Case("http://1.2.3.4./", "http://1.2.3.4/"),
      Case("http://0x/", "http://0.0.0.0/"),
      Case("http://１２７.0.0.1/", "http://127.0.0.1/"),
      Case("http://1.2.3.4.com/", "http://1.2.3.4.com/"),
      // IPv6
      Case("http://[2001:DB8:0:0:1:0:0:0]/", "http://[2001:db8:0:0:1::]/"),
      Case("http://[::]/", "http://[::]/"),
      Case("http://[0:0:0:0:0:0:0:1]:81/", "http://[::1]:81/"),
      Case("http://[1:0:3:4:5:6:7:8]/", "http://[1:0:3:4:5:6:7:8]/"),
      Case("http://[::ffff:1.2.3.4]/", "http://[::ffff:102:304]/"),
      Case("http://[1:2:3:4:5:6:7::]/", "http://[1:2:3:4:5:6:7:0]/"),
      // User and password
      Case("http://user:pass@h/", "http://h/"),
      Case("http://a@b@h:81/", "http://h:81/"),
      Case("user:pass@h:8080/x", "http://h:8080/x"),
    ])
  func reads(_ example: Case) throws {
    #expect(try RequestURL(example.text).text == example.url)
  }

  @Test(
    "what is no URL is refused with its reason",
    arguments: [
      ("", .empty), (" \n", .empty),
      ("ftp://h/", .unsupportedScheme("ftp")), ("WS://h/", .unsupportedScheme("ws")),
      ("http://", .missingHost), ("http:///", .missingHost), ("http://user@/", .missingHost),
      ("http://:80/", .missingHost), ("?x", .missingHost), ("/path", .missingHost),
      ("http://h:65536/", .invalidPort("65536")), ("http://h:8a/", .invalidPort("8a")),
      ("http://h:-1/", .invalidPort("-1")), ("mailto:me", .invalidPort("me")),
      ("http://a b/", .forbiddenHostCharacter(" ", host: "a b")),
      ("http://a%00b/", .forbiddenHostCharacter("\0", host: "a%00b")),
      ("http://a<b/", .forbiddenHostCharacter("<", host: "a<b")),
      ("http://％４１.com/", .invalidName("％４１.com")),
      ("http://256.1.1.1/", .invalidIPv4("256.1.1.1")), ("http://1.2.3.4.5/", .invalidIPv4("1.2.3.4.5")),
      ("http://1.2.3.08/", .invalidIPv4("1.2.3.08")), ("http://4294967296/", .invalidIPv4("4294967296")),
      ("http://a.0xg.1/", .invalidIPv4("a.0xg.1")),
      ("http://99999999999999999999/", .invalidIPv4("99999999999999999999")),
      ("http://[::1/", .unclosedBracket("[::1")), ("http://[]/", .invalidIPv6("")),
      ("http://[1::2::3]/", .invalidIPv6("1::2::3")), ("http://[1:2:3]/", .invalidIPv6("1:2:3")),
      ("http://[::1.2.3]/", .invalidIPv6("::1.2.3")), ("http://[::01.2.3.4]/", .invalidIPv6("::01.2.3.4")),
      ("http://[1.2.3.4::]/", .invalidIPv6("1.2.3.4::")), ("http://[12345::]/", .invalidIPv6("12345::")),
      ("http://[1:2:3:4:5:6:7:8::]/", .invalidIPv6("1:2:3:4:5:6:7:8::")), ("http://[:1]/", .invalidIPv6(":1")),
      ("http://[fe80::1%25eth0]/", .zoneIdentifier("fe80::1%25eth0")),
    ] as [(String, RequestURLError)])
  func refuses(_ text: String, _ expected: RequestURLError) {
    #expect(throws: expected) { try RequestURL(text) }
  }

  @Test("user, password, fragment, host and port stand apart")
  func parts() throws {
    let url = try RequestURL("https://us%65r:p%3Ass@[::1]:8443/a?b#frag ment")
    #expect(url.user == "user")
    #expect(url.password == "p:ss")
    #expect(url.fragment == "frag ment")
    #expect(url.host == "::1")
    #expect(url.authority == "[::1]:8443")
    #expect(url.port == 8443)
    #expect(url.target == "/a?b")
    #expect(try RequestURL("http://@h/").user == nil)
  }

  @Test("parameters are read from a URL as typed")
  func parameters() {
    #expect(
      RequestURL.parameters(of: "http://{{host}}/p?a=1&b=x+y%20z&&c&d=e=f&ü=%C3%BC&{{k}}={{v}}#q=1")
        == [
          NamedValue("a", "1"), NamedValue("b", "x y z"), NamedValue("c", ""), NamedValue("d", "e=f"),
          NamedValue("ü", "ü"), NamedValue("{{k}}", "{{v}}"),
        ])
    #expect(RequestURL.parameters(of: "http://h/").isEmpty)
  }

  @Test("parameters that did not change keep their spelling, new ones are encoded where they must be")
  func replacing() {
    let text = "{{host}}/p?a=x+y&b&c=%7e#frag"
    var parameters = RequestURL.parameters(of: text)
    #expect(RequestURL.replacingParameters(of: text, with: parameters) == text)
    parameters[0].isEnabled = false
    parameters.append(NamedValue("k&", "a=b &+#é{{x y}}%"))
    #expect(
      RequestURL.replacingParameters(of: text, with: parameters)
        == "{{host}}/p?b&c=%7e&k%26=a%3Db%20%26%2B%23é{{x y}}%25#frag")
    #expect(RequestURL.replacingParameters(of: text, with: []) == "{{host}}/p#frag")
    #expect(RequestURL.replacingParameters(of: "h", with: [NamedValue("a", "1")]) == "h?a=1")
  }

  @Test("a parameter means the same after it was written and read")
  func parameterRoundTrip() {
    let parameters = [NamedValue("a b", "c&d=e+f"), NamedValue("", "v"), NamedValue("100%", "%41#'\"<>")]
    #expect(RequestURL.parameters(of: RequestURL.replacingParameters(of: "h", with: parameters)) == parameters)
  }
}
