package import Settings
import TerminalUI

/// All themes there are, by name: those that come with Barewire and the user's.
package struct ThemeTable: Sendable {
  /// In the order in which they are offered.
  package private(set) var names: [String]
  private var themes: [String: Theme]

  /// Those that come with Barewire.
  package init() {
    names = Theme.builtIn.map(\.name)
    themes = Dictionary(uniqueKeysWithValues: Theme.builtIn.map { ($0.name, $0.theme) })
  }

  /// Adds the user's themes, in any order, and gives what is wrong with them; whatever is right counts.
  package mutating func add(_ sources: [ThemeSource]) -> [SettingsProblem] {
    var reader = ThemeReader(known: themes, sources: sources)
    for source in sources { reader.read(source) }
    for source in sources where !names.contains(source.name.value) { names.append(source.name.value) }
    themes = reader.themes
    return reader.problems
  }

  /// A theme by its name, ready to draw with.
  package subscript(name: String) -> Theme? { themes[name]?.grounded }
}

/// Reads themes, each after the one that it inherits from.
private struct ThemeReader {
  private(set) var themes: [String: Theme]
  private(set) var problems: [SettingsProblem] = []
  private let sources: [String: ThemeSource]
  /// Those being read, from the one that was asked for to what it inherits from.
  private var path: [String] = []
  private var done: Set<String> = []

  init(known: [String: Theme], sources: [ThemeSource]) {
    themes = known
    self.sources = Dictionary(sources.map { ($0.name.value, $0) }, uniquingKeysWith: { _, last in last })
  }

  mutating func read(_ source: ThemeSource) {
    let name = source.name.value
    guard done.insert(name).inserted else { return }
    path.append(name)
    defer { path.removeLast() }
    guard let members = source.value.members else {
      return complain(source, source.value.line, "A theme must be an object, not \(source.value.kind).")
    }
    var theme = Theme.terminal
    if let member = members.last(where: { $0.name.value == "inherits" }) { theme = parent(member.value, source) }
    var colors: [String: Color] = [:]
    for member in members where member.name.value == "colors" { colors = self.colors(member.value, source) }
    for member in members where !["inherits", "colors", "note"].contains(member.name.value) {
      guard let part = Theme.part(named: member.name.value) else {
        let names = Theme.partNames + ["inherits", "colors", "note"]
        let hint = NearestName.hint(for: member.name.value, among: names)
        let known = hint.isEmpty ? "; known: \(names.joined(separator: ", "))." : hint
        complain(source, member.name.line, "A theme has no “\(member.name.value)”\(known)")
        continue
      }
      guard case .string(let text) = member.value.content else {
        complain(source, member.value.line, "“\(member.name.value)” must be text such as “bold #5cc8d7 on black”.")
        continue
      }
      switch StyleText.style(text, named: colors) {
      case .success(let style): theme[keyPath: part] = style
      case .failure(let problem): complain(source, member.value.line, problem.message)
      }
    }
    themes[name] = theme
  }

  private mutating func parent(_ value: PlacedJSON, _ source: ThemeSource) -> Theme {
    guard case .string(let name) = value.content else {
      complain(source, value.line, "“inherits” must be a theme's name, not \(value.kind).")
      return .terminal
    }
    // A theme that has the name of one that comes with Barewire may inherit from that one.
    if name != source.name.value, path.contains(name) {
      complain(source, value.line, "“\(name)” inherits from “\(source.name.value)” itself.")
      return .terminal
    }
    if name != source.name.value, let other = sources[name] { read(other) }
    if let theme = themes[name] { return theme }
    let hint = NearestName.hint(for: name, among: Set(themes.keys).union(sources.keys).sorted())
    complain(source, value.line, "No theme is called “\(name)”\(hint)")
    return .terminal
  }

  private mutating func colors(_ value: PlacedJSON, _ source: ThemeSource) -> [String: Color] {
    guard let members = value.members else {
      complain(source, value.line, "“colors” must be an object, not \(value.kind).")
      return [:]
    }
    var colors: [String: Color] = [:]
    for member in members {
      if case .string(let text) = member.value.content, let color = StyleText.color(text) {
        colors[member.name.value] = color
      } else {
        complain(source, member.value.line, "“\(member.name.value)” must be a colour: #rrggbb, a name or 0 to 255.")
      }
    }
    return colors
  }

  private mutating func complain(_ source: ThemeSource, _ line: Int, _ message: String) {
    problems.append(SettingsProblem(file: source.file, line: line, message))
  }
}
