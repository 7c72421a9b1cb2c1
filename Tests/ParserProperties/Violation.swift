/// A stream that the parser did not read as every stream must be read.
package struct Violation: Error, CustomStringConvertible {
  /// What should have held, and where it does not.
  package let property: String
  package let mode: ParseCase.Mode
  package let stream: ParseCase

  package var description: String { "\(mode.rawValue): \(property)\n\n\(stream.text)" }
}
