/// A rectangle of cells; `maxX` and `maxY` are one past its last column and row.
package struct Rect: Sendable, Hashable {
  package var origin: Point
  package var size: Size

  package init(origin: Point = .zero, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Makes a rectangle; a width or height below zero becomes zero.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  package static let zero = Rect(size: .zero)

  package var x: Int { origin.x }
  package var y: Int { origin.y }
  package var width: Int { size.width }
  package var height: Int { size.height }
  package var maxX: Int { origin.x + size.width }
  package var maxY: Int { origin.y + size.height }
  package var columns: Range<Int> { x..<maxX }
  package var rows: Range<Int> { y..<maxY }
  package var isEmpty: Bool { size.width == 0 || size.height == 0 }

  package func contains(_ point: Point) -> Bool {
    columns.contains(point.x) && rows.contains(point.y)
  }

  /// The cells that both have; empty where they have none.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// The rectangle without so many cells at each edge.
  package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(x: x + left, y: y + top, width: width - left - right, height: height - top - bottom)
  }

  /// The rectangle without so many cells at every edge; 1 is the inside of a box.
  package func inset(by amount: Int = 1) -> Rect {
    inset(left: amount, top: amount, right: amount, bottom: amount)
  }

  /// A rectangle of this size in the middle of this one, cut to it where it is larger.
  package func centered(_ size: Size) -> Rect {
    let width = min(size.width, self.width)
    let height = min(size.height, self.height)
    return Rect(x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width, height: height)
  }

  /// Cuts off so many columns at the left, at most all of them.
  package func split(left count: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, count), width)
    return (Rect(x: x, y: y, width: cut, height: height), inset(left: cut))
  }

  /// Cuts off so many columns at the right, at most all of them.
  package func split(right count: Int) -> (rest: Rect, right: Rect) {
    let (rest, right) = split(left: width - min(max(0, count), width))
    return (rest, right)
  }

  /// Cuts off so many rows at the top, at most all of them.
  package func split(top count: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, count), height)
    return (Rect(x: x, y: y, width: width, height: cut), inset(top: cut))
  }

  /// Cuts off so many rows at the bottom, at most all of them.
  package func split(bottom count: Int) -> (rest: Rect, bottom: Rect) {
    let (rest, bottom) = split(top: height - min(max(0, count), height))
    return (rest, bottom)
  }

  /// The row `index` of the rectangle, counted from its top, as a rectangle of height one; empty where there is none.
  package func row(_ index: Int) -> Rect {
    Rect(x: x, y: y + index, width: width, height: 1).intersection(self)
  }
}
