import Exchanges
import Routes
import Testing

@Suite("Choosing a way")
struct RouteChoiceTests {
  private static let endpoint = Endpoint(scheme: .http, host: "example.com", port: 80)

  private func choose(
    _ variables: [String: String] = [:], noproxy: String? = nil, proxy: String = "", socket: String = "",
    to endpoint: Endpoint = Self.endpoint
  ) throws -> RouteChoice.Chosen {
    let choice = RouteChoice(
      environment: ProxyEnvironment(variables), exclusions: noproxy.map { NoProxyList($0) })
    return try choice.route(to: endpoint, proxy: proxy, socketPath: socket)
  }

  @Test("without a word about it the way is direct, and nothing is told")
  func plain() throws {
    #expect(try choose().route == .direct)
    #expect(try choose().words == nil)
    #expect(try choose(["http_proxy": "p"], proxy: RouteChoice.direct).route == .direct)
    #expect(try choose(["http_proxy": "p"], socket: "/run/x").route == .unixSocket(UnixSocketPath("/run/x")))
  }

  @Test("the environment decides where the request says nothing, and the variable is named")
  func environment() throws {
    let chosen = try choose(["http_proxy": "http://u:secret@p:3128"])
    #expect(chosen.route == .proxy(try Proxy("http://u:secret@p:3128")))
    #expect(chosen.words == "through the proxy http://p:3128, because http_proxy says so")
    #expect(try choose(["http_proxy": "a"], proxy: "socks5h://b").words?.contains("socks5h://b:1080") == true)
    #expect(throws: RouteError.self) { try choose(["http_proxy": "nonsense://x"]) }
  }

  @Test("NO_PROXY leaves hosts out, whoever names the proxy, and --noproxy takes its place")
  func exclusions() throws {
    let variables = ["http_proxy": "p", "NO_PROXY": "example.com"]
    #expect(try choose(variables).words == "directly, because “example.com” in NO_PROXY leaves this host out")
    #expect(try choose(variables, proxy: "q").route == .direct)
    #expect(try choose(variables, noproxy: "other.com").route == .proxy(Proxy("p")))
    #expect(try choose(noproxy: "*", proxy: "q").words == "directly, because “*” in --noproxy leaves this host out")
    let loopback = Endpoint(scheme: .http, host: "127.0.0.1", port: 8080)
    #expect(try choose(["http_proxy": "p"], to: loopback).route == .proxy(Proxy("p")))
  }
}
