import Foundation
import Testing

extension EndToEnd {
  @Suite struct OwnEditor {
    /// A program that does something to the file that it is given.
    private func editor(_ script: String, in sandbox: Sandbox) throws -> [String: String] {
      try sandbox.write("#!/bin/sh\n\(script)\n", to: "editor")
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: sandbox.file("editor"))
      return ["EDITOR": sandbox.file("editor"), "VISUAL": ""]
    }

    private func left(_ sandbox: Sandbox) -> [String] {
      (try? FileManager.default.contentsOfDirectory(atPath: sandbox.file("state/barewire/edits"))) ?? []
    }

    @Test("a field and a body are edited by the person's own editor, at the terminal, in a file that is private")
    func editing() async throws {
      try await Sandbox.with { sandbox in
        let script =
          "stat -c %a \"$1\" > \(sandbox.file("mode")); printf 'name? '; read name; echo \"by $name\" >> \"$1\""
        let environment = try editor(script, in: sandbox)
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench(environment: environment)
          try await session.compose("GET", "http://a/")
          try await session.press("C-o")
          try await session.waitFor("name?")
          try await session.type("hand")
          try await session.press("Enter")
          try await session.waitFor("the edited URL") { $0.requestLine.contains("http://a/by hand") }
          #expect(try sandbox.text(of: "mode") == "600\n")
          #expect(left(sandbox).isEmpty)
          // One step takes it back.
          try await session.press("C-_")
          try await session.waitFor("the old URL") {
            !$0.requestLine.contains("by hand") && $0.requestLine.contains("http://a/")
          }
          try await session.quitWithoutSaving()
        }
      }
    }

    @Test("what an editor that fails has written is kept, and its place is told")
    func failing() async throws {
      try await Sandbox.with { sandbox in
        let environment = try editor("echo precious >> \"$1\"; exit 3", in: sandbox)
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench(environment: environment)
          try await session.compose("GET", "http://a/")
          try await session.press("C-o")
          try await session.waitFor("ended with status 3", "the text is as it was", "text-")
          let name = try #require(left(sandbox).first)
          #expect(try sandbox.text(of: "state/barewire/edits/\(name)") == "http://a/precious\n")
          try await session.quitWithoutSaving()
        }
      }
    }
  }
}
