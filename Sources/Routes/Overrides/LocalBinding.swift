/// What a connection's own end is to be: an interface, an address, a range of ports (curl's `--interface` and
/// `--local-port`).
package struct LocalBinding: Sendable, Hashable {
  /// Where the connection begins.
  package enum Source: Sendable, Hashable {
    /// `if!eth0`: what leaves by this interface, whatever its addresses.
    case interface(String)
    /// `host!name`, or an address without brackets: this machine's address of that name.
    case host(String)
    /// A bare word: an interface if there is one of that name, else a host.
    case interfaceOrHost(String)
    /// `ifhost!eth0!192.0.2.1`: both.
    case both(interface: String, host: String)
  }

  /// Nil where the system chooses.
  package let source: Source?
  /// Nil where the system chooses; else they are tried in their order.
  package let ports: ClosedRange<Int>?

  /// Reads the text of `--interface`, and that of `--local-port`, where there are any.
  package init(interface text: String?, ports: String? = nil) throws(RouteError) {
    source = try text.map { text throws(RouteError) in try Self.source(text) }
    self.ports = try ports.map { text throws(RouteError) in try Self.range(text) }
  }

  private static func source(_ text: String) throws(RouteError) -> Source {
    let pieces = text.split(separator: "!", omittingEmptySubsequences: false).map(String.init)
    switch (pieces.count, pieces[0]) {
    case (1, _):
      if IPLiteral(bare(text)) != nil { return .host(bare(text)) }
      return .interfaceOrHost(try host(text))
    case (2, "if"): return .interface(try interface(pieces[1]))
    case (2, "host"): return .host(try host(bare(pieces[1])))
    case (3, "ifhost"): return .both(interface: try interface(pieces[1]), host: try host(bare(pieces[2])))
    default: throw .binding(text)
    }
  }

  private static func bare(_ text: String) -> String {
    text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
  }

  private static func host(_ text: String) throws(RouteError) -> String {
    if text.isEmpty || text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) { throw .binding(text) }
    return text
  }

  /// netdevice(7): IFNAMSIZ is 16 with the NUL.
  private static func interface(_ text: String) throws(RouteError) -> String {
    guard 1...15 ~= text.utf8.count, !text.utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "/") }) else {
      throw .interfaceName(text)
    }
    return text
  }

  private static func range(_ text: String) throws(RouteError) -> ClosedRange<Int> {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { PortText.port($0) }
    guard 1...2 ~= ends.count, let first = ends[0], let last = ends[ends.count - 1], first <= last else {
      throw .localPorts(text)
    }
    return first...last
  }
}

extension LocalBinding: CustomStringConvertible {
  /// The binding in words: "from eth0, port 40000 to 40100".
  package var description: String {
    let place =
      switch source {
      case nil: "from any address"
      case .interface(let name): "from the interface \(name)"
      case .host(let name): "from \(name)"
      case .interfaceOrHost(let name): "from the interface or host \(name)"
      case .both(let interface, let host): "from \(host) by the interface \(interface)"
      }
    guard let ports else { return place }
    return ports.count == 1
      ? "\(place), port \(ports.lowerBound)" : "\(place), port \(ports.lowerBound) to \(ports.upperBound)"
  }
}
