/// A value of a settings file with the line that it stands in.
package struct Placed<Value: Sendable & Hashable>: Sendable, Hashable {
  package var value: Value
  /// From 1.
  package var line: Int

  package init(_ value: Value, line: Int) {
    self.value = value
    self.line = line
  }
}
