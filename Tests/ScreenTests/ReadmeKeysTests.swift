import Foundation
import TerminalUI
import Testing
import Workbench
import WorkbenchViews

@Suite struct ReadmeKeysTests {
  private static let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "README.md")

  /// The keys that work everywhere, as the README shows them; the help screen has the others.
  private static var table: String {
    var lines = ["| keys | |", "| --- | --- |"]
    for row in Keymap.standard.helpRows().dropFirst() {
      guard case .binding(let keys, let title, _) = row else { break }
      let names = keys.components(separatedBy: "  ").map { "`\($0)`" }.joined(separator: " ")
      lines.append("| \(names) | \(title) |")
    }
    return lines.joined(separator: "\n")
  }

  @Test("the README's table of keys is the keymap's")
  func table() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let parts = text.components(separatedBy: "<!-- keys -->\n")
    try #require(parts.count == 3, "README.md has two marks <!-- keys --> around its table")
    let shown = parts[1].trimmingCharacters(in: .newlines)
    #expect(shown == Self.table, "README.md should have this table of keys:\n\(Self.table)")
  }

  @Test("every frequent command has two keys")
  func twoKeys() {
    let frequent: [Command] = [
      .send, .save, .quit, .palette, .help, .focusNext, .focusPrevious, .newRequest, .toggleRaw, .nextEnvironment,
      .zoom, .nextView, .previousExchange, .nextExchange, .search, .searchNext, .followRedirect, .connect,
      .sendOnConnection, .sendUpToCursor, .closeSending, .closeConnection, .abortConnection, .copy, .copyBody,
      .saveBody, .filter, .rename, .delete, .duplicate, .undoTree, .nextTab, .previousTab, .closeTab,
    ]
    for command in frequent {
      #expect(Keymap.standard.keys(for: command).count >= 2, "\(command.title) has fewer than two keys")
    }
  }

  @Test("no key of a text's context is a plain character")
  func printableKeys() {
    for context in InputContext.allCases where context.ownsPrintableKeys {
      for scalar in "aZ1?/ ~ü".unicodeScalars {
        switch Keymap.standard.action(for: .init(.character(scalar)), in: context) {
        case .type(.insert(let text)), .edit(.text(.insert(let text))): #expect(text == String(scalar))
        case .edit(.vi(let key)): #expect(key == scalar)
        default: Issue.record("\(scalar) is not typed in \(context)")
        }
      }
    }
  }
}
