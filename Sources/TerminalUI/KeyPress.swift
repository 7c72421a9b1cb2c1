/// One key with its modifiers, as it came from the terminal; also what a keymap names.
package struct KeyPress: Sendable, Hashable {
  /// The keys that a terminal tells apart.
  package enum Key: Sendable, Hashable {
    /// What the key types; with `control` a lower-case letter or a sign.
    case character(Unicode.Scalar)
    case enter, tab, backTab, escape, backspace, delete, insert
    case home, end, pageUp, pageDown, up, down, left, right
    /// F1, F2, …
    case function(Int)
  }

  /// The keys held down; `shift` only where the character does not show it already.
  package struct Modifiers: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let control = Modifiers(rawValue: 4)
  }

  package var key: Key
  package var modifiers: Modifiers

  /// Makes a key press in the one form that a terminal can tell: Shift+Tab is `backTab`, Ctrl with a letter has the
  /// small letter.
  package init(_ key: Key, _ modifiers: Modifiers = []) {
    self.key = key
    self.modifiers = modifiers
    switch key {
    case .tab where modifiers.contains(.shift):
      self.key = .backTab
      self.modifiers.remove(.shift)
    case .character(let scalar) where modifiers.contains(.control) && scalar.value >= 0x41 && scalar.value <= 0x5A:
      self.key = .character(Unicode.Scalar(UInt8(scalar.value) + 0x20))
    default: break
    }
  }

  /// The character, where the key types one: no control and no Alt.
  package var typed: Unicode.Scalar? {
    if case .character(let scalar) = key, modifiers.isDisjoint(with: [.alt, .control]) { return scalar }
    return nil
  }
}
