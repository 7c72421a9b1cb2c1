package import Settings
import TerminalUI
import Workbench

extension Keymap {
  /// The keys with a user's changes, and what is wrong with those that were left out.
  ///
  /// A pane's own keys go before those of everywhere. A changed key does what is asked; keys that nobody named stay.
  package func applying(_ settings: Settings) -> (keymap: Keymap, problems: [SettingsProblem]) {
    var changes = KeyChanges(tables: tables, everywhere: everywhere, file: settings.file)
    for change in settings.keys { changes.apply(change) }
    changes.keepTheWayOut()
    changes.nameHidden()
    return (
      Keymap(tables: changes.tables, everywhere: changes.everywhere, without: changes.without),
      changes.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    )
  }
}

/// Puts changes into tables of keys, one after the other.
private struct KeyChanges {
  private struct Place: Hashable {
    var pane: InputContext?
    var key: KeyPress
  }

  var tables: [InputContext: [KeyBinding]]
  var everywhere: [KeyBinding]
  /// Keys of everywhere that do nothing in a pane.
  var without: [InputContext: Set<KeyPress>] = [:]
  var problems: [SettingsProblem] = []
  private let file: String
  /// Before any change: what a binding is called, and its hint.
  private let defaults: [KeyBinding]
  /// The line of each change that was made.
  private var lines: [Place: Int] = [:]

  init(tables: [InputContext: [KeyBinding]], everywhere: [KeyBinding], file: String) {
    self.tables = tables
    self.everywhere = everywhere
    self.file = file
    defaults = everywhere + InputContext.allCases.flatMap { tables[$0] ?? [] }
  }

  mutating func apply(_ change: Settings.KeyChange) {
    let pane = InputContext(rawValue: change.pane.value)
    guard pane != nil || change.pane.value == Keymap.everywhereName else {
      return complain(
        change.pane.line, "No pane is called “\(change.pane.value)”",
        NearestName.hint(for: change.pane.value, among: Keymap.paneNames), orKnown: Keymap.paneNames)
    }
    guard let key = key(change.key, in: pane) else { return }
    var effect: KeyBinding.Effect?
    if let action = change.action {
      effect = ActionName.effect(named: action.value, in: pane)
      if effect == nil { return complain(about: action, in: pane) }
    }
    let place = Place(pane: pane, key: key)
    if let line = lines.updateValue(change.key.line, forKey: place) {
      complain(change.key.line, "“\(key)” of \(change.pane.value) is bound in line \(line) too; this one counts.")
    }
    if let pane {
      tables[pane] = bind(key, to: effect, in: tables[pane] ?? [])
      if effect == nil { without[pane, default: []].insert(key) } else { without[pane]?.remove(key) }
    } else {
      everywhere = bind(key, to: effect, in: everywhere)
    }
  }

  /// A key that a terminal can send, and that is no typing where it is bound.
  private mutating func key(_ written: Placed<String>, in pane: InputContext?) -> KeyPress? {
    guard let key = KeyPress(written.value) else {
      complain(
        written.line, "No key is called “\(written.value)”; write it as ^R, Alt+r, F5, Enter, Shift+Tab or Ctrl+PgUp.")
      return nil
    }
    if let sent = key.sentInstead {
      complain(written.line, "Terminals cannot tell “\(written.value)” from “\(sent)”; bind that one.")
      return nil
    }
    if let pane, pane.ownsPrintableKeys, key.typed != nil {
      complain(written.line, "“\(written.value)” is typed in \(pane.rawValue); take a key with ^ or Alt there.")
      return nil
    }
    return key
  }

