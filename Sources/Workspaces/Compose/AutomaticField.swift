/// A field that Barewire adds to a request by itself.
package struct AutomaticField: Sendable, Hashable {
  package var name: String
  package var value: String
  /// The user dropped it: it is not sent.
  package var isDropped: Bool
  /// A field that is switched on in the form has the same name: that one is sent in its place.
  package var isOverridden: Bool

  package init(_ name: String, _ value: String, isDropped: Bool = false, isOverridden: Bool = false) {
    self.name = name
    self.value = value
    self.isDropped = isDropped
    self.isOverridden = isOverridden
  }

  /// Whether it goes out.
  package var isSent: Bool {
    !isDropped && !isOverridden
  }
}
