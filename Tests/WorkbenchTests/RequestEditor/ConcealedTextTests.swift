import Testing
import Workspaces

@testable import Workbench

@Suite("What lets somebody in")
struct ConcealedTextTests {
  private static func texts(_ editor: RequestEditor) -> [String] { editor.formRows.flatMap(\.cells).map(\.text) }

  @Test("passwords, tokens and passphrases are dots of one length, and variables keep their names")
  func rows() {
    for (secret, shown) in [("hush", "••••••••"), ("a much longer one", "••••••••"), ("{{secret}}", "{{secret}}")] {
      var editor = RequestEditorTests.editor("http://a/") {
        $0.auth = .basic(user: "ada", password: secret)
        $0.options.tls.passphrase = secret
        $0.options.proxy = "http://ada:\(secret)@proxy:3128"
      }
      _ = editor.perform(.show(.auth))
      #expect(Self.texts(editor).contains("ada") && Self.texts(editor).contains(shown))
      #expect(editor.text(of: .password) == secret)
      _ = editor.perform(.focus(.password))
      #expect(editor.focusedEditor?.text == secret, "who edits it sees it")
      _ = editor.perform(.show(.options))
      let options = Self.texts(editor)
      #expect(options.contains(shown) && options.contains("http://ada:\(shown)@proxy:3128"))
      editor = RequestEditorTests.editor("http://a/") { $0.auth = .bearer(token: secret) }
      _ = editor.perform(.show(.auth))
      #expect(Self.texts(editor).contains(shown))
    }
  }

  @Test("the field that Barewire adds keeps its scheme, and a URL all but its password")
  func parts() {
    #expect(ConcealedText.authorization("Basic YTpi") == "Basic ••••••••")
    #expect(ConcealedText.authorization("Bearer {{token}}") == "Bearer {{token}}")
    #expect(ConcealedText.authorization("odd") == "••••••••")
    for plain in ["", "direct", "socks5h://h:1", "h:1/a@b:c", "http://user@h:1"] {
      #expect(ConcealedText.url(plain) == plain)
    }
    #expect(ConcealedText.url("u:p@h:1") == "u:••••••••@h:1")
    #expect(ConcealedText.secret("") == "")
  }

  @Test("the options stand in groups, and the keys pass over their headings")
  func groups() {
    var editor = RequestEditorTests.editor("http://a/")
    _ = editor.perform(.show(.options))
    let headings = editor.formRows.filter { $0.style == .heading }.map(\.label)
    #expect(headings == ["Exchange", "Connection", "Times", "TLS"])
    #expect(editor.focus == .httpVersion)
    var visited: [RequestControl] = []
    for _ in 0..<60 {
      visited.append(editor.focus)
      _ = editor.perform(.text(.move(.down)))
      _ = editor.perform(.next)
    }
    #expect(Set(visited).count > 15)
  }
}
