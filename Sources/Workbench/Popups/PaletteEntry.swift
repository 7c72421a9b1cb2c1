/// What the palette offers: all that the workbench does by name, and what can be done to the open request.
package enum PaletteEntry: Sendable, Hashable {
  case command(Command)
  case edit(RequestEditor.Command)

  package static let all: [PaletteEntry] =
    Command.allCases.filter { $0 != .palette }.map { .command($0) } + RequestEditor.Command.offered.map { .edit($0) }

  /// What it does, in a few words, and to what.
  package var title: String {
    switch self {
    case .command(let command): command.title
    case .edit(.text(let command)): "Text: " + Self.begun(command.title)
    case .edit(let command): "Request: " + Self.begun(command.title)
    }
  }

  /// Whether it makes sense only under the cursor of a list; the palette has these last.
  var isMovement: Bool {
    if case .command(let command) = self { command.isMovement } else { false }
  }

  private static func begun(_ title: String?) -> String {
    guard let title, let first = title.first else { return "" }
    return first.lowercased() + title.dropFirst()
  }
}
