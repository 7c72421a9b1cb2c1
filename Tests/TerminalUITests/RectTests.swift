import TerminalUI
import Testing

struct RectTests {
  private let rect = Rect(x: 2, y: 3, width: 10, height: 4)

  @Test("the parts of a split lie side by side and together are the whole", arguments: [-1, 0, 1, 4, 9, 10, 99])
  func splits(count: Int) {
    let across = min(max(0, count), 10)
    let down = min(max(0, count), 4)
    #expect(rect.split(left: count).left == Rect(x: 2, y: 3, width: across, height: 4))
    #expect(rect.split(left: count).rest == Rect(x: 2 + across, y: 3, width: 10 - across, height: 4))
    #expect(rect.split(right: count).right == Rect(x: 12 - across, y: 3, width: across, height: 4))
    #expect(rect.split(right: count).rest == Rect(x: 2, y: 3, width: 10 - across, height: 4))
    #expect(rect.split(top: count).top == Rect(x: 2, y: 3, width: 10, height: down))
    #expect(rect.split(top: count).rest == Rect(x: 2, y: 3 + down, width: 10, height: 4 - down))
    #expect(rect.split(bottom: count).bottom == Rect(x: 2, y: 7 - down, width: 10, height: down))
    #expect(rect.split(bottom: count).rest == Rect(x: 2, y: 3, width: 10, height: 4 - down))
  }

  @Test("insets and intersections never have a negative size")
  func insets() {
    #expect(rect.inset() == Rect(x: 3, y: 4, width: 8, height: 2))
    #expect(rect.inset(by: 3).isEmpty)
    #expect(rect.intersection(Rect(x: 20, y: 20, width: 3, height: 3)).isEmpty)
    #expect(rect.intersection(Rect(x: 0, y: 4, width: 5, height: 1)) == Rect(x: 2, y: 4, width: 3, height: 1))
    #expect(rect.centered(Size(width: 4, height: 20)) == Rect(x: 5, y: 3, width: 4, height: 4))
    #expect(rect.row(3) == Rect(x: 2, y: 6, width: 10, height: 1) && rect.row(4).isEmpty)
    #expect(rect.contains(Point(11, 6)) && !rect.contains(Point(12, 6)) && !rect.contains(Point(2, 2)))
  }
}
