import Foundation
import Testing

extension EndToEnd {
  @Suite struct Starting {
    @Test("without a folder of workspaces the user's own is opened, filled with the samples the first time")
    func ownFolder() async throws {
      try await Sandbox.with { sandbox in
        try FileManager.default.removeItem(atPath: sandbox.file("work/Workspaces"))
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.send("200 OK", "\"hello\": \"wire\"")
          for name in ["practice", "sockets-by-hand", "notes-api"] {
            let shipped = try Data(contentsOf: BuiltProgram.repository.appending(path: "Workspaces/\(name).json"))
            #expect(try sandbox.bytes(of: "data/barewire/\(name).json") == Array(shipped))
          }
          // What the person throws away does not come back.
          try await session.press("C-q")
          #expect(try await session.exitStatus() == 0)
          try FileManager.default.removeItem(atPath: sandbox.file("data/barewire/notes-api.json"))
          let second = try await session.startWorkbench()
          #expect(!second.shows("notes API"))
        }
      }
    }

    @Test("--workspaces opens another folder, and leaves the one here alone")
    func otherFolder() async throws {
      try await Sandbox.with { sandbox in
        let other = sandbox.file("other")
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        try sandbox.write(
          "{\"barewire\": 1, \"name\": \"elsewhere\", \"items\": [{\"name\": \"Tea\", \"method\": \"GET\", "
            + "\"url\": \"http://{{practice}}/status/418\"}]}\n", to: "other/mine.json")
        try await TerminalSession.with(sandbox) { session in
          try await session.start(["--workspaces", other])
          let first = try await session.waitFor("elsewhere", "Tea")
          #expect(!first.shows("notes API"))
          try await session.send("418")
        }
      }
    }

    @Test("a request copied as curl is a command that a shell runs")
    func copiedAsCurl() async throws {
      let field = "it's $HOME; `id` \"and\" \\"
      try await Sandbox.with { sandbox in
        try await ServerProcess.withPractice(sandbox) { port in
          try await TerminalSession.with(sandbox) { session in
            try await session.startWorkbench(["http://127.0.0.1:\(port)/echo?q=a%20b"])
            try await session.press("M-2", "M-]")
            try await session.waitFor("[x] Host")
            try await session.type("X-Quote")
            try await session.press("Tab")
            try await session.type(field)
            try await session.waitFor(field)
            try await session.press("M-x")
            try await session.waitFor("Copied the request as curl")
            let written = String(decoding: try session.terminalOutput(), as: UTF8.self)
            let copied = try #require(written.firstMatch(of: /\u{1B}\]52;c;([A-Za-z0-9+\/=]+)/))
            let curl = String(decoding: try #require(Data(base64Encoded: String(copied.1))), as: UTF8.self)
            let answer = try await Command.run(["sh", "-c", "\(curl) -s"], environment: sandbox.environment)
            #expect(answer.text.hasPrefix("GET /echo?q=a%20b HTTP/1.1\r\n"), "\(curl)\n\(answer.error)")
            #expect(answer.text.contains("\r\nX-Quote: \(field)\r\n"), "\(curl)")
          }
        }
      }
    }

    @Test("the second key of each frequent command works where a multiplexer has taken the first")
    func secondKeys() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.press("F5")
          try await session.waitFor("200 OK")
          try await session.press("M-p")
          try await session.waitFor("╭ Commands")
          try await session.press("Escape")
          try await session.waitFor("the palette to close") { !$0.shows("╭ Commands") }
          try await session.press("M-n")
          try await session.waitFor("New request")
          try await session.press("F2")
          try await session.waitFor("Saved ")
          try await session.press("F10")
          #expect(try await session.exitStatus() == 0)
        }
      }
    }

    @Test("nothing that is typed or pasted into a text triggers a command")
    func typedText() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.press("C-n")
          try await session.waitFor("New request")
          try await session.press("C-u")
          let text = "http://x/?q1[]=/nNrdxWKJReuvy4"
          try await session.type(text)
          try await session.waitFor("the text to stand there") { $0.requestLine.contains(text) }
          try await session.press("C-u")
          // A paste with line ends, keys and escape codes in it is text of one line.
          try await session.paste("http://pasted/\r\n\u{12}\u{11}x")
          let pasted = try await session.waitFor("the pasted text") { $0.requestLine.contains("http://pasted/") }
          #expect(session.isProgramAlive && !pasted.shows("Response   "), "no ^R or ^Q came out of the paste")
        }
      }
    }
  }
}
