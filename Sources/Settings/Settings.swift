/// What the user has set, as a file says it: names are kept as written with their lines, for those who know them.
package struct Settings: Sendable, Hashable {
  /// How many colours are used.
  package enum Colors: String, Sendable, Hashable, CaseIterable {
    /// As many as the terminal has.
    case auto
    case direct = "true"
    case indexed = "256"
    case sixteen = "16"
    case none
  }

  /// By whose keys text is edited.
  package enum EditingKeys: String, Sendable, Hashable, CaseIterable {
    case readline, vi
  }

  /// By what means pictures are shown.
  package enum Pictures: String, Sendable, Hashable, CaseIterable {
    /// By the best that the terminal says it has.
    case auto
    case kitty, sixel, blocks
  }

  /// What a key is to do in a pane.
  package struct KeyChange: Sendable, Hashable {
    /// The pane's name, or `everywhere`.
    package var pane: Placed<String>
    package var key: Placed<String>
    /// The action's name; nil takes the key's action away.
    package var action: Placed<String>?

    package init(pane: Placed<String>, key: Placed<String>, action: Placed<String>?) {
      self.pane = pane
      self.key = key
      self.action = action
    }
  }

  /// The name under which the file is named in problems.
  package var file: String
  package var theme: Placed<String>?
  package var colors = Colors.auto
  package var editing = EditingKeys.readline
  /// Nothing moves by itself: no counters that tick, no bars that grow.
  package var hasReducedMotion = false
  package var pictures = Pictures.auto
  /// What happens is told in lines of text, for a screen reader, in place of a screen that is drawn.
  package var isForScreenReader = false
  package var keys: [KeyChange] = []
  /// Themes that stand in the file itself.
  package var themes: [ThemeSource] = []
  package var problems: [SettingsProblem] = []
  /// Whether the file is JSON to its end; else only what stands before the error counts.
  package var isWhole = true

  package init(file: String = "settings.json") {
    self.file = file
  }
}

/// A theme as a file describes it.
package struct ThemeSource: Sendable, Hashable {
  package var name: Placed<String>
  /// The file that it stands in.
  package var file: String
  /// An object: `inherits`, `colors`, and styles by their names.
  package var value: PlacedJSON

  package init(name: Placed<String>, file: String, value: PlacedJSON) {
    self.name = name
    self.file = file
    self.value = value
  }
}
