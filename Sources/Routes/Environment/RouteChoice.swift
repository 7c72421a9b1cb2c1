package import Exchanges

/// Chooses the way to endpoints: what a request says, else what the environment says.
package struct RouteChoice: Sendable, Hashable {
  /// In place of a proxy: none is used, whatever the environment says.
  package static let direct = "direct"

  /// A way, and the reason for it in words where there is one to tell: "through the proxy …, because … says so".
  package struct Chosen: Sendable, Hashable {
    package let route: Route
    package let words: String?
  }

  package let environment: ProxyEnvironment
  /// Takes the place of NO_PROXY, as curl's `--noproxy` does.
  package let exclusions: NoProxyList?

  /// Without any environment, unless told otherwise.
  package init(environment: ProxyEnvironment = ProxyEnvironment([:]), exclusions: NoProxyList? = nil) {
    self.environment = environment
    self.exclusions = exclusions
  }

  /// The way to an endpoint, for a request that names a socket, a proxy or neither of them.
  ///
  /// As in curl, hosts that NO_PROXY leaves out use no proxy, whoever names it.
  package func route(to endpoint: Endpoint, proxy: String, socketPath: String) throws(RouteError) -> Chosen {
    if !socketPath.isEmpty { return Chosen(route: .unixSocket(try UnixSocketPath(socketPath)), words: nil) }
    if proxy == Self.direct { return Chosen(route: .direct, words: nil) }
    guard !proxy.isEmpty else {
      let decision = try environment.decision(for: endpoint, exclusions: exclusions)
      return Chosen(route: decision.route, words: decision == .none ? nil : decision.description)
    }
    let named = try Proxy(proxy)
    if let exclusion = environment.exclusion(for: endpoint.host, exclusions: exclusions) {
      return Chosen(route: .direct, words: exclusion.description)
    }
    return Chosen(route: .proxy(named), words: "through the proxy \(named), as the request says")
  }
}
