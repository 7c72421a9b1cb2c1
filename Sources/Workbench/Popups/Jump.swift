/// Labels on everything that can have the focus; typing one goes there.
package struct Jump: Sendable {
  /// A place on the screen, and what a press of the mouse there does.
  package struct Target: Sendable, Hashable {
    package var pointer: Pointer
    package var column: Int
    package var row: Int

    package init(_ pointer: Pointer, column: Int, row: Int) {
      self.pointer = pointer
      self.column = column
      self.row = row
    }
  }

  /// In the order of how near they are to resting fingers.
  private static let letters = Array("asdfjklghqweruioptyzxcvnmb").map(String.init)

  package let targets: [Target]
  /// One for each target; none is the beginning of another.
  package let labels: [String]
  package var typed = ""

  /// The first targets get the shortest labels.
  package init(_ targets: [Target]) {
    self.targets = targets
    labels = Self.labels(targets.count)
  }

  private static func labels(_ count: Int) -> [String] {
    let letters = Self.letters
    guard count > letters.count else { return Array(letters.prefix(count)) }
    // As few letters as are needed begin labels of two.
    let pairs = min(letters.count, (count - letters.count + letters.count - 2) / (letters.count - 1))
    let first = letters.suffix(pairs)
    let long = first.flatMap { first in letters.map { first + $0 } }
    return Array((letters.dropLast(pairs) + long).prefix(count))
  }

  /// What is left to type of the labels that are still meant, and where they stand.
  package var shown: [(label: String, target: Target)] {
    zip(labels, targets).filter { $0.0.hasPrefix(typed) }.map { (String($0.0.dropFirst(typed.count)), $0.1) }
  }

  /// The target whose whole label was typed.
  package var reached: Pointer? {
    zip(labels, targets).first { $0.0 == typed }?.1.pointer
  }
}
