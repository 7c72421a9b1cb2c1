import Testing
import Workspaces

@testable import Workbench

@Suite("TLS options in the editor")
struct TLSControlTests {
  @Test("texts, lists, versions and switches change the draft")
  func edited() {
    var editor = RequestEditorTests.editor("https://h")
    _ = editor.perform(.show(.options))
    _ = editor.perform(.focus(.tls(.clientCertificate)))
    RequestEditorTests.type("c.pem", into: &editor)
    _ = editor.perform(.focus(.tls(.trustAnchors)))
    RequestEditorTests.type("a.pem, b.pem", into: &editor)
    _ = editor.perform(.focus(.tls(.alpn)))
    RequestEditorTests.type("none", into: &editor)
    _ = editor.perform(.focus(.tls(.maximum)))
    _ = editor.perform(.activate)
    #expect(editor.menu?.items.count == 4)
    #expect(editor.perform(.choose(2)) == [.draftChanged])
    _ = editor.perform(.focus(.tls(.resumesSessions)))
    #expect(editor.perform(.toggle) == [.draftChanged])
    let tls = editor.draft.options.tls
    #expect(tls.clientCertificate == "c.pem")
    #expect(tls.trustAnchors == ["a.pem", "b.pem"])
    #expect(tls.alpn == [])
    #expect(tls.maximumVersion == .tls12)
    #expect(!tls.resumesSessions)
    #expect(editor.text(of: .tls(.alpn)) == "none")
  }
}
