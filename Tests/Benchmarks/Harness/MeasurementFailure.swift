/// Something could not be measured.
struct MeasurementFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }

  /// A call of the system failed; must be made before anything else changes `errno`.
  static func system(_ call: String, _ code: Int32) -> MeasurementFailure {
    MeasurementFailure("\(call) failed with errno \(code).")
  }
}
