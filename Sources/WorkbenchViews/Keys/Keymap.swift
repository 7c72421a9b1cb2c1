package import TerminalUI
package import Workbench

/// Which key does what in which context: a table for each context, and one for everywhere.
package struct Keymap: Sendable {
  package struct Hint: Sendable, Hashable {
    package var key: String
    package var title: String
  }

  package enum HelpRow: Sendable, Hashable {
    case heading(String)
    /// `name` is what a settings file calls it.
    case binding(keys: String, title: String, name: String)
    case space
  }

  let tables: [InputContext: [KeyBinding]]
  let everywhere: [KeyBinding]
  private let lookup: [InputContext: [KeyPress: KeyBinding.Effect]]
  /// The names of the keys for each effect, those of everywhere first.
  private let names: [KeyBinding.Effect: [String]]
  private let hints: [InputContext: [Hint]]

  /// The keys as they come with Barewire.
  package static let standard = Keymap(tables: DefaultKeys.tables, everywhere: DefaultKeys.everywhere)

  /// `without` are keys of everywhere that do nothing in a context.
  init(
    tables: [InputContext: [KeyBinding]], everywhere: [KeyBinding], without: [InputContext: Set<KeyPress>] = [:]
  ) {
    self.tables = tables
    self.everywhere = everywhere
    var lookup: [InputContext: [KeyPress: KeyBinding.Effect]] = [:]
    for context in InputContext.allCases {
      var table: [KeyPress: KeyBinding.Effect] = [:]
      for binding in everywhere + (tables[context] ?? []) {
        for key in binding.keys where !(context.ownsPrintableKeys && key.typed != nil) {
          table[key] = binding.effect
        }
      }
      for key in without[context] ?? [] { table[key] = nil }
      lookup[context] = table
    }
    self.lookup = lookup
    let panes = InputContext.allCases.filter { !$0.isPopup }
    var names: [KeyBinding.Effect: [String]] = [:]
    for binding in everywhere + panes.flatMap({ tables[$0] ?? [] }) {
      for key in binding.keys.map(\.description) where names[binding.effect]?.contains(key) != true {
        names[binding.effect, default: []].append(key)
      }
    }
    self.names = names
    hints = Dictionary(
      uniqueKeysWithValues: InputContext.allCases.map { ($0, Self.hints(in: $0, tables[$0] ?? [], everywhere)) })
  }

  private static func hints(
    in context: InputContext, _ own: [KeyBinding], _ everywhere: [KeyBinding]
  ) -> [Hint] {
    let general: [KeyBinding] = context.isPopup ? [] : everywhere
    // Raw is the request's other half: nobody finds it at the end of a line that is cut.
    let first = context.isRequest ? general.filter { $0.effect == .command(.toggleRaw) } : []
    var titles: Set<String> = []
    return (own + first + general).compactMap { binding in
      guard let hint = binding.hint, let key = binding.keys.first, titles.insert(hint).inserted else { return nil }
      return Hint(key: key.description, title: hint)
    }
  }

  /// What a key means; nil when it means nothing there.
  package func action(for key: KeyPress, in context: InputContext) -> Action? {
    if context == .requestVi, let typed = key.typed { return .edit(.vi(typed)) }
    if context.ownsPrintableKeys, let typed = key.typed {
      let insert = TextEditor.Command.insert(String(typed))
      return context.takesTyping ? .type(insert) : .edit(.text(insert))
    }
    switch lookup[context]?[key] {
    case .command(let command): return .command(command)
    case .edit(let command): return .edit(command)
    case .type(let command): return .type(command)
    case nil: return nil
    }
  }

  /// The names of the keys that ask for a command anywhere, or else somewhere.
  package func keys(for command: Command) -> [String] { names[.command(command)] ?? [] }

  /// The names of the keys that do what the palette offers.
  func keys(for entry: PaletteEntry) -> [String] {
    switch entry {
    case .command(let command): names[.command(command)] ?? []
    case .edit(let command): names[.edit(command)] ?? []
    }
  }

  /// The first key that asks for a command in a context's own table.
  func key(for command: Command, in context: InputContext) -> String? {
    tables[context]?.first { $0.effect == .command(command) }?.keys.first?.description
  }

  /// What the status line tells in a context, the most useful first.
  package func hints(in context: InputContext) -> [Hint] { hints[context] ?? [] }

  /// Everything, by context, for the help screen and the README.
  package func helpRows() -> [HelpRow] {
    var rows: [HelpRow] = []
    func add(_ title: String, _ bindings: [KeyBinding]) {
      guard !bindings.isEmpty else { return }
      if !rows.isEmpty { rows.append(.space) }
      rows.append(.heading(title))
      rows += bindings.map {
        .binding(
          keys: $0.keys.map(\.description).joined(separator: "  "), title: $0.title,
          name: ActionName.name(of: $0.effect) ?? "")
      }
    }
    add("Everywhere", everywhere)
    for context in InputContext.allCases { if let title = context.title { add(title, tables[context] ?? []) } }
    return rows
  }
}

extension InputContext {
  fileprivate var isPopup: Bool {
    switch self {
    case .prompt, .choice, .palette, .help, .jump: true
    default: false
    }
  }

  /// What is typed goes to something over the panes.
  fileprivate var takesTyping: Bool { ownsPrintableKeys && isPopup }

  /// The heading on the help screen.
  fileprivate var title: String? {
    switch self {
    case .tree: "Workspaces"
    case .request: "Request: lists and tables"
    case .requestText: "Request: a line of text"
    case .requestLines: "Request: a text of many lines"
    case .requestBytes: "Request: raw bytes"
    case .requestVi: "Request: a text with vi's keys"
    case .connection: "Connection"
    case .headers: "Headers"
    case .body: "Body"
    case .selection: "Selection"
    case .prompt: "Prompts"
    case .choice: "Choices"
    case .palette, .help, .jump: nil
    }
  }
}
