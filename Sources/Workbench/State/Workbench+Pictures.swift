import Exchanges
import Pictures

/// Looking at a body that is a picture.
extension Workbench {
  mutating func showPicture() -> [Effect] {
    guard let exchange = viewer.exchange else {
      message = .note("There is no body to see yet")
      return []
    }
    focus = .body
    return viewer.show(.picture).map(Effect.window) + decodePicture(of: exchange)
  }

  /// Decodes the picture again where the room for it has changed.
  mutating func fitPicture() -> [Effect] {
    guard viewer.view == .picture, let shown = viewer.picture else { return [] }
    let fitting = ShownPicture(exchange: shown.exchange, columns: viewer.body.columns, rows: viewer.body.rows)
    return fitting.room == shown.room ? [] : decodePicture(of: shown.exchange)
  }

  /// Takes what was decoded; what was asked for in the meantime counts more.
  mutating func take(_ picture: ShownPicture, _ result: Result<Picture, Sentence>) {
    guard viewer.picture?.exchange == picture.exchange, viewer.picture?.room == picture.room else { return }
    switch result {
    case .success(let decoded): viewer.picture?.state = .decoded(decoded)
    case .failure(let sentence): viewer.picture?.state = .failed(sentence.text)
    }
  }

  private mutating func decodePicture(of exchange: ExchangeID) -> [Effect] {
    let picture = ShownPicture(exchange: exchange, columns: viewer.body.columns, rows: viewer.body.rows)
    viewer.picture = picture
    return [.decode(picture)]
  }
}
