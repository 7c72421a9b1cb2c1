package import Exchanges
package import Pictures

/// The picture that a body is, as far as it can be shown.
package struct ShownPicture: Sendable, Hashable {
  package enum State: Sendable, Hashable {
    case decoding
    case decoded(RenderedPicture)
    /// The sentence says why there is none.
    case failed(String)
  }

  /// The exchange whose body it is.
  package let exchange: ExchangeID
  package let medium: PictureMedium
  /// The pixels that there is room for.
  package let room: Picture.Size
  package internal(set) var state = State.decoding

  init(exchange: ExchangeID, columns: Int, rows: Int, medium: PictureMedium) {
    self.exchange = exchange
    self.medium = medium
    room = medium.room(columns: columns, rows: rows)
  }
}
