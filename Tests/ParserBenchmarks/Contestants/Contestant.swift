/// A parser that takes part.
protocol Contestant {
  var name: String { get }

  /// The parser made ready for an input; nil where it cannot read such a thing.
  func reading(_ input: Input) throws -> (any Reading)?
}

/// One parser and one input, as on one connection that is kept alive.
protocol Reading: AnyObject {
  /// Does, without being measured, what must be done before `read(passes:)` with the same count.
  func prepare(passes: Int)

  /// Reads the input as often as asked, message after message; returns how many messages were complete.
  func read(passes: Int) -> Int
}

extension Reading {
  func prepare(passes: Int) {}
}
