/// What the mouse did, and in which cell.
package struct MouseEvent: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case press, release, drag, move, wheelUp, wheelDown, wheelLeft, wheelRight }
  package enum Button: Sendable, Hashable { case none, left, middle, right }

  package var kind: Kind
  /// The button that went down or up, or is held; `none` for the wheel, and for a release where the terminal does not tell.
  package var button: Button
  package var position: Point
  package var modifiers: KeyPress.Modifiers
  /// 1 for a press, 2 for the second one soon after at the same place, and so on; 0 for everything else.
  package var clickCount: Int

  package init(
    kind: Kind, button: Button, position: Point, modifiers: KeyPress.Modifiers = [], clickCount: Int? = nil
  ) {
    self.kind = kind
    self.button = button
    self.position = position
    self.modifiers = modifiers
    self.clickCount = clickCount ?? (kind == .press ? 1 : 0)
  }
}