  private func bind(_ key: KeyPress, to effect: KeyBinding.Effect?, in table: [KeyBinding]) -> [KeyBinding] {
    if let effect, table.contains(where: { $0.effect == effect && $0.keys.contains(key) }) { return table }
    var bindings = table.compactMap { binding in
      let keys = binding.keys.filter { $0 != key }
      return keys.isEmpty ? nil : binding.with(keys)
    }
    guard let effect else { return bindings }
    if let index = bindings.firstIndex(where: { $0.effect == effect }) {
      bindings[index] = bindings[index].with([key] + bindings[index].keys)
    } else if let known = defaults.first(where: { $0.effect == effect }) {
      bindings.append(known.with([key]))
    } else {
      bindings.append(KeyBinding([key], effect, title(of: effect)))
    }
    return bindings
  }

  private func title(of effect: KeyBinding.Effect) -> String {
    if case .command(let command) = effect { return command.title }
    let name = ActionName.name(of: effect) ?? ""
    return defaults.first { ActionName.name(of: $0.effect) == name }?.title ?? name
  }

  /// Whoever takes every key away from leaving and from the palette would be locked in.
  mutating func keepTheWayOut() {
    for (command, name) in [(Command.quit, "^Q"), (.palette, "^P")] {
      guard !everywhere.contains(where: { $0.effect == .command(command) }), let key = KeyPress(name) else { continue }
      everywhere = bind(key, to: .command(command), in: everywhere)
      problems.append(
        SettingsProblem(file: file, "No key was left everywhere for “\(command.rawValue)”; \(name) stays."))
    }
  }

  /// A key of everywhere that a pane has taken for itself does not do there what was asked.
  mutating func nameHidden() {
    for (place, line) in lines.sorted(by: { ($0.value, $0.key.key.description) < ($1.value, $1.key.key.description) })
    where place.pane == nil {
      guard let asked = everywhere.first(where: { $0.keys.contains(place.key) })?.effect else { continue }
      var hiding: [String] = []
      for pane in InputContext.allCases where lines[Place(pane: pane, key: place.key)] == nil {
        let own = tables[pane]?.first { $0.keys.contains(place.key) }
        if let own, own.effect != asked, let name = ActionName.name(of: own.effect) {
          hiding.append("\(pane.rawValue) (\(name))")
        }
      }
      if !hiding.isEmpty {
        complain(
          line,
          "“\(place.key)” has another meaning in \(hiding.joined(separator: ", ")); bind it there too if you wish.")
      }
    }
  }

  private mutating func complain(about action: Placed<String>, in pane: InputContext?) {
    if let place = ActionName.place(of: action.value) {
      return complain(action.line, "“\(action.value)” works only \(place).")
    }
    let hint = NearestName.hint(for: action.value, among: ActionName.all(in: pane))
    complain(
      action.line,
      "No action is called “\(action.value)”" + (hint.isEmpty ? "; barewire settings --print lists them." : hint))
  }

  private mutating func complain(_ line: Int, _ message: String, _ hint: String, orKnown names: [String]) {
    complain(line, message + (hint.isEmpty ? "; known: \(names.joined(separator: ", "))." : hint))
  }

  private mutating func complain(_ line: Int, _ message: String) {
    problems.append(SettingsProblem(file: file, line: line, message))
  }
}

extension KeyPress {
  /// The key that arrives where this one is pressed, because terminals have one code for both.
  fileprivate var sentInstead: KeyPress? {
    guard case .character(let scalar) = key else { return nil }
    if modifiers.contains(.control) {
      switch scalar {
      case "i": return KeyPress(.tab, modifiers.subtracting([.control, .shift]))
      case "m": return KeyPress(.enter, modifiers.subtracting([.control, .shift]))
      case "[": return KeyPress(.escape, modifiers.subtracting([.control, .shift]))
      default: break
      }
    }
    if modifiers.contains(.shift) {
      let upper = String(Character(scalar)).uppercased().unicodeScalars
      let isPlain = modifiers.isDisjoint(with: .control) && upper.count == 1
      return KeyPress(.character(isPlain ? upper.first ?? scalar : scalar), modifiers.subtracting(.shift))
    }
    return nil
  }
}
