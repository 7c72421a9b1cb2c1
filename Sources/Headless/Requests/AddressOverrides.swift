package import Connections
import Exchanges

/// Where connections go instead of where their URLs point, in the notation of curl.
package struct AddressOverrides: Sendable, Hashable {
  /// Why a text is no override.
  package enum Failure: Error, Sendable, Hashable {
    case resolve(String)
    case connectTo(String)
  }

  private struct Rule<Value: Sendable & Hashable>: Sendable, Hashable {
    /// Nil for any.
    var host: String?
    var port: Int?
    var value: Value

    func matches(_ endpoint: Endpoint) -> Bool {
      (host == nil || host == endpoint.host.lowercased()) && (port == nil || port == endpoint.port)
    }
  }

  /// The address or the interface that connections come from.
  package var source: String?
  private var addresses: [Rule<[String]>] = []
  private var targets: [Rule<Part>] = []

  /// A host and a port, each of which may be missing.
  private struct Part: Sendable, Hashable {
    var host: String?
    var port: Int?
  }

  package init() {}

  /// Takes `HOST:PORT:ADDRESS[,ADDRESS]…`; the host may be `*`.
  package mutating func resolve(_ text: String) throws(Failure) {
    let parts = Self.parts(of: text, limit: 3)
    guard parts.count == 3, !parts[0].isEmpty, let port = Self.port(parts[1]) else { throw .resolve(text) }
    let found = parts[2].split(separator: ",").map { Self.withoutBrackets(String($0)) }
    guard !found.isEmpty, found.allSatisfy(EndpointReach.isAddress) else { throw .resolve(text) }
    addresses.append(Rule(host: parts[0] == "*" ? nil : Self.host(parts[0]), port: port, value: found))
  }

  /// Takes `HOST:PORT:HOST:PORT`, each of which may be empty: for any on the left, for the same on the right.
  package mutating func connect(_ text: String) throws(Failure) {
    let parts = Self.parts(of: text, limit: 4)
    guard parts.count == 4 else { throw .connectTo(text) }
    let ports = [parts[1], parts[3]].map { $0.isEmpty ? nil : Self.port($0) }
    guard (ports[0] != nil) != parts[1].isEmpty, (ports[1] != nil) != parts[3].isEmpty else { throw .connectTo(text) }
    let hosts = [parts[0], parts[2]].map { $0.isEmpty ? nil : Self.host($0) }
    targets.append(Rule(host: hosts[0], port: ports[0], value: Part(host: hosts[1], port: ports[1])))
  }

  /// Tells a request what is meant for its endpoint; the first rule that matches counts.
  package func apply(to request: inout OutgoingRequest) {
    var endpoint = request.endpoint
    if let source { request.options.reach.source = source }
    if let target = targets.first(where: { $0.matches(endpoint) })?.value {
      endpoint.host = target.host ?? endpoint.host
      endpoint.port = target.port ?? endpoint.port
      request.options.reach.target = EndpointReach.Target(host: endpoint.host, port: endpoint.port)
    }
    if let found = addresses.first(where: { $0.matches(endpoint) }) { request.options.reach.addresses = found.value }
  }

  /// The text cut at its colons, but not in brackets, into at most `limit` parts.
  private static func parts(of text: String, limit: Int) -> [String] {
    var parts = [""]
    var isInBrackets = false
    for character in text {
      if character == "[" { isInBrackets = true }
      if character == "]" { isInBrackets = false }
      if character == ":", !isInBrackets, parts.count < limit {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  private static func port(_ text: String) -> Int? {
    Int(text).flatMap { (1...65_535).contains($0) ? $0 : nil }
  }

  private static func host(_ text: String) -> String { withoutBrackets(text).lowercased() }

  private static func withoutBrackets(_ text: String) -> String {
    text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
  }
}

extension AddressOverrides.Failure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .resolve(let text): "“\(text)” gives no address: write HOST:PORT:ADDRESS, such as example.com:443:127.0.0.1."
    case .connectTo(let text):
      "“\(text)” names no other host: write HOST:PORT:HOST:PORT, such as example.com:443:localhost:8443."
    }
  }
}
