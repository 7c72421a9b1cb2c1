package import Exchanges
import Routes

/// Where a connection's transport goes, and what is said on it before it is the endpoint's.
struct RoutePlan: Sendable, Hashable {
  /// What is looked up and connected to: the endpoint's own host and port, the proxy's, or others that the user gave.
  var host: String
  var port: Int
  /// Addresses that are known without a look-up: given ones, the socket, or the one that the host is.
  var given: [NetworkAddress] = []
  /// The families that are looked up and tried.
  var families = AddressFamily.allCases
  /// Where the connection begins; nil where the system chooses.
  var binding: LocalBinding?
  /// What is told before anything else.
  var notes: [ConnectionEvent.Kind] = []
  /// Why the endpoint cannot be connected to like this; nil where it can.
  var problem: String?
  /// What a proxy is asked for; nil where nothing is asked of one.
  var tunnel: Tunnel?

  /// A way through a proxy.
  struct Tunnel: Sendable, Hashable {
    var proxy: Proxy
    /// The endpoint's host as the proxy gets it, unless it is to be looked up here.
    var destination: Destination
  }

  /// The plan of a connection to an endpoint.
  init(to endpoint: Endpoint, _ options: ExchangeOptions) {
    (host, port) = (endpoint.host, endpoint.port)
    if !options.condition.isClear { notes.append(.lineConditioned("\(options.condition)")) }
    if let words = options.routeWords { notes.append(.routeChosen(words)) }
    if case .unixSocket(let path) = options.route {
      if path.isAbstract {
        problem = "Barewire cannot connect to abstract sockets such as \(path): use one with a path."
      }
      given = [.socket(path: path.text)]
      return
    }
    do throws(RouteError) {
      try lead(to: endpoint, options)
    } catch {
      problem = error.description
    }
  }

  private mutating func lead(to endpoint: Endpoint, _ options: ExchangeOptions) throws(RouteError) {
    var first = (host: endpoint.host, port: endpoint.port)
    if case .proxy(let proxy) = options.route {
      first = (proxy.host, proxy.port)
      tunnel = try Self.tunnel(to: endpoint, through: proxy, options)
    }
    var overrides = options.overrides
    // With a proxy it changes what the proxy is asked for.
    if tunnel != nil || first != (endpoint.host, endpoint.port) { overrides.connectTo = [] }
    let target = try overrides.apply(host: first.host, port: first.port)
    (host, port) = (target.host, target.port)
    if (host, port) != first { notes.append(.targetReplaced(host: host, port: port)) }
    try bind(overrides)
    if let addresses = target.addresses {
      given = addresses
      notes.append(.lookupReplaced(host: host, addresses: addresses))
    } else {
      given = IPAddress.literal(host, port: port).map { [$0] } ?? []
    }
  }

  /// What the proxy is asked for; nil where it takes the endpoint's requests as they are.
  private static func tunnel(
    to endpoint: Endpoint, through proxy: Proxy, _ options: ExchangeOptions
  ) throws(RouteError) -> Tunnel? {
    if options.isForwarding(to: endpoint) { return nil }
    let asked = try Overrides(connectTo: options.overrides.connectTo).apply(to: endpoint)
    return Tunnel(proxy: proxy, destination: Destination(host: asked.host, port: asked.port))
  }

  private mutating func bind(_ overrides: Overrides) throws(RouteError) {
    binding = overrides.binding
    if let binding { notes.append(.sourceBound(binding.words)) }
    let isSourceIPv6 = try binding?.source?.address().map(\.isIPv6)
    families = AddressFamily.allCases.filter { family in
      overrides.usable.includes(isIPv6: family == .ipv6) && (isSourceIPv6.map { $0 == (family == .ipv6) } ?? true)
    }
    if families.count == 1 { notes += families.map { .familyRestricted($0) } }
  }
}

extension ExchangeOptions {
  /// Whether a request to an endpoint goes to a proxy as it is, without a tunnel: its target is a whole URL then.
  ///
  /// Where the user wants another host to be connected to, only a tunnel leads there.
  package func isForwarding(to endpoint: Endpoint) -> Bool {
    guard route.isForwarding(to: endpoint.scheme) else { return false }
    return (try? Overrides(connectTo: overrides.connectTo).apply(to: endpoint))?.reasons.isEmpty ?? false
  }
}

extension LocalBinding {
  /// The address or interface, and the ports, in words.
  var words: String {
    let range = ports.map { $0.count == 1 ? "port \($0.lowerBound)" : "port \($0.lowerBound) to \($0.upperBound)" }
    return [source?.words, range].compactMap { $0 }.joined(separator: ", ")
  }
}

extension LocalBinding.Source {
  /// The interface that connections leave by; a bare word that is no address is taken for one.
  var interface: String? {
    switch self {
    case .interface(let name), .interfaceOrHost(let name), .both(let name, _): name
    case .host: nil
    }
  }

  /// The address that connections come from; names are not looked up.
  func address() throws(RouteError) -> IPLiteral? {
    switch self {
    case .interface, .interfaceOrHost: return nil
    case .host(let host), .both(_, let host):
      guard let address = IPLiteral(host) else { throw .sourceNotAddress(host) }
      return address
    }
  }

  /// The source in words.
  var words: String {
    switch self {
    case .interface(let name), .interfaceOrHost(let name), .host(let name): name
    case .both(let interface, let host): "\(host) by \(interface)"
    }
  }
}
