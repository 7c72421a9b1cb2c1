package import Exchanges

/// A request that is ready to go out: where to, its exact bytes, and how to carry it.
package struct OutgoingRequest: Sendable, Hashable {
  /// A piece of the request's bytes; nothing is added between or around the pieces.
  package enum Part: Sendable, Hashable {
    case bytes([UInt8])
    /// The first `length` bytes of a file; a shorter file fails the exchange.
    case file(path: String, length: Int)
  }

  /// Where the connection goes; the bytes may name another host.
  package var endpoint: Endpoint
  /// As it stands in the bytes: decides how the response is framed, and whether the request may be sent again.
  package var method: String
  /// As it stands in the bytes; for the summary only.
  package var target: String
  /// What goes out, in this order.
  package var parts: [Part]
  package var options: ExchangeOptions
  /// The exchange whose answer led to this request.
  package var redirectedFrom: ExchangeID?
  /// Whether it is the same request once more, with an answer to that one's challenge.
  package var answersChallenge = false

  /// A request of these parts, with the usual options unless told otherwise.
  package init(
    endpoint: Endpoint, method: String, target: String, parts: [Part], options: ExchangeOptions = ExchangeOptions()
  ) {
    self.endpoint = endpoint
    self.method = method
    self.target = target
    self.parts = parts
    self.options = options
  }

  /// Whether sending it twice means the same as sending it once (RFC 9110 §9.2.2).
  var isIdempotent: Bool {
    ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"].contains(method)
  }
}
