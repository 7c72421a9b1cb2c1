package import Documents
package import Exchanges
package import HTTPMessages

/// Two messages that are compared, and how.
package struct Comparison: Sendable, Hashable {
  /// Bodies of at least so many columns show both messages side by side unless the user says otherwise.
  private static let columnsForTwo = 88

  /// The exchange whose message comes first.
  package var before: ExchangeID
  package var after: ExchangeID
  /// Which message of each exchange.
  package var message: MessageKind
  /// Whether the exchanges are requests that were never sent, so that there are no responses.
  package let hasRequestsOnly: Bool
  /// Whether JSON is compared by its structure, rather than by its rows.
  package var isByStructure = true
  /// What the user said; nil where the room decides.
  private var isSideBySide: Bool?

  /// A comparison of two exchanges' messages.
  package init(before: ExchangeID, after: ExchangeID, message: MessageKind, hasRequestsOnly: Bool = false) {
    self.before = before
    self.after = after
    self.message = message
    self.hasRequestsOnly = hasRequestsOnly
  }

  /// Whether both messages stand side by side in a pane of so many columns.
  package func isSideBySide(columns: Int) -> Bool { isSideBySide ?? (columns >= Self.columnsForTwo) }

  /// Puts one's rows under the other's, or both side by side.
  package mutating func turn(columns: Int) {
    isSideBySide = !isSideBySide(columns: columns)
  }

  /// The document that shows it in a pane of so many columns.
  package func key(columns: Int) -> DocumentKey {
    var key = DocumentKey(exchange: after, view: .difference, message: message)
    key.comparison = DocumentComparison(
      with: before, isSideBySide: isSideBySide(columns: columns), isByStructure: isByStructure)
    return key
  }
}

/// What was marked to be compared with something else.
package enum ComparisonMark: Sendable, Hashable {
  case exchange(ExchangeID)
  case request(DraftID)
}

/// A request that is made into bytes to be compared, without being sent.
package struct RecordedRequest: Sendable, Hashable {
  /// The identity that its recording gets.
  package var id: ExchangeID
  package var source: RequestSource
}
