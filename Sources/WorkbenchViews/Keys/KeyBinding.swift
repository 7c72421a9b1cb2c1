package import TerminalUI
package import Workbench

/// What a key does: data, from which lookup, help, hints and the README's table are made.
package struct KeyBinding: Sendable {
  package enum Effect: Sendable, Hashable {
    case command(Command)
    case edit(RequestEditor.Command)
    case type(TextEditor.Command)
  }

  /// The first one is shown first.
  package let keys: [KeyPress]
  package let effect: Effect
  /// A short word for the status line; nil leaves it out there.
  package let hint: String?
  /// What it does, for the help screen.
  package let title: String

  init(_ keys: String, _ command: Command, hint: String? = nil) {
    self.init(keys, .command(command), command.title, hint: hint)
  }

  init(_ keys: String, edit command: RequestEditor.Command, _ title: String, hint: String? = nil) {
    self.init(keys, .edit(command), title, hint: hint)
  }

  /// By the command's own title.
  init(_ keys: String, edit command: RequestEditor.Command, hint: String? = nil) {
    guard let title = command.title else { preconditionFailure("\(command) has no title of its own") }
    self.init(keys, .edit(command), title, hint: hint)
  }

  /// Keys are separated by spaces.
  init(_ keys: String, _ effect: Effect, _ title: String, hint: String? = nil) {
    let keys = keys.split(separator: " ").map { name in
      guard let key = KeyPress(String(name)) else { preconditionFailure("no key is called \(name)") }
      return key
    }
    self.init(keys, effect, title, hint: hint)
  }

  init(_ keys: [KeyPress], _ effect: Effect, _ title: String, hint: String? = nil) {
    self.keys = keys
    self.effect = effect
    self.title = title
    self.hint = hint
  }

  /// The same with other keys.
  func with(_ keys: [KeyPress]) -> KeyBinding { KeyBinding(keys, effect, title, hint: hint) }
}

extension [KeyBinding] {
  /// The same, but for what a key does that is wanted for something else.
  func without(_ key: String) -> [KeyBinding] {
    compactMap { binding in
      let rest = binding.keys.filter { $0 != KeyPress(key) }
      return rest.isEmpty ? nil : binding.with(rest)
    }
  }
}
