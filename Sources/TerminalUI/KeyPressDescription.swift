/// Names of keys for a person: "^R", "Alt+Enter", "F5", "Esc", "Shift+Tab".
extension KeyPress: CustomStringConvertible {
  private static let names: [(Key, String)] = [
    (.enter, "Enter"), (.tab, "Tab"), (.escape, "Esc"), (.backspace, "Backspace"), (.delete, "Del"),
    (.insert, "Ins"), (.home, "Home"), (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.up, "↑"),
    (.down, "↓"), (.left, "←"), (.right, "→"), (.character(" "), "Space"),
  ]
  /// Further names that a keymap may use.
  private static let aliases: [(Key, String)] = [
    (.enter, "Return"), (.escape, "Escape"), (.delete, "Delete"), (.insert, "Insert"), (.pageUp, "PageUp"),
    (.pageDown, "PageDown"), (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"), (.backTab, "BackTab"),
  ]
  /// All of them in small letters: a keymap reads hundreds of names before the first screen.
  private static let keysByName = Dictionary(
    (names + aliases).map { ($0.1.lowercased(), $0.0) }, uniquingKeysWith: { first, _ in first })

  package var description: String {
    var modifiers = modifiers
    var text = ""
    if modifiers.contains(.alt) { text += "Alt+" }
    if key == .backTab { modifiers.insert(.shift) }
    if case .character = key, modifiers.contains(.control), !modifiers.contains(.shift) {
      return text + "^" + (key == .character(" ") ? name : name.uppercased())
    }
    if modifiers.contains(.control) { text += "Ctrl+" }
    if modifiers.contains(.shift) { text += "Shift+" }
    return text + name
  }

  private var name: String {
    if let name = Self.names.first(where: { $0.0 == key })?.1 { return name }
    switch key {
    case .character(let scalar): return String(Character(scalar))
    case .function(let number): return "F\(number)"
    default: return "Tab"
    }
  }

  /// Reads a key's name as `description` writes it, and in the usual other ways ("Ctrl+R", "Up", "Return"); letters
  /// after "^" and "Ctrl+" are small letters whatever their case, other names are read in any case.
  package init?(_ description: String) {
    var modifiers: Modifiers = []
    var rest = Substring(description)
    while rest.utf8.contains(UInt8(ascii: "+")),
      let modifier = Self.modifiers.first(where: { rest.count > $0.0.count && rest.lowercased().hasPrefix($0.0) })
    {
      rest = rest.dropFirst(modifier.0.count)
      modifiers.insert(modifier.1)
    }
    if rest.count > 1, rest.first == "^" {
      rest = rest.dropFirst()
      modifiers.insert(.control)
    }
    guard let key = Self.key(named: rest) else { return nil }
    self.init(key, modifiers)
  }

  private static let modifiers: [(String, Modifiers)] = [
    ("alt+", .alt), ("ctrl+", .control), ("control+", .control), ("shift+", .shift),
  ]

  private static func key(named name: Substring) -> Key? {
    let lowercased = name.lowercased()
    if let key = keysByName[lowercased] { return key }
    if name.unicodeScalars.count == 1, let scalar = name.unicodeScalars.first { return .character(scalar) }
    if lowercased.hasPrefix("f"), let number = Int(lowercased.dropFirst()), (1...63).contains(number) {
      return .function(number)
    }
    return nil
  }
}
