import Settings
import TerminalUI
import Testing
import Workbench
import WorkbenchViews

@Suite struct KeyChangesTests {
  private func change(_ keys: String) -> (keymap: Keymap, problems: [String]) {
    let settings = Settings(reading: Array("{\"keys\":\n\(keys)}".utf8), file: "settings.json")
    let changed = Keymap.standard.applying(settings)
    return (changed.keymap, (settings.problems + changed.problems).map(\.description))
  }

  private func name(_ keymap: Keymap, _ key: String, _ context: InputContext) -> Command? {
    guard let key = KeyPress(key), case .command(let command)? = keymap.action(for: key, in: context) else {
      return nil
    }
    return command
  }

  @Test("a key does what the user wants in one pane, in every pane, or nothing")
  func binding() {
    let (keymap, problems) = change(
      """
      {"body": {"^G": "searchNext", "/": null, "Alt+1": null}, "everywhere": {"Ctrl+E": "nextEnvironment", "Alt+z": null}}
      """)
    #expect(problems.count == 1 && problems[0].contains("“^E” has another meaning in requestText (text.moveLineEnd)"))
    #expect(name(keymap, "^G", .body) == .searchNext)
    #expect(name(keymap, "^G", .headers) == nil)
    #expect(name(keymap, "n", .body) == .searchNext)
    #expect(name(keymap, "/", .body) == nil)
    #expect(name(keymap, "/", .headers) == .search)
    #expect(name(keymap, "Alt+1", .body) == nil)
    #expect(name(keymap, "Alt+1", .headers) == .focusTree)
    #expect(name(keymap, "^E", .tree) == .nextEnvironment)
    #expect(name(keymap, "Alt+z", .tree) == nil)
    #expect(name(keymap, "F11", .tree) == .zoom)
  }

  @Test("help, hints and the palette tell the user's keys")
  func telling() {
    let (keymap, problems) = change(
      "{\"body\": {\"^G\": \"copy\"}, \"everywhere\": {\"F5\": null, \"^R\": \"zoom\", \"F12\": \"send\"}}")
    #expect(problems.count == 1, "\(problems)")
    #expect(keymap.keys(for: .send).first == "F12")
    #expect(keymap.hints(in: .body).contains { $0.key == "^G" && $0.title == "copy" })
    #expect(keymap.hints(in: .tree).contains { $0.key == "F12" && $0.title == "send" })
    #expect(keymap.helpRows().contains(.binding(keys: "^R  Alt+z  F11", title: "Zoom the pane", name: "zoom")))
  }

  @Test("whatever a key does is in the palette, but for what makes sense only key by key")
  func palette() throws {
    for pane in Keymap.standard.namedKeys {
      for (key, name) in pane.actions {
        guard let context = InputContext(rawValue: pane.pane) else { continue }
        let action = Keymap.standard.action(for: try #require(KeyPress(key)), in: context)
        guard case .edit(let command)? = action else { continue }
        let isKeyByKey =
          switch command {
          case .next, .previous, .move, .activate, .vi: true
          case .text(.move), .text(.extend), .text(.newline), .text(.insert): true
          case .text(.deleteBackward), .text(.deleteForward), .text(.deleteByteForward): true
          default: false
          }
        #expect(PaletteEntry.all.contains(.edit(command)) != isKeyByKey, "\(name)")
      }
    }
  }

  @Test("text and form actions have names too")
  func texts() {
    let (keymap, problems) = change(
      "{\"requestLines\": {\"^G\": \"text.wordLeft\", \"^X\": \"text.moveWordLeft\"}, \"prompt\": {\"^X\": \"text.undo\"}, \"request\": {\"o\": \"form.addRow\"}, \"body\": {\"o\": \"form.addRow\"}}"
    )
    #expect(
      problems == [
        "settings.json:2: No action is called “text.wordLeft”; did you mean “text.moveLeft”?",
        "settings.json:2: “form.addRow” works only in the request’s panes.",
      ])
    guard
      case .edit(.text(.move(.wordLeft)))? = keymap.action(for: .init(.character("x"), .control), in: .requestLines),
      case .type(.undo)? = keymap.action(for: .init(.character("x"), .control), in: .prompt),
      case .edit(.addRow)? = keymap.action(for: .init(.character("o")), in: .request)
    else {
      Issue.record("the keys do something else")
      return
    }
  }

