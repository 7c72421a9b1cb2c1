import Exchanges
import Testing

@testable import Routes

/// The cases were run through curl 7.88.1, which decides the same but where a test says otherwise.
@Suite("Proxies in the environment")
struct ProxyEnvironmentTests {
  private static let one = "http://127.0.0.1:1"
  private static let two = "http://127.0.0.1:2"

  private func endpoint(_ scheme: Endpoint.Scheme, _ host: String = "a.test") -> Endpoint {
    Endpoint(scheme: scheme, host: host, port: scheme.defaultPort)
  }

  @Test(
    "the variable that counts is the one that curl takes",
    arguments: [
      (["http_proxy": one], .http, "http_proxy"), (["HTTP_PROXY": one], .http, nil), (["https_proxy": one], .http, nil),
      (["http_proxy": one], .https, nil), (["https_proxy": one], .https, "https_proxy"),
      (["HTTPS_PROXY": one], .https, "HTTPS_PROXY"), (["https_proxy": one, "HTTPS_PROXY": two], .https, "https_proxy"),
      (["https_proxy": "", "HTTPS_PROXY": one], .https, "HTTPS_PROXY"), (["all_proxy": one], .http, "all_proxy"),
      (["ALL_PROXY": one], .https, "ALL_PROXY"), (["all_proxy": one, "ALL_PROXY": two], .http, "all_proxy"),
      (["all_proxy": two, "http_proxy": one], .http, "http_proxy"),
      (["ALL_PROXY": one, "HTTP_PROXY": two], .http, "ALL_PROXY"),
      (["Https_Proxy": one], .https, nil), ([:], .http, nil),
    ] as [([String: String], Endpoint.Scheme, String?)])
  func variables(_ environment: [String: String], _ scheme: Endpoint.Scheme, _ variable: String?) throws {
    let decision = try ProxyEnvironment(environment).decision(for: endpoint(scheme))
    if let variable {
      #expect(decision == .proxy(try Proxy(Self.one), variable: variable))
    } else {
      #expect(decision == .none)
      #expect(decision.route == .direct)
    }
  }

  @Test("small letters of no_proxy win, unless it is empty")
  func exclusions() throws {
    func decision(_ more: [String: String]) throws -> ProxyEnvironment.Decision {
      try ProxyEnvironment(more.merging(["http_proxy": Self.one]) { $1 }).decision(for: endpoint(.http))
    }
    #expect(try decision(["NO_PROXY": "a.test"]) == .excluded(entry: "a.test", variable: "NO_PROXY"))
    #expect(try decision(["NO_PROXY": "a.test", "no_proxy": "b.test"]).route != .direct)
    #expect(try decision(["NO_PROXY": "a.test", "no_proxy": ""]).route == .direct)
  }

  @Test("a decision says which variable made it")
  func words() throws {
    let environment = ProxyEnvironment(["http_proxy": "u:p@h:3", "no_proxy": ".b.test", "https_proxy": "x:y"])
    #expect(
      "\(try environment.decision(for: endpoint(.http)))" == "through the proxy http://h:3, because http_proxy says so")
    #expect(
      "\(try environment.decision(for: endpoint(.http, "c.b.test")))"
        == "directly, because “.b.test” in no_proxy leaves this host out")
    #expect(throws: RouteError.variable("https_proxy", .proxyPortInvalid)) {
      try environment.decision(for: endpoint(.https))
    }
    #expect("\(try ProxyEnvironment([:]).decision(for: endpoint(.http)))".hasPrefix("directly, because no"))
  }

  @Test(
    "an entry means a host",
    arguments: [
      ("*", "a.test"), ("a.test", "a.test"), ("A.TEST", "a.test"), (".a.test", "a.test"), ("a.test", "b.a.test"),
      (".a.test", "b.a.test"), ("a.test.", "a.test"), ("a.test", "a.test."), ("x.test,a.test", "a.test"),
      ("x.test a.test", "a.test"), ("x.test, ,,a.test", "a.test"), ("\tx.test\ta.test", "a.test"), ("test", "a.test"),
      ("127.0.0.2", "127.0.0.2"), ("127.0.0.0/8", "127.0.0.2"), ("127.0.0.0/31", "127.0.0.1"),
      ("127.0.0.0/8,a.test", "a.test"),
      ("::1", "::1"), ("*", "::1"),
    ])
  func excludes(_ list: String, _ host: String) {
    #expect(NoProxyList(list).entry(for: host) != nil)
  }

  @Test(
    "an entry does not mean a host",
    arguments: [
      ("*,b.test", "a.test"), (" *", "a.test"), ("a.test", "ba.test"), ("..a.test", "a.test"), ("a.test..", "a.test"),
      ("*.a.test", "b.a.test"), ("a.test:80", "a.test"), ("x.test;a.test", "a.test"), (".", "a.test"), (",", "a.test"),
      ("b.a.test", "a.test"), ("127.0.0.0/32", "127.0.0.2"), ("127.0.0.2/33", "127.0.0.2"),
      ("127.0.0.0/31", "127.0.0.2"),
      ("127.0.0.0/-1", "127.0.0.2"), ("0.0.2", "127.0.0.2"), (".0.0.2", "127.0.0.2"), ("127.2", "127.0.0.2"),
      ("127.0.0.2:9", "127.0.0.2"), ("[::1]", "::1"), ("[::]/64", "::1"), ("::2/127", "::1"), ("::1/129", "::1"),
      ("::ffff:127.0.0.1", "127.0.0.1"), ("127.0.0.1", "::ffff:127.0.0.1"), ("localhost", "127.0.0.1"), ("", "a.test"),
      ("127.0.0.0/ 8", "127.0.0.2"), ("127.0.0.2.", "127.0.0.2"), ("a.test", ""),
    ])
  func doesNotExclude(_ list: String, _ host: String) {
    #expect(NoProxyList(list).entry(for: host) == nil)
  }

  @Test(
    "addresses of IPv6 and networks of any size are compared by value, as curl does since 8.18",
    arguments: [
      ("0:0:0:0:0:0:0:1", "::1"), ("::1/128", "::1"), ("::/64", "::1"), ("::/127", "::1"),
      ("2001:db8::/33", "2001:db8:7fff::1"),
      ("::/0", "::1"), ("0.0.0.0/0", "127.0.0.2"), ("127.0.0.2/32", "127.0.0.2"),
    ])
  func networks(_ list: String, _ host: String) {
    #expect(NoProxyList(list).entry(for: host) != nil)
    #expect(NoProxyList("2001:db8::/33").entry(for: "2001:db8:8000::1") == nil)
  }

  @Test(
    "what stands behind a slash must be a number",
    arguments: ["127.0.0.2/x", "127.0.0.0/8x", "127.0.0.0/+8", "127.0.0.1/8/9", "127.0.0.2/", "127.0.0.2/0000032"])
  func oddNetworks(_ list: String) {
    #expect(NoProxyList(list).entry(for: "127.0.0.2") == nil)
  }
}
