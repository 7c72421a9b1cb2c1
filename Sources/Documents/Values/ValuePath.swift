/// Where a value stands in a JSON text, from the outside in.
package struct ValuePath: Sendable, Hashable {
  /// One way down.
  package enum Step: Sendable, Hashable {
    /// To the member of an object with this name, escapes undone.
    case member(String)
    /// To the element of an array, counted from zero.
    case element(Int)
  }

  package var steps: [Step]
  /// Which text it is of several, counted from zero.
  package var text: Int?
  /// Whether it goes on to levels that are not kept.
  package var isCut: Bool

  /// A place by its steps.
  package init(_ steps: [Step], text: Int? = nil, isCut: Bool = false) {
    self.steps = steps
    self.text = text
    self.isCut = isCut
  }
}
