/// Follows tokens and knows at each where in the text's structure it stands.
///
/// A small value for its depth: with a copy of the tokenizer a copy of it is a checkpoint to go on from.
package struct JSONLocator: Sendable, Hashable {
  /// The way to the value that the last token belongs to; the root's while no container is open.
  ///
  /// An opening bracket, a name and its colon belong to the value that they begin; a comma and a closing bracket to
  /// the container around them and their own.
  package private(set) var location = JSONLocation()
  /// The containers that are open: what was their last child.
  private var open: [JSONLocation.Step] = []

  package init() {}

  /// Takes the next token of the text.
  package mutating func take(_ token: JSONToken) {
    switch token.kind {
    case .key: step(.member(token.range))
    case .colon: break
    case .comma: location.steps = Array(open.dropLast())
    case .objectStart, .arrayStart:
      beginValue()
      // No member yet: an empty range stands for it.
      open.append(token.kind == .arrayStart ? .index(-1) : .member(0..<0))
    case .objectEnd, .arrayEnd:
      if !open.isEmpty { open.removeLast() }
      location.steps = open
    case .string, .number, .true, .false, .null: beginValue()
    }
  }

  private mutating func beginValue() {
    if case .index(let index)? = open.last { step(.index(index + 1)) }
  }

  private mutating func step(_ step: JSONLocation.Step) {
    guard !open.isEmpty else { return }
    open[open.count - 1] = step
    location.steps = open
  }
}
