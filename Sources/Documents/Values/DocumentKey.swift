package import Exchanges
package import HTTPMessages

/// Names one document: which exchange's, which message's, looked at how.
package struct DocumentKey: Sendable, Hashable {
  package var exchange: ExchangeID
  package var view: DocumentView
  /// The message that is looked at; the wire view shows both in any case.
  package var message: MessageKind
  /// Bytes in a row of the hex and wire views, 4 to 64.
  package var bytesPerRow: Int
  /// The number of the filter that is looked at, in the view `filtered`.
  package var filter: Int
  /// Columns at which the rows of the pretty and text views are wrapped; 0 where they are not.
  package var columns: Int
  /// What the difference view compares with, and how.
  package var comparison: DocumentComparison?

  /// A view of one message of an exchange.
  package init(
    exchange: ExchangeID, view: DocumentView, message: MessageKind = .response, bytesPerRow: Int = 16, filter: Int = 0,
    columns: Int = 0
  ) {
    self.exchange = exchange
    self.view = view
    self.message = message
    self.columns = columns
    self.bytesPerRow = min(64, max(4, bytesPerRow))
    self.filter = filter
  }

  /// The same view without wrapped rows.
  var unwrapped: DocumentKey {
    var key = self
    key.columns = 0
    return key
  }
}
