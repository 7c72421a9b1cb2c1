extension Settings {
  /// The names of a settings file.
  package static let names = [
    "note", "theme", "colors", "editing", "reducedMotion", "pictures", "screenReader", "keys", "themes",
  ]

  /// Reads a settings file; whatever is wrong in it becomes a problem, and everything else counts.
  package init(reading bytes: [UInt8], file: String) {
    self.init(file: file)
    let (value, problem) = PlacedJSON.read(bytes, file: file)
    if let problem {
      isWhole = false
      problems.append(problem)
    }
    guard let value else { return }
    guard let members = value.members else {
      complain(value.line, "The settings must be an object, not \(value.kind).")
      return
    }
    var lines: [String: Int] = [:]
    for member in members {
      let name = member.name.value
      if let first = lines.updateValue(member.name.line, forKey: name) {
        complain(member.name.line, "“\(name)” stands in line \(first) too; this one counts.")
      }
      take(name, member)
    }
  }

  private mutating func take(_ name: String, _ member: PlacedJSON.Member) {
    let value = member.value
    switch name {
    case "note": break
    case "theme": if let name = text(member) { theme = Placed(name, line: value.line) }
    case "colors": if let choice: Colors = choice(member) { colors = choice }
    case "editing": if let choice: EditingKeys = choice(member) { editing = choice }
    case "reducedMotion": if let isOn = bool(member) { hasReducedMotion = isOn }
    case "pictures": if let choice: Pictures = choice(member) { pictures = choice }
    case "screenReader": if let isOn = bool(member) { isForScreenReader = isOn }
    case "keys": takeKeys(member)
    case "themes":
      for theme in objectMembers(member) {
        themes.append(ThemeSource(name: theme.name, file: file, value: theme.value))
      }
    default:
      let hint = NearestName.hint(for: name, among: Self.names)
      complain(member.name.line, "There is no setting “\(name)”\(hint.isEmpty ? known(Self.names) : hint)")
    }
  }

  private mutating func takeKeys(_ member: PlacedJSON.Member) {
    keys = []
    for pane in objectMembers(member) {
      for key in objectMembers(pane) {
        switch key.value.content {
        case .string(let name):
          keys.append(KeyChange(pane: pane.name, key: key.name, action: Placed(name, line: key.value.line)))
        case .null: keys.append(KeyChange(pane: pane.name, key: key.name, action: nil))
        default:
          complain(
            key.value.line, "“\(key.name.value)” must be an action's name, or null for none, not \(key.value.kind).")
        }
      }
    }
  }

  // MARK: Values

  private mutating func objectMembers(_ member: PlacedJSON.Member) -> [PlacedJSON.Member] {
    if let members = member.value.members { return members }
    complain(member.value.line, "“\(member.name.value)” must be an object, not \(member.value.kind).")
    return []
  }

  private mutating func text(_ member: PlacedJSON.Member) -> String? {
    if case .string(let text) = member.value.content { return text }
    complain(member.value.line, "“\(member.name.value)” must be text, not \(member.value.kind).")
    return nil
  }

  private mutating func bool(_ member: PlacedJSON.Member) -> Bool? {
    if case .bool(let bool) = member.value.content { return bool }
    complain(member.value.line, "“\(member.name.value)” must be true or false, not \(member.value.kind).")
    return nil
  }

  /// One of the words of an enumeration; a number or a truth value is read as the word it looks like.
  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ member: PlacedJSON.Member
  ) -> Choice? {
    let names = Choice.allCases.map(\.rawValue)
    let word: String
    switch member.value.content {
    case .string(let text), .number(let text): word = text
    case .bool(let bool): word = bool ? "true" : "false"
    default:
      complain(member.value.line, "“\(member.name.value)” must be text, not \(member.value.kind)\(known(names))")
      return nil
    }
    if let choice = Choice(rawValue: word) { return choice }
    let hint = NearestName.hint(for: word, among: names)
    complain(
      member.value.line, "“\(word)” is not known as “\(member.name.value)”\(hint.isEmpty ? known(names) : hint)")
    return nil
  }

  private func known(_ names: [String]) -> String { "; known: \(names.joined(separator: ", "))." }

  private mutating func complain(_ line: Int, _ message: String) {
    problems.append(SettingsProblem(file: file, line: line, message))
  }
}
