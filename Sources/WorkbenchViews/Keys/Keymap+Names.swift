import Settings
import TerminalUI
import Workbench

/// What a settings file calls keys, panes and actions.
extension Keymap {
  /// The name of the table that holds in every pane.
  static let everywhereName = "everywhere"

  /// The names of all tables.
  static let paneNames = [everywhereName] + InputContext.allCases.map(\.rawValue)

  /// Every key with the name of what it does, by pane.
  package var namedKeys: [(pane: String, actions: [(key: String, name: String)])] {
    func names(_ bindings: [KeyBinding]) -> [(key: String, name: String)] {
      bindings.flatMap { binding in
        binding.keys.map { (key: $0.description, name: ActionName.name(of: binding.effect) ?? "") }
      }
    }
    return zip(Self.paneNames, [everywhere] + InputContext.allCases.map { tables[$0] ?? [] })
      .map { (pane: $0, actions: names($1)) }
  }

  /// All names that a settings file can use, for somebody who writes one.
  package static var settingsNotes: [String] {
    func list(_ title: String, _ names: some Sequence<String>) -> String {
      "\(title): " + names.joined(separator: ", ")
    }
    return [
      "Everything that can be set, as it holds now; a settings file needs only what differs.",
      list("theme", Theme.builtIn.map(\.name)) + ", and your own",
      list("Parts of a theme in “themes”, each such as “bold #5cc8d7 on black”", Theme.partNames),
      list("colors", Settings.Colors.allCases.map(\.rawValue)),
      list("editing", Settings.EditingKeys.allCases.map(\.rawValue)),
      list("Panes", paneNames),
      list("Actions in every pane", ActionName.all(in: nil)),
      list("Actions where text is edited", ActionName.all(in: .prompt).filter { $0.hasPrefix("text.") }),
      list("Actions in the request’s panes", ActionName.all(in: .request).filter { $0.hasPrefix("form.") }),
      "null instead of an action takes the key's action away.",
    ]
  }
}
