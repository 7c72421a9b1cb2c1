package import Exchanges

/// How a plain request goes out through an HTTP proxy without a tunnel: what changes in its head.
package struct ForwardForm: Sendable, Hashable {
  /// A field for the proxy alone.
  package struct Field: Sendable, Hashable {
    package let name: String
    package let value: Secret<String>
  }

  /// What stands in the request line in place of the endpoint's own form (RFC 9112 §3.2.2): the URL's whole text.
  package let target: String
  /// Fields to add behind the request's own.
  ///
  /// A proxy takes Proxy-Authorization for itself and does not pass it on (RFC 9110 §11.7.1); on a connection that does
  /// not end at this proxy it must not be sent.
  package let fields: [Field]

  /// The form of a request whose target is as an origin server would get it.
  ///
  /// `*`, of OPTIONS, becomes a URL without a path (RFC 9112 §3.2.4); a target that is a URL already, or neither, stays.
  package init(target: String, to endpoint: Endpoint, through proxy: Proxy) {
    let origin = "\(endpoint.scheme.rawValue)://\(endpoint.authority)"
    self.target = target == "*" ? origin : target.hasPrefix("/") ? origin + target : target
    fields =
      proxy.kind.isHTTP
      ? proxy.credentials.map { [Field(name: "Proxy-Authorization", value: Secret($0.basic))] } ?? [] : []
  }
}
