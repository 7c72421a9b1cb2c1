/// What the user has set that the workbench itself has to know.
package struct Preferences: Sendable, Hashable {
  /// The settings file, for a person; nil where there is no place for one.
  package var path: String?
  /// What is wrong in it, each with its line.
  package var problems: [String] = []
  /// The names of the themes that there are, and of the one in use.
  package var themes: [String] = []
  package var theme = "terminal"
  /// Whose keys edit text.
  package var editingKeys = EditingKeys.readline
  /// Nothing moves by itself.
  package var hasReducedMotion = false

  package init() {}
}
