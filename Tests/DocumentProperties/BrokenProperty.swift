import ParserProperties

/// An input that the documents did not show as every input must be shown.
package struct BrokenProperty: Error, CustomStringConvertible {
  /// What should have held, and where it does not.
  var property: String
  var input: DocumentInput

  package var description: String {
    let lines = EscapedBytes.lines(of: input.content)
    return "\(input.kind), \(input.choice), \(input.folding): \(property)\n\n\(lines.joined(separator: "\n"))"
  }
}

extension DocumentInput {
  /// Throws unless the condition holds.
  func hold(_ condition: Bool, _ property: @autoclosure () -> String) throws(BrokenProperty) {
    if !condition { throw BrokenProperty(property: property(), input: self) }
  }

  /// The result of something that must not fail.
  func hold<Result, Failure: Error>(
    _ property: String, _ body: () throws(Failure) -> Result
  ) throws(BrokenProperty) -> Result {
    do throws(Failure) {
      return try body()
    } catch {
      throw BrokenProperty(property: "\(property): \(error)", input: self)
    }
  }
}
