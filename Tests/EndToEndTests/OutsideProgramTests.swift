import Foundation
import Glibc
import Testing

extension EndToEnd {
  @Suite struct OutsidePrograms {
    /// A program of the person's own.
    private func program(_ name: String, _ script: String, in sandbox: Sandbox) throws -> String {
      try sandbox.write("#!/bin/sh\n\(script)\n", to: name)
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: sandbox.file(name))
      return sandbox.file(name)
    }

    private func has(_ name: String, _ sandbox: Sandbox) -> Bool {
      FileManager.default.fileExists(atPath: sandbox.file(name))
    }

    private func filter(_ session: TerminalSession, _ text: String) async throws {
      try await session.press("M-5", "|")
      try await session.waitFor("Filter by")
      try await session.press("C-u")
      try await session.type(text)
      try await session.press("Enter")
    }

    @Test("a body goes through a shell command, whose result is shown, saved, told of and stopped")
    func filter() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox, columns: 160) { session in
          try await session.startWorkbench()
          try await session.openRequest("What there is")
          try await session.send("200 OK", "/hello")
          try await filter(session, "grep -o '/broken/esc[a-z-]*' | tr a-z A-Z")
          try await session.waitFor("1 shows the whole body", "/BROKEN/ESCAPE-CODES")
          try await session.press("M-w")
          try await session.waitFor("Save what the filter lets through")
          try await session.type(sandbox.file("result"))
          try await session.press("Enter")
          try await session.waitFor("Saved ", "bytes to")
          #expect(try sandbox.text(of: "result") == "/BROKEN/ESCAPE-CODES\n")

          try await filter(session, "printf 'a \\033[31mred\\n' >&2; exit 7")
          try await session.waitFor("a ␛[31mred — exit 7")
          try await session.press("1")
          try await session.waitFor("/hello")

          try await filter(session, "| echo $$ > \(sandbox.file("first")); sleep 1000 | cat")
          try await session.waitFor("sleep 1000", "running")
          try await session.press("Escape")
          try await session.waitFor("Stopped.")
          try await filter(session, "| echo $$ > \(sandbox.file("second")); sleep 1000")
          try await session.waitFor("the second to run") { _ in has("second", sandbox) }
          // Up goes to what was filtered by before.
          try await session.press("|", "Up")
          try await session.waitFor("cat")
          try await session.press("Escape")
          try await session.waitFor("the prompt to close") { !$0.shows("Filter by") }
          try await session.press("C-q")
          #expect(try await session.exitStatus() == 0)
          for name in ["first", "second"] {
            let group = try #require(pid_t(try sandbox.text(of: name).filter(\.isNumber)))
            try await Deadline.poll("the processes of \(name) to be gone") {
              kill(-group, 0) == -1 && errno == ESRCH ? () : nil
            }
          }
        }
      }
    }

    @Test("200 MB through a command cost no memory")
    func large() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox, columns: 160) { session in
          try await session.startWorkbench()
          try await session.send("200 OK")
          try await filter(session, "yes abcdefghi | head -c 200000000")
          try await session.waitFor("200.0 MB from", "1 shows the whole body")
          try await session.waitFor("its rows") { $0.rows.contains { $0.contains("│abcdefghi") } }
          let peak = try session.peakMemory()
          #expect(peak < 100_000_000, "peak resident memory: \(peak / 1_000_000) MB")
        }
      }
    }

    @Test("the body is shown by the person's pager, from a file that is private, and the screen comes back")
    func pager() async throws {
      try await Sandbox.with { sandbox in
        let script =
          "stat -L -c %a /proc/self/fd/0 > \(sandbox.file("mode")); cat > \(sandbox.file("paged")); printf 'more? '; "
          + "read key < /dev/tty; echo \"$key $1\" > \(sandbox.file("key"))"
        let pager = try program("pager", script, in: sandbox)
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench(environment: ["PAGER": "\(pager) -R"])
          try await session.send("200 OK")
          try await session.press("M-5", "1", "o")
          try await session.waitFor("more?") { $0.shows("more?") && !$0.shows("╭ Response") }
          // A key of the workbench that is none while the pager has the terminal.
          try await session.type("q")
          try await session.press("Enter")
          try await session.waitFor("╭ Response", "\"hello\": \"wire\"")
          #expect(try sandbox.text(of: "key") == "q -R\n")
          #expect(try sandbox.text(of: "mode") == "600\n")
          #expect(try sandbox.text(of: "paged") == "{\n  \"hello\": \"wire\"\n}\n")
          // In hex exactly the bytes.
          try await session.press("3", "o")
          try await session.waitFor("more?") { $0.shows("more?") && !$0.shows("╭ Response") }
          try await session.press("Enter")
          try await session.waitFor("╭ Response")
          #expect(try sandbox.text(of: "paged") == "{\"hello\":\"wire\"}")
        }
      }
    }

    @Test("a copy of the body is opened in the person's editor; what is written there is kept, and the body too")
    func editor() async throws {
      try await Sandbox.with { sandbox in
        let script = "stat -c %a \"$1\" > \(sandbox.file("mode")); cat \(sandbox.file("addition")) >> \"$1\""
        let editor = try program("editor", script, in: sandbox)
        try sandbox.write("", to: "addition")
        func copies() -> [String] {
          (try? FileManager.default.contentsOfDirectory(atPath: sandbox.file("state/barewire/edits"))) ?? []
        }
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench(environment: ["EDITOR": editor, "VISUAL": ""])
          try await session.send("200 OK")
          try await session.press("M-5", "1", "E")
          try await session.waitFor("the editor to have run") { _ in has("mode", sandbox) && copies().isEmpty }
          #expect(try sandbox.text(of: "mode") == "400\n")
          try sandbox.write("precious\n", to: "addition")
          try await session.press("C-o")
          try await session.waitFor("The body stays as it is; the copy that you changed is")
          let copy = try #require(copies().first)
          #expect(copy.hasSuffix(".json"))
          #expect(try sandbox.text(of: "state/barewire/edits/\(copy)").hasSuffix("}\nprecious\n"))
          try await session.waitFor("\"hello\": \"wire\"")
        }
      }
    }
  }
}
