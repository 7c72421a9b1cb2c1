import Settings
import Testing

@Suite struct SettingsTextTests {
  private func set(_ text: String, _ value: String) -> String? {
    SettingsText.setting("theme", to: value, in: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("one value changes and every other byte of the file stays")
  func replacing() {
    #expect(set("{ \"keys\":{},\n\t\"theme\" :  \"a\" }\n", "b") == "{ \"keys\":{},\n\t\"theme\" :  \"b\" }\n")
    #expect(set("{\"theme\": {\"x\": [1]}, \"a\": 1}", "b") == "{\"theme\": \"b\", \"a\": 1}")
  }

  @Test("a member that is not there is put first")
  func inserting() {
    #expect(set("{}", "a") == "{\n  \"theme\": \"a\"\n}")
    #expect(set("{\n  \"keys\": {}\n}\n", "a") == "{\n  \"theme\": \"a\",\n  \"keys\": {}\n}\n")
  }

  @Test("a file that is no JSON object is not touched")
  func broken() {
    #expect(set("{\"theme\": ", "a") == nil)
    #expect(set("[]", "a") == nil)
    #expect(set("", "a") == nil)
  }
}
