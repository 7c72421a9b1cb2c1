/// Where a value stands in a JSON text, without a copy of any name.
package struct JSONLocation: Sendable, Hashable {
  package enum Step: Sendable, Hashable {
    /// A member, by the range of its name with the quotes.
    case member(Range<Int>)
    /// An element, counted from 0.
    case index(Int)
  }

  package var steps: [Step]

  package init(_ steps: [Step] = []) {
    self.steps = steps
  }

  /// The steps with their names, whose bytes, quotes included, `read` gives.
  package func named<Failure: Error>(
    _ read: (Range<Int>) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [JSONStep] {
    var named: [JSONStep] = []
    named.reserveCapacity(steps.count)
    for step in steps {
      switch step {
      case .index(let index): named.append(.index(index))
      case .member(let range): named.append(.name(JSONText.string(ofQuoted: try read(range))))
      }
    }
    return named
  }
}

extension JSONText {
  /// The text of a whole string with its quotes.
  package static func string(ofQuoted bytes: [UInt8]) -> String {
    let token = JSONToken(
      kind: .string, range: 0..<bytes.count, depth: 0, hasEscapes: bytes.contains(UInt8(ascii: "\\")))
    return bytes.withUnsafeBytes { string(of: token, in: $0) }
  }
}
