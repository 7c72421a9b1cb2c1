import Settings
import Testing

@Suite struct SettingsReaderTests {
  private func read(_ text: String) -> Settings {
    Settings(reading: Array(text.utf8), file: "settings.json")
  }

  @Test("a settings file is read with the lines of its names")
  func values() {
    let settings = read(
      """
      {
        "theme": "paper",
        "colors": 256,
        "reducedMotion": true,
        "pictures": "sixel",
        "screenReader": true,
        "keys": {
          "body": {"^G": "searchNext",
            "/": null}
        }
      }
      """)
    #expect(settings.problems.isEmpty)
    #expect(settings.theme == Placed("paper", line: 2))
    #expect(settings.colors == .indexed)
    #expect(settings.hasReducedMotion && settings.isForScreenReader)
    #expect(settings.pictures == .sixel)
    #expect(
      settings.keys == [
        .init(
          pane: Placed("body", line: 8), key: Placed("^G", line: 8), action: Placed("searchNext", line: 8)),
        .init(pane: Placed("body", line: 8), key: Placed("/", line: 9), action: nil),
      ])
  }

  @Test("each thing that is wrong is named with its line, and the rest counts")
  func problems() {
    let settings = read(
      """
      {
        "them": "paper",
        "colors": "many",
        "reducedMotion": "yes",
        "keys": {"body": {"a": 1, "b": "copy"}, "tree": []},
        "theme": "a",
        "theme": "b"
      }
      """)
    #expect(
      settings.problems.map(\.description) == [
        "settings.json:2: There is no setting “them”; did you mean “theme”?",
        "settings.json:3: “many” is not known as “colors”; known: auto, true, 256, 16, none.",
        "settings.json:4: “reducedMotion” must be true or false, not text.",
        "settings.json:5: “a” must be an action's name, or null for none, not a number.",
        "settings.json:5: “tree” must be an object, not a list.",
        "settings.json:7: “theme” stands in line 6 too; this one counts.",
      ])
    #expect(settings.keys.map(\.action?.value) == ["copy"])
  }

  @Test("of a file that is not JSON to its end, what stands before the error counts")
  func syntax() {
    let settings = read("{\n  \"theme\": \"paper\",\n  \"keys\": {\"body\": {\"a\": \"copy\", oops}}\n}")
    #expect(!settings.isWhole)
    #expect(settings.problems.count == 1)
    #expect(settings.problems.first?.line == 3)
    #expect(settings.theme?.value == "paper")
    #expect(settings.keys.map(\.key.value) == ["a"])
  }

  @Test("nothing that a file holds stops the reading")
  func hostile() {
    let deep = String(repeating: "[", count: 9999)
    for text in ["", "[]", "null", "{", "{\"keys\": {\"a\": {\"b\"", "\u{FEFF}{}", "{}{}", deep] {
      for end in 0...min(40, text.utf8.count) { _ = Settings(reading: Array(text.utf8.prefix(end)), file: "x") }
      _ = read(text)
    }
  }

  @Test("the file that is written at first has nothing wrong and says what holds without it")
  func standard() {
    let settings = read(SettingsText.standard)
    #expect(settings.problems.isEmpty)
    #expect(settings.theme?.value == "terminal")
    #expect(settings.colors == .auto && settings.keys.isEmpty && settings.themes.isEmpty)
  }
}
