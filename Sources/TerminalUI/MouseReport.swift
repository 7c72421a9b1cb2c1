/// A mouse report of a terminal: xterm's button code and a cell counted from one.
struct MouseReport {
  private let code: Int
  private let isRelease: Bool
  private let column: Int
  private let row: Int

  /// A report in decimal numbers (mode 1006): button code, column, row.
  init(sgr numbers: [Int], isRelease: Bool) {
    (code, column, row) = (numbers[0], numbers[1], numbers[2])
    self.isRelease = isRelease
  }

  /// A report in three bytes, each 32 more than its number; it does not tell which button was released.
  init(x10 code: UInt8, _ column: UInt8, _ row: UInt8) {
    self.code = Int(code) - 32
    self.column = Int(column) - 32
    self.row = Int(row) - 32
    isRelease = self.code >= 0 && self.code & 0b110_0011 == 3 && self.code & 32 == 0
  }

  /// What happened; nothing where the numbers make no sense or the button has no name here.
  var event: MouseEvent? {
    guard code >= 0, column >= 1, row >= 1 else { return nil }
    let position = Point(x: column - 1, y: row - 1)
    var modifiers: KeyPress.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    if code & 128 != 0 { return nil }
    if code & 64 != 0 {
      let wheels: [MouseEvent.Kind] = [.wheelUp, .wheelDown, .wheelLeft, .wheelRight]
      guard !isRelease else { return nil }
      return MouseEvent(kind: wheels[code & 3], button: .none, position: position, modifiers: modifiers)
    }
    let buttons: [MouseEvent.Button] = [.left, .middle, .right, .none]
    let button = buttons[code & 3]
    let kind: MouseEvent.Kind =
      isRelease ? .release : code & 32 == 0 ? .press : button == .none ? .move : .drag
    return MouseEvent(kind: kind, button: button, position: position, modifiers: modifiers)
  }
}
