/// A place on the screen in cells: column `x` and row `y`, both counted from zero at the top left.
package struct Point: Sendable, Hashable {
  package var x: Int
  package var y: Int

  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  package init(_ x: Int, _ y: Int) { self.init(x: x, y: y) }

  package static let zero = Point(x: 0, y: 0)
}
