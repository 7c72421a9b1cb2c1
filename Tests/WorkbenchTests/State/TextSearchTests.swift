import Testing
import Workspaces

@testable import Workbench

/// Searching and replacing in the text that is edited.
@Suite struct TextSearchTests {
  private func workbench(_ body: String) -> Workbench {
    var workbench = Workbench(startURL: "http://a/")
    _ = workbench.update(.loaded([]))
    _ = workbench.update(.command(.focusRequest))
    for command in [RequestEditor.Command.setBodyKind(.text), .show(.body), .focus(.bodyText)] {
      _ = workbench.update(.edit(command))
    }
    _ = workbench.update(.paste(Array(body.utf8)))
    _ = workbench.update(.edit(.text(.move(.documentStart))))
    return workbench
  }

  private func type(_ text: String, _ workbench: inout Workbench) {
    for character in text { _ = workbench.update(.type(.insert(String(character)))) }
  }

  private func prompt(_ workbench: Workbench) -> Prompt? {
    if case .prompt(let prompt)? = workbench.popup { prompt } else { nil }
  }

  private func text(_ workbench: Workbench) -> String { workbench.editor?.focusedEditor?.text ?? "" }

  private func selection(_ workbench: Workbench) -> Range<Int>? { workbench.editor?.focusedEditor?.selection }

  @Test("a search shows its first match while it is typed, tells which one it is, and Esc goes back")
  func incremental() {
    var workbench = workbench("one two\nTwo three two")
    _ = workbench.update(.command(.search))
    type("tw", &workbench)
    #expect(selection(workbench) == 4..<6)
    #expect(prompt(workbench)?.title == "Search the text: 1 of 3")
    type("o t", &workbench)
    #expect(selection(workbench) == 8..<13)
    type("x", &workbench)
    #expect(prompt(workbench)?.title == "Search the text: no match")
    _ = workbench.update(.command(.dismiss))
    #expect(selection(workbench) == nil && workbench.editor?.focusedEditor?.cursor == 0)
  }

  @Test("next and previous go round; a regular expression stands between slashes; a capital counts")
  func again() {
    var workbench = workbench("one two\nTwo three two")
    _ = workbench.update(.command(.search))
    type("/t[a-z]o/", &workbench)
    _ = workbench.update(.command(.activate))
    #expect(selection(workbench) == 4..<7)
    _ = workbench.update(.command(.searchNext))
    _ = workbench.update(.command(.searchNext))
    #expect(selection(workbench) == 18..<21)
    _ = workbench.update(.command(.searchNext))
    #expect(selection(workbench) == 4..<7)
    _ = workbench.update(.command(.searchPrevious))
    #expect(selection(workbench) == 18..<21)
    _ = workbench.update(.command(.search))
    type("Two", &workbench)
    #expect(prompt(workbench)?.title == "Search the text: 1 of 1")
  }

  private func replace(_ what: String, with text: String, _ workbench: inout Workbench) {
    _ = workbench.update(.command(.replaceText))
    type(what, &workbench)
    _ = workbench.update(.command(.activate))
    type(text, &workbench)
    _ = workbench.update(.command(.activate))
  }

  @Test("all matches are replaced in one step")
  func replacingAll() {
    var workbench = workbench("a=1, b=22")
    replace("/([a-z])=([0-9]+)/", with: "$2:$1", &workbench)
    _ = workbench.update(.command(.moveDown))
    _ = workbench.update(.command(.activate))
    #expect(text(workbench) == "1:a, 22:b")
    #expect(workbench.message == .note("Replaced 2; undo takes all of it back"))
    #expect(workbench.editor?.draft.body == .text("1:a, 22:b", contentType: nil))
    _ = workbench.update(.edit(.text(.undo)))
    #expect(text(workbench) == "a=1, b=22")
  }

  @Test("matches are replaced or passed over one by one")
  func replacingOne() {
    var workbench = workbench("x x x")
    replace("x", with: "$1", &workbench)
    for step in ["one", "skip", "one"] {
      if step == "skip" { for _ in 0..<2 { _ = workbench.update(.command(.moveDown)) } }
      _ = workbench.update(.command(.activate))
    }
    #expect(text(workbench) == "$1 x $1")
  }

  @Test("a broken expression and a pattern that is not there are told of, and nothing happens")
  func mistakes() {
    var workbench = workbench("a")
    _ = workbench.update(.command(.search))
    type("/[/", &workbench)
    #expect(prompt(workbench)?.problem != nil)
    _ = workbench.update(.command(.dismiss))
    _ = workbench.update(.command(.replaceText))
    for _ in 0..<9 { _ = workbench.update(.type(.deleteBackward)) }
    type("zz", &workbench)
    _ = workbench.update(.command(.activate))
    #expect(prompt(workbench)?.problem?.contains("zz") == true)
  }
}
