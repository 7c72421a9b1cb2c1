package import Exchanges

/// Which message the difference view compares with, and how.
package struct DocumentComparison: Sendable, Hashable {
  /// The exchange whose message comes first; it must be known to the store, too.
  package var other: ExchangeID
  /// Whether the messages stand side by side, rather than one's rows under the other's.
  package var isSideBySide: Bool
  /// Whether JSON is compared by its structure, rather than by its rows.
  package var isByStructure: Bool

  /// A comparison with an exchange's message of the same kind.
  package init(with other: ExchangeID, isSideBySide: Bool = false, isByStructure: Bool = true) {
    self.other = other
    self.isSideBySide = isSideBySide
    self.isByStructure = isByStructure
  }
}
