import TerminalUI
import Testing

struct KeyPressTests {
  @Test(
    "a key's name is read back as the same key",
    arguments: [
      ("^R", KeyPress(.character("r"), .control)), ("Alt+Enter", KeyPress(.enter, .alt)),
      ("F5", KeyPress(.function(5))),
      ("Esc", KeyPress(.escape)), ("Shift+Tab", KeyPress(.backTab)), ("^Space", KeyPress(.character(" "), .control)),
      ("Ctrl+Shift+→", KeyPress(.right, [.control, .shift])), ("Alt+^X", KeyPress(.character("x"), [.alt, .control])),
      ("?", KeyPress(.character("?"))), ("^", KeyPress(.character("^"))), ("G", KeyPress(.character("G"))),
      ("g", KeyPress(.character("g"))), ("Space", KeyPress(.character(" "))), ("PgDn", KeyPress(.pageDown)),
      ("+", KeyPress(.character("+"))), ("Alt++", KeyPress(.character("+"), .alt)),
      ("^\\", KeyPress(.character("\\"), .control)),
      ("F", KeyPress(.character("F"))), ("Shift+F12", KeyPress(.function(12), .shift)),
      ("ß", KeyPress(.character("ß"))),
    ])
  func names(name: String, key: KeyPress) {
    #expect(KeyPress(name) == key)
    #expect(key.description == name)
  }

  @Test(
    "other usual names are understood, and what is no key is refused",
    arguments: [
      ("Ctrl+R", "^R"), ("ctrl+r", "^R"), ("^r", "^R"), ("Up", "↑"), ("return", "Enter"), ("escape", "Esc"),
      ("Alt+Up", "Alt+↑"), ("backtab", "Shift+Tab"), ("", nil), ("Alt+", nil), ("Hyper+X", nil), ("F99", nil),
      ("ab", nil),
    ])
  func otherNames(name: String, canonical: String?) {
    #expect(KeyPress(name)?.description == canonical)
  }

  @Test("only a character without Ctrl and Alt types")
  func typed() {
    #expect(KeyPress(.character("x")).typed == "x")
    #expect(KeyPress(.character("x"), .alt).typed == nil)
    #expect(KeyPress(.character("x"), .control).typed == nil)
    #expect(KeyPress(.enter).typed == nil)
  }
}