  @Test("what cannot work is named with its line")
  func problems() {
    let (_, problems) = change(
      """
      {"bodi": {"a": "copy"},
       "body": {"Ctl+A": "copy",
         "^I": "copy", "Shift+a": "copy",
         "a": "kopy"},
       "requestText": {"a": "copy"},
       "tree": {"^G": "copy",
         "Ctrl+G": "rename"}}
      """)
    #expect(
      problems == [
        "settings.json:2: No pane is called “bodi”; did you mean “body”?",
        "settings.json:3: No key is called “Ctl+A”; write it as ^R, Alt+r, F5, Enter, Shift+Tab or Ctrl+PgUp.",
        "settings.json:4: Terminals cannot tell “^I” from “Tab”; bind that one.",
        "settings.json:4: Terminals cannot tell “Shift+a” from “A”; bind that one.",
        "settings.json:5: No action is called “kopy”; did you mean “copy”?",
        "settings.json:6: “a” is typed in requestText; take a key with ^ or Alt there.",
        "settings.json:8: “^G” of tree is bound in line 7 too; this one counts.",
      ])
  }

  @Test("nobody is locked in")
  func wayOut() {
    let (keymap, problems) = change(
      "{\"everywhere\": {\"^Q\": null, \"F10\": null, \"^P\": \"send\", \"Alt+p\": null}}")
    #expect(name(keymap, "^Q", .requestBytes) == .quit)
    #expect(name(keymap, "^P", .body) == .palette)
    #expect(problems.contains { $0.contains("No key was left everywhere for “quit”; ^Q stays.") })
  }

  private func escaped(_ key: String) -> String {
    key.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  @Test("no table has a key twice")
  func once() {
    for pane in Keymap.standard.namedKeys {
      let keys = pane.actions.map(\.key)
      #expect(Set(keys).count == keys.count, "\(pane.pane): \(keys.filter { key in keys.count { $0 == key } > 1 })")
    }
  }

  @Test("in the search's prompt its case is switched, in every other text the word gets a capital")
  func searchCase() {
    #expect(name(.standard, "Alt+c", .prompt) == .toggleSearchCase)
    #expect(name(.standard, "Alt+c", .requestText) == nil)
  }

  @Test("every key of the keymap has a name that a file can use, and the whole keymap written down is the same")
  func names() {
    var text = "{"
    for pane in Keymap.standard.namedKeys {
      for action in pane.actions { #expect(!action.name.isEmpty, "\(action.key) of \(pane.pane) has no name") }
      let members = pane.actions.map { "\"\(escaped($0.key))\": \"\($0.name)\"" }
      text += (text == "{" ? "" : ", ") + "\"\(pane.pane)\": {\(members.joined(separator: ", "))}"
    }
    let settings = Settings(reading: Array("{\"keys\": \(text)}}".utf8), file: "settings.json")
    let changed = Keymap.standard.applying(settings)
    for context in InputContext.allCases {
      for pane in Keymap.standard.namedKeys {
        for action in pane.actions {
          guard let key = KeyPress(action.key) else { continue }
          let (one, other) = (
            Keymap.standard.action(for: key, in: context), changed.keymap.action(for: key, in: context)
          )
          #expect(one.map { "\($0)" } == other.map { "\($0)" }, "\(action.key) in \(context)")
        }
      }
    }
    // That a key of everywhere means something else in a pane is a hint, not a fault.
    let faults = (settings.problems + changed.problems).filter { !$0.message.contains("has another meaning") }
    #expect(faults.map(\.description) == [])
  }
}
