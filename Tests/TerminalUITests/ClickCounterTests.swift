import TerminalUI
import Testing

struct ClickCounterTests {
  @Test("presses soon after each other at one place are counted, others begin again")
  func clicks() {
    var counter = ClickCounter()
    func press(_ x: Int, _ milliseconds: UInt64, _ kind: MouseEvent.Kind = .press) -> Int {
      var mouse = MouseEvent(kind: kind, button: .left, position: Point(x, 1))
      counter.count(&mouse, at: milliseconds * 1_000_000)
      return mouse.clickCount
    }
    #expect(press(3, 1000) == 1)
    #expect(press(3, 1050, .release) == 0)
    #expect(press(3, 1300) == 2)
    #expect(press(3, 1600) == 3)
    #expect(press(3, 2100) == 1)
    #expect(press(4, 2200) == 1)
    #expect(press(4, 2300) == 2)
  }
}
