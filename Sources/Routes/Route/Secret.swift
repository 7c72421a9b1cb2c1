/// A value that no description, no dump and no error shows.
package struct Secret<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The value itself, for the wire.
  package let value: Value

  package init(_ value: Value) {
    self.value = value
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "hidden" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
