import Testing
import Workspaces

struct VariablesTests {
  private let scope = VariableScope(
    environment: VariableEnvironment(
      name: "local",
      variables: [
        NamedValue("host", "127.0.0.1:8080"), NamedValue("off", "x", isEnabled: false),
        NamedValue("nested", "{{host}}"),
        NamedValue("übung", "ü"), NamedValue("practice", "mine"),
      ]),
    provided: ["practice": "127.0.0.1:1", "practiceTLS": "127.0.0.1:2"])

  @Test(
    "variables are replaced by their values",
    arguments: [
      ("http://{{host}}/", "http://127.0.0.1:8080/"),
      ("{{ host }}{{host}}", "127.0.0.1:8080127.0.0.1:8080"),
      ("{{nested}}", "{{host}}"),
      ("{{übung}} {{practiceTLS}}", "ü 127.0.0.1:2"),
      ("an environment hides {{practice}}", "an environment hides mine"),
      ("{{{host}}}", "{127.0.0.1:8080}"),
      ("{\"a\": {\"b\": {}}} {{}} {{ }} {{open", "{\"a\": {\"b\": {}}} {{}} {{ }} {{open"),
      ("{{a\nb}}", "{{a\nb}}"),
      ("", ""),
    ])
  func resolve(_ text: String, _ expected: String) throws {
    #expect(try Variables.resolve(text, in: scope) == expected)
  }

  @Test("an unknown variable is named with its place and with what is known")
  func unknown() {
    #expect {
      try Variables.resolve("a {{off}}", in: VariableScope(provided: ["b": "", "a": ""]), at: .fieldValue("X"))
    } throws: { error in
      String(describing: error)
        == "The variable {{off}} in the value of the field “X” is not known: add it to the environment, or correct its "
        + "name (known: a, b)."
    }
    #expect(throws: VariableError.self) { try Variables.resolve("{{off}}", in: scope) }
    #expect(Variables.resolveKnown("{{off}}{{host}}", in: scope) == "{{off}}127.0.0.1:8080")
  }

  @Test("names and places of variables are found")
  func occurrences() {
    #expect(Variables.names(in: "{{b}}{{a}}{{b}}") == ["b", "a"])
    #expect(Variables.occurrences(in: "ü{{ b }}") == [Variables.Occurrence(name: "b", range: 2..<9)])
  }
}
