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

  /// Decodes the picture again where the room for it, or what shows it, has changed.
  mutating func fitPicture() -> [Effect] {
    guard viewer.view == .picture, let shown = viewer.picture else { return [] }
    let fitting = wantedPicture(of: shown.exchange)
    return fitting.room == shown.room && fitting.medium == shown.medium ? [] : decodePicture(of: shown.exchange)
  }

  /// Decodes the picture of a tab that is shown again, where that was cut off or has another room.
  mutating func freshenPicture() -> [Effect] {
    guard viewer.view == .picture, let shown = viewer.picture, shown.state == .decoding else { return fitPicture() }
    return decodePicture(of: shown.exchange)
  }

  /// Takes what was decoded; what was asked for in the meantime counts more.
  mutating func take(_ picture: ShownPicture, _ result: Result<RenderedPicture, Sentence>) {
    guard let shown = viewer.picture, shown.exchange == picture.exchange, shown.room == picture.room,
      shown.medium == picture.medium
    else { return }
    switch result {
    case .success(let rendered): viewer.picture?.state = .decoded(rendered)
    case .failure(let sentence): viewer.picture?.state = .failed(sentence.text)
    }
  }

  private func wantedPicture(of exchange: ExchangeID) -> ShownPicture {
    ShownPicture(
      exchange: exchange, columns: viewer.body.columns, rows: viewer.body.rows, medium: pictures)
  }

  private mutating func decodePicture(of exchange: ExchangeID) -> [Effect] {
    let picture = wantedPicture(of: exchange)
    viewer.picture = picture
    return [.decode(picture)]
  }
}
