package import Exchanges

/// The proxies that environment variables name, read as curl does.
///
/// `http_proxy` counts in small letters only, because a web server hands a request's Proxy field to a CGI program as
/// HTTP_PROXY (CVE-2016-5385); of the others the one in small letters wins. An empty variable counts as none.
package struct ProxyEnvironment: Sendable, Hashable {
  /// What the variables say about an endpoint, and which of them did.
  package enum Decision: Sendable, Hashable {
    case proxy(Proxy, variable: String)
    /// There is a proxy, but not for this host.
    case excluded(entry: String, variable: String)
    /// No variable names a proxy.
    case none
  }

  /// Values may have passwords in them.
  private let variables: [String: Secret<String>]

  /// Keeps the variables that matter of a process's environment.
  package init(_ environment: [String: String]) {
    let names = Endpoint.Scheme.allCases.flatMap(Self.names(for:)) + Self.exclusions
    variables = environment.filter { names.contains($0.key) && !$0.value.isEmpty }.mapValues { Secret($0) }
  }

  /// Decides for an endpoint; throws where the variable that counts cannot be read.
  ///
  /// `exclusions` take the place of NO_PROXY.
  package func decision(
    for endpoint: Endpoint, exclusions: NoProxyList? = nil
  ) throws(RouteError) -> Decision {
    guard let (name, text) = first(of: Self.names(for: endpoint.scheme)) else { return .none }
    if let exclusion = exclusion(for: endpoint.host, exclusions: exclusions) { return exclusion }
    do throws(RouteError) {
      return .proxy(try Proxy(text), variable: name)
    } catch {
      throw .variable(name, error)
    }
  }

  /// What leaves a host out; nil where nothing does.
  package func exclusion(for host: String, exclusions: NoProxyList? = nil) -> Decision? {
    if let exclusions {
      return exclusions.entry(for: host).map { .excluded(entry: $0, variable: "--noproxy") }
    }
    guard let (variable, list) = first(of: Self.exclusions), let entry = NoProxyList(list).entry(for: host) else {
      return nil
    }
    return .excluded(entry: entry, variable: variable)
  }

  private static let exclusions = ["no_proxy", "NO_PROXY"]

  private static func names(for scheme: Endpoint.Scheme) -> [String] {
    (scheme == .http ? ["http_proxy"] : ["https_proxy", "HTTPS_PROXY"]) + ["all_proxy", "ALL_PROXY"]
  }

  private func first(of names: [String]) -> (name: String, text: String)? {
    for name in names {
      if let text = variables[name] { return (name, text.value) }
    }
    return nil
  }
}

extension ProxyEnvironment.Decision {
  /// What follows for the way to the endpoint.
  package var route: Route {
    if case .proxy(let proxy, _) = self { .proxy(proxy) } else { .direct }
  }
}

extension ProxyEnvironment.Decision: CustomStringConvertible {
  /// The decision and its reason, as a sentence's end.
  package var description: String {
    switch self {
    case .proxy(let proxy, let variable): "through the proxy \(proxy), because \(variable) says so"
    case .excluded(let entry, let variable): "directly, because “\(entry)” in \(variable) leaves this host out"
    case .none: "directly, because no environment variable names a proxy"
    }
  }
}
