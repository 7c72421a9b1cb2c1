/// What the user has set, and what is wrong with it.
extension Workbench {
  /// The theme to draw with: while one is being chosen, the one under the cursor.
  package var shownTheme: String {
    if case .choice(let choice)? = popup, case .theme(let name) = choice.options[choice.selected].answer {
      return name
    }
    return preferences.theme
  }

  mutating func take(_ preferences: Preferences) -> [Effect] {
    let isFirst = self.preferences.path == nil
    // What was chosen by a command since holds until the setting changes.
    if preferences.editingKeys != self.preferences.editingKeys {
      editingKeys = preferences.editingKeys
      fitOpen()
    }
    self.preferences = preferences
    if let first = preferences.problems.first {
      let more = preferences.problems.count - 1
      let all = more > 0 ? "   (+\(more) more: “\(Command.showSettingsProblems.title)”)" : ""
      message = .problem(first + all)
    } else if !isFirst {
      message = .note("The settings were read again")
    }
    if case .reading? = popup { popup = nil }
    return []
  }

  mutating func performOnSettings(_ command: Command) -> [Effect] {
    switch command {
    case .openSettings: return [.openSettings]
    case .chooseTheme:
      var choice = Choice(
        title: "Theme", lines: [], options: preferences.themes.map { .init(title: $0, answer: .theme($0)) })
      guard !choice.options.isEmpty else { break }
      choice.selected = preferences.themes.firstIndex(of: preferences.theme) ?? 0
      popup = .choice(choice)
    case .showSettingsProblems:
      if preferences.problems.isEmpty {
        message = .note("Nothing is wrong in the settings")
      } else {
        popup = .reading(Reading(title: "Settings", paragraphs: preferences.problems))
      }
    default: break
    }
    return []
  }
}
