/// Something could not be measured.
package struct MeasurementFailure: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }

  /// A call of the system failed; must be made before anything else changes `errno`.
  package static func system(_ call: String, _ code: Int32) -> MeasurementFailure {
    MeasurementFailure("\(call) failed with errno \(code).")
  }
}
