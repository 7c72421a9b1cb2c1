package import Exchanges
package import Pictures

/// The picture that a body is, as far as it can be shown.
package struct ShownPicture: Sendable, Hashable {
  package enum State: Sendable, Hashable {
    case decoding
    case decoded(Picture)
    /// The sentence says why there is none.
    case failed(String)
  }

  /// The exchange whose body it is.
  package let exchange: ExchangeID
  /// The pixels that there is room for: two in a cell, one above the other.
  package let room: Picture.Size
  package internal(set) var state = State.decoding

  init(exchange: ExchangeID, columns: Int, rows: Int) {
    self.exchange = exchange
    room = Picture.Size(width: max(1, columns), height: max(1, rows) * 2)
  }
}
