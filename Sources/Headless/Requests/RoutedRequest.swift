import Connections
package import Exchanges
import HTTPMessages
package import Routes
package import Workspaces

/// A prepared request with its way to the endpoint, and its bytes in the form that this way asks for.
package struct RoutedRequest: Sendable {
  package private(set) var prepared: PreparedRequest
  package let endpoint: Endpoint
  /// What a person should know.
  package private(set) var notes: [String]
  /// Which bytes of the head are for the proxy alone: they belong to the route, not to the request.
  package private(set) var proxyFields: Range<Int>?
  let route: RouteChoice.Chosen
  let overrides: Overrides
  let condition: NetworkCondition

  /// Chooses the way.
  ///
  /// A proxy that takes requests as they are gets the URL as the target, and its credentials as a field.
  package init(
    _ prepared: PreparedRequest, by routes: RouteChoice, overrides: Overrides = Overrides()
  ) throws(RouteError) {
    self.prepared = prepared
    endpoint = Endpoint(
      scheme: prepared.scheme == "https" ? .https : .http, host: prepared.host, port: prepared.port)
    notes = prepared.notes.map(\.description)
    route = try routes.route(to: endpoint, proxy: prepared.options.proxy, socketPath: prepared.options.socketPath)
    condition = try NetworkCondition(prepared.options.networkCondition)
    var overrides = overrides
    switch prepared.options.addresses {
    case .any: break
    case .ipv4: overrides.usable = .ipv4Only
    case .ipv6: overrides.usable = .ipv6Only
    }
    self.overrides = overrides
    var options = ExchangeOptions()
    options.route = route.route
    options.overrides = overrides
    guard case .proxy(let proxy) = route.route, options.isForwarding(to: endpoint) else { return }
    if prepared.isRaw {
      notes.append("The bytes go to the proxy \(proxy) unchanged: it needs the whole URL in the request line.")
    } else {
      forward(ForwardForm(target: prepared.target, to: endpoint, through: proxy))
    }
  }

  /// Codes a file that is to be coded; gives the coded one, which must live until the request is sent.
  package mutating func codeFile() throws(CodedBodyFileError) -> CodedBodyFile? {
    let coded = try CodedBodyFile.coding(prepared)
    prepared = coded.request
    return coded.file
  }

  /// Writes another target into the head, and fields behind the last one.
  private mutating func forward(_ form: ForwardForm) {
    guard case .bytes(let bytes)? = prepared.parts.first else { return }
    let method = bytes.prefix { $0 != UInt8(ascii: " ") }
    let rest = bytes[method.endIndex...].dropFirst(1 + prepared.target.utf8.count)
    guard let end = Self.endOfFields(rest) else { return }
    var writer = MessageWriter()
    for field in form.fields { writer.field(name: field.name, value: field.value.value) }
    let start = method + [UInt8(ascii: " ")] + form.target.utf8 + rest[..<end]
    prepared.parts[0] = .bytes(start + writer.bytes + rest[end...])
    if !writer.bytes.isEmpty { proxyFields = start.count..<start.count + writer.bytes.count }
    prepared.target = form.target
  }

  /// Where the empty line begins.
  private static func endOfFields(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.first { bytes[$0...].starts(with: [0x0D, 0x0A, 0x0D, 0x0A]) }.map { $0 + 2 }
  }
}
