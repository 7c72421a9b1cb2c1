/// A width and a height in cells, never negative.
package struct Size: Sendable, Hashable {
  package let width: Int
  package let height: Int

  /// Makes a size; what is below zero becomes zero.
  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  package static let zero = Size(width: 0, height: 0)
}
