import ArgumentParser
import ContentCodings
import Headless
import Routes
import Workspaces

/// How an exchange is carried.
struct SendingOptions: ParsableArguments {
  enum Addresses: String, EnumerableFlag {
    case ipv4, ipv6

    static func name(for value: Addresses) -> NameSpecification {
      value == .ipv4 ? [.customShort("4"), .long] : [.customShort("6"), .long]
    }

    static func help(for value: Addresses) -> ArgumentHelp? {
      value == .ipv4 ? "Use only IPv4 addresses." : "Use only IPv6 addresses."
    }
  }

  enum Version: String, EnumerableFlag {
    case http10, http11, http2, http2Upgrade

    static func name(for value: Version) -> NameSpecification {
      switch value {
      case .http10: .customLong("http1.0")
      case .http11: .customLong("http1.1")
      case .http2: [.customLong("http2"), .customLong("http2-prior-knowledge")]
      case .http2Upgrade: .customLong("http2-upgrade")
      }
    }

    static func help(for value: Version) -> ArgumentHelp? {
      switch value {
      case .http10: "Speak HTTP/1.0."
      case .http11: "Speak HTTP/1.1."
      case .http2: "Speak HTTP/2: over TLS where the server agrees (ALPN), otherwise without asking it."
      case .http2Upgrade:
        "The same over TLS; otherwise ask with Upgrade: h2c in HTTP/1.1, as curl's --http2 does."
      }
    }
  }

  @Flag(help: "Go on where a redirect leads to.")
  var follow = false

  @Flag(help: "Answer a challenge by the Digest scheme, with the user and password of the URL or the request.")
  var digest = false

  @Option(name: .customLong("max-redirs"), help: ArgumentHelp("Follow at most so many.", valueName: "count"))
  var redirectLimit: Int?

  @Option(
    help: ArgumentHelp("Compress the content that is sent: gzip, deflate, br or zstd.", valueName: "coding"))
  var compress: ContentCoding?

  @Option(
    help: ArgumentHelp(
      "Give up when connecting or the TLS handshake takes longer, or when no byte comes or goes for so long.",
      valueName: "seconds"))
  var timeout: Double?

  @Option(help: ArgumentHelp("Give up when look-up and connecting take longer.", valueName: "seconds"))
  var connectTimeout: Double?

  @Option(help: ArgumentHelp("Give up when the TLS handshake takes longer.", valueName: "seconds"))
  var handshakeTimeout: Double?

  @Option(
    help: ArgumentHelp("Give up when the answer's first byte takes longer after the request.", valueName: "seconds"))
  var firstByteTimeout: Double?

  @Option(name: .customLong("max-time"), help: ArgumentHelp("Give up when all takes longer.", valueName: "seconds"))
  var totalTimeout: Double?

  @Option(
    name: .customLong("unix-socket"),
    help: ArgumentHelp("Connect to this Unix-domain socket instead of the URL's host.", valueName: "path"))
  var socketPath: String?

  @Option(
    name: .customLong("abstract-unix-socket"),
    help: ArgumentHelp("Connect to this socket without a file, by its name.", valueName: "name"))
  var abstractSocket: String?

  @Option(
    help: ArgumentHelp("Use these addresses instead of a look-up; repeatable.", valueName: "host:port:address,…"))
  var resolve: [String] = []

  @Option(
    name: .customLong("connect-to"),
    help: ArgumentHelp(
      "Connect to the second host and port instead of the first; repeatable.", valueName: "host:port:host:port"))
  var connectTo: [String] = []

  @Option(help: ArgumentHelp("Connect from this address or interface.", valueName: "address"))
  var interface: String?

  @Option(
    name: .customLong("local-port"),
    help: ArgumentHelp("Connect from this port, or the first that is free of several.", valueName: "port[-port]"))
  var localPort: String?

  @OptionGroup var proxy: ProxyOptions
  @OptionGroup var line: LineOptions

  @Flag(exclusivity: .exclusive) var addresses: Addresses?
  @Flag(exclusivity: .exclusive) var version: Version?

  func validate() throws {
    let times: [(name: String, seconds: Double?)] = [
      ("timeout", timeout), ("connect-timeout", connectTimeout), ("handshake-timeout", handshakeTimeout),
      ("first-byte-timeout", firstByteTimeout), ("max-time", totalTimeout),
    ]
    for case (let name, let seconds?) in times where !(seconds > 0 && seconds < 1_000_000) {
      throw ValidationError("--\(name) \(seconds) is no time: give seconds, such as 30 or 0.5.")
    }
    if let redirectLimit, !(0...1000).contains(redirectLimit) {
      throw ValidationError("--max-redirs \(redirectLimit) is out of range: give 0 to 1000.")
    }
    if socketPath != nil, abstractSocket != nil {
      throw ValidationError("Two sockets are named: --unix-socket or --abstract-unix-socket, not both.")
    }
    _ = try overrides()
  }

  func apply(to order: inout SendOrder) throws {
    if follow { order.followsRedirects = true }
    if digest {
      let (user, password) = order.request.auth.login ?? ("", "")
      order.request.auth = .digest(user: user, password: password)
    }
    if let compress { order.request.options.contentCoding = compress }
    func set(_ seconds: Double?, _ path: WritableKeyPath<RequestOptions, Int>) {
      if let seconds { order.request.options[keyPath: path] = max(1, Int(seconds * 1000)) }
    }
    set(timeout, \.connectTimeoutMilliseconds)
    set(timeout, \.handshakeTimeoutMilliseconds)
    set(timeout, \.idleTimeoutMilliseconds)
    set(connectTimeout, \.connectTimeoutMilliseconds)
    set(handshakeTimeout, \.handshakeTimeoutMilliseconds)
    set(firstByteTimeout, \.firstByteTimeoutMilliseconds)
    set(totalTimeout, \.totalTimeoutMilliseconds)
    if let redirectLimit { order.request.options.redirectLimit = redirectLimit }
    if let abstractSocket { order.request.options.socketPath = "@" + abstractSocket }
    if let socketPath { order.request.options.socketPath = socketPath }
    switch addresses {
    case .ipv4: order.request.options.addresses = .ipv4
    case .ipv6: order.request.options.addresses = .ipv6
    case nil: break
    }
    switch version {
    case .http10: order.request.options.httpVersion = .http10
    case .http11: order.request.options.httpVersion = .http11
    case .http2: order.request.options.httpVersion = .http2
    case .http2Upgrade: order.request.options.httpVersion = .http2Upgrade
    case nil: break
    }
    order.overrides = try overrides()
    proxy.apply(to: &order)
    try line.apply(to: &order)
  }

  private func overrides() throws -> Overrides {
    do throws(RouteError) {
      return Overrides(
        resolve: try resolve.map { text throws(RouteError) in try ResolveEntry(text) },
        connectTo: try connectTo.map { text throws(RouteError) in try ConnectToEntry(text) },
        binding: interface == nil && localPort == nil ? nil : try LocalBinding(interface: interface, ports: localPort))
    } catch {
      throw ValidationError(error.description)
    }
  }
}
