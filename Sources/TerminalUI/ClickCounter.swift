/// Tells double and triple clicks: presses of one button at one place, soon after each other.
package struct ClickCounter: Sendable {
  private static let nanoseconds: UInt64 = 400_000_000

  private var last: MouseEvent?
  private var lastTime: UInt64 = 0

  package init() {}

  /// Sets the click count of a press that came at a time in nanoseconds.
  package mutating func count(_ mouse: inout MouseEvent, at time: UInt64) {
    guard mouse.kind == .press else { return }
    if let last, last.position == mouse.position, last.button == mouse.button, time - lastTime < Self.nanoseconds {
      mouse.clickCount = last.clickCount + 1
    } else {
      mouse.clickCount = 1
    }
    last = mouse
    lastTime = time
  }
}
