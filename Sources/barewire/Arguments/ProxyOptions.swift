import ArgumentParser
import Foundation
import Headless
import Routes
import Workspaces

/// Which proxy a request goes through; the names are curl's.
struct ProxyOptions: ParsableArguments {
  @Option(
    name: [.customShort("x"), .long],
    help: ArgumentHelp(
      "Go through this proxy (http, https, socks4, socks4a, socks5, socks5h); '' for none, whatever http_proxy says.",
      valueName: "url"))
  var proxy: String?

  @Option(
    name: [.customShort("U"), .customLong("proxy-user")],
    help: ArgumentHelp("Who asks the proxy.", valueName: "user:password"))
  var user: String?

  @Option(help: ArgumentHelp("Use no proxy for these hosts, in place of NO_PROXY; '*' for all.", valueName: "hosts"))
  var noproxy: String?

  @Option(help: ArgumentHelp("Go through a SOCKS4 proxy.", valueName: "host:port"))
  var socks4: String?

  @Option(help: ArgumentHelp("Go through a SOCKS4 proxy that looks names up.", valueName: "host:port"))
  var socks4a: String?

  @Option(help: ArgumentHelp("Go through a SOCKS5 proxy; names are looked up here.", valueName: "host:port"))
  var socks5: String?

  @Option(
    name: .customLong("socks5-hostname"),
    help: ArgumentHelp("Go through a SOCKS5 proxy that looks names up.", valueName: "host:port"))
  var socks5Hostname: String?

  func validate() throws {
    if given.count > 1 { throw ValidationError("Several proxies are named: a request goes through one of them.") }
    guard let url, url != RouteChoice.direct else {
      if user != nil { throw ValidationError("--proxy-user belongs to a proxy: name it with --proxy.") }
      return
    }
    // Variables are resolved later.
    if url.contains("{{") { return }
    do throws(RouteError) {
      _ = try Proxy(url)
    } catch {
      throw ValidationError(error.description)
    }
  }

  func apply(to order: inout SendOrder) {
    if let url { order.request.options.proxy = url }
    order.routes = RouteChoice(
      environment: ProxyEnvironment(ProcessInfo.processInfo.environment), exclusions: noproxy.map { NoProxyList($0) })
  }

  private var given: [(text: String, scheme: String)] {
    [(proxy, "http"), (socks4, "socks4"), (socks4a, "socks4a"), (socks5, "socks5"), (socks5Hostname, "socks5h")]
      .compactMap { text, scheme in text.map { ($0, scheme) } }
  }

  private var url: String? {
    given.first.map { $0.text.isEmpty ? RouteChoice.direct : ProxyText.url($0.text, scheme: $0.scheme, user: user) }
  }
}
