package import Exchanges

/// Which connection is shown, and what of it.
package struct ConnectionPanel: Sendable {
  /// What was sent by hand of which draft, so that the rest can follow.
  package struct ByHand: Sendable, Hashable {
    package var exchange: ExchangeID
    package var connection: ConnectionID
    package var sent: [UInt8]
  }

  package private(set) var shown: ConnectionID?
  package var byHand: ByHand?
  package private(set) var view = ConnectionView.events
  /// The row under the cursor; nil while the last row is followed as rows come.
  package private(set) var cursor: Int?

  package init() {}

  package mutating func show(_ id: ConnectionID?) {
    guard shown != id else { return }
    shown = id
    startOver()
  }

  package mutating func show(_ view: ConnectionView) {
    self.view = view
    startOver()
  }

  /// Events are followed; what stands still is read from its first row.
  private mutating func startOver() {
    cursor = view == .events ? nil : 0
  }

  /// The row that the cursor is on, of so many.
  package func cursorRow(of count: Int) -> Int {
    max(0, min(cursor ?? count - 1, count - 1))
  }

  /// Moves the cursor over the rows of the view, of which there are `count`; on the last event it follows again.
  package mutating func move(by step: Int, of count: Int) {
    let row = max(0, min(cursorRow(of: count) + step, count - 1))
    cursor = view == .events && row == count - 1 ? nil : row
  }
}
