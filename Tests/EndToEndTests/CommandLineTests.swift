import Foundation
import Testing

extension EndToEnd {
  @Suite struct CommandLine {
    @Test("a URL's body goes into a pipe exactly, and the exit status tells how it went")
    func sendURL() async throws {
      try await Sandbox.with { sandbox in
        try await ServerProcess.withPractice(sandbox) { port in
          let base = "http://127.0.0.1:\(port)"
          let good = try await sandbox.barewire("send", "\(base)/hello?name=pipe")
          #expect(good.status == 0 && good.text == "{\"hello\":\"pipe\"}" && good.error.isEmpty)

          let binary = try await sandbox.barewire("send", "\(base)/bytes/300k")
          let peer = try await Command.run(["curl", "-s", "\(base)/bytes/300k"], environment: sandbox.environment)
          #expect(binary.output.count == 300 << 10 && binary.output == peer.output)

          let escapes = try await sandbox.barewire("send", "\(base)/broken/escape-codes")
          #expect(escapes.output.contains(0x1B), "into a pipe nothing is filtered")
          #expect(escapes.status == 1 && !escapes.error.utf8.contains(0x1B))

          let malformed = try await sandbox.barewire("send", "\(base)/broken/bad-chunk-size")
          #expect(malformed.status == 1 && malformed.text == "hello" && malformed.error.contains("RFC 9112 §7.1"))

          let refused = try await sandbox.barewire("send", "http://127.0.0.1:\(LoopbackPort.free())/")
          #expect(refused.status == 3 && refused.output.isEmpty && refused.error.contains("refused"))

          let posted = try await sandbox.barewire(
            "send", "\(base)/echo", "-X", "PUT", "-H", "X-Test: cli", "--data", "-", input: [0, 255, 10])
          #expect(posted.text.hasPrefix("PUT /echo HTTP/1.1\r\n") && posted.text.contains("\r\nX-Test: cli\r\n"))
          #expect(posted.output.suffix(7) == [13, 10, 13, 10, 0, 255, 10])
        }
      }
    }

    @Test("a finding about an answer that came whole is told beside it")
    func findings() async throws {
      try await Sandbox.with { sandbox in
        let server = try ScriptedAnswers.listener()
        defer { server.stop() }
        for (path, rule) in [("status-99", "RFC 9110 §15"), ("empty-lines", "RFC 9112 §2.2")] {
          let sent = try await sandbox.barewire("send", "http://127.0.0.1:\(server.port)/\(path)")
          #expect(sent.status == 0 && sent.text == "ok" && sent.error.contains(rule), "\(sent.error)")
        }
        let nowhere = try await sandbox.barewire("send", "--follow", "http://127.0.0.1:\(server.port)/redirect-empty")
        #expect(nowhere.status == 0 && nowhere.error.contains("it leads nowhere"), "\(nowhere.error)")
      }
    }

    @Test("a saved request is sent by its name, with the practice server started for it")
    func sendSaved() async throws {
      try await Sandbox.with { sandbox in
        let sent = try await sandbox.barewire("send", "practice/Hello")
        #expect(sent.status == 0 && sent.text == "{\"hello\":\"wire\"}")
        let unknown = try await sandbox.barewire("send", "practice/Nothing of that name")
        #expect(unknown.status == 2 && unknown.error.contains("Nothing of that name"))
      }
    }

    @Test("--include, --wire and --json show the head, the timeline and everything")
    func outputs() async throws {
      try await Sandbox.with { sandbox in
        let included = try await sandbox.barewire("send", "--include", "practice/Hello")
        #expect(
          included.text.hasPrefix("HTTP/1.1 200 OK\r\n") && included.text.hasSuffix("\r\n\r\n{\"hello\":\"wire\"}"))
        let wire = try await sandbox.barewire("send", "--wire", "practice/Hello")
        #expect(wire.text.contains("↑ ") && wire.text.contains("↓ ") && wire.text.contains("connected 127.0.0.1:"))
        let json = try await sandbox.barewire("send", "--json", "practice/Hello")
        let object = try #require(JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
        for key in ["request", "response", "timings", "connection", "diagnostics"] {
          #expect(object[key] != nil, "\(key)")
        }
        let response = try #require(object["response"] as? [String: Any])
        let startLine = try #require(response["startLine"] as? [String: Any])
        #expect(startLine["status"] as? Int == 200)
      }
    }

    @Test("on a terminal the body is filtered")
    func onATerminal() async throws {
      try await Sandbox.with { sandbox in
        try await ServerProcess.withPractice(sandbox) { port in
          try await TerminalSession.with(sandbox) { session in
            try await session.start(["send", "--include", "http://127.0.0.1:\(port)/broken/escape-codes"])
            try await session.waitFor("the body, filtered") { $0.shows("clear screen: ␛[2J␛[H", "OWNED-TITLE␇") }
            #expect(try await session.exitStatus() == 1)
            let strange = ControlSequences.all(in: try session.terminalOutput())
              .filter { !ControlSequences.isOwn($0) || $0.contains("1049") || $0.hasSuffix("J") }
            #expect(strange.isEmpty)
          }
        }
      }
    }

    @Test("inspected bytes become messages with byte ranges")
    func inspect() async throws {
      try await Sandbox.with { sandbox in
        let head = "HTTP/1.1 200 OK\r\nX: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        let bytes = Array((head + "3;e=1\r\nabc\r\n0\r\nT: z\r\n\r\nrest").utf8)
        let result = try await sandbox.barewire("inspect", "--response", "--json", "-", input: bytes)
        #expect(result.status == 1, "bytes are left over")
        let messages = try #require(JSONSerialization.jsonObject(with: Data(result.output)) as? [[String: Any]])
        let response = try #require(messages.first)
        let fields = try #require(response["fields"] as? [[String: Any]])
        #expect(fields.first?["nameRange"] as? [Int] == [17, 18] && fields.first?["valueRange"] as? [Int] == [20, 21])
        #expect(response["framing"] as? String == "chunked" && response["complete"] as? Bool == true)
        let start = head.utf8.count + 7
        #expect(response["content"] as? [[Int]] == [[start, start + 3]])
        #expect((response["chunks"] as? [[String: Any]])?.first?["dataRange"] as? [Int] == [start, start + 3])
        #expect((response["trailers"] as? [[String: Any]])?.first?["value"] as? String == "z")
        #expect(messages.last?["kind"] as? String == "leftover")

        let good = try await sandbox.barewire("inspect", "-", input: Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8))
        #expect(good.status == 0 && good.text.contains("method"))
        try sandbox.write("GET / HTTP/1.1\nHost : x\n\n", to: "work/bad.http")
        let bad = try await sandbox.barewire("inspect", "bad.http")
        #expect(bad.status == 1 && bad.text.contains("RFC 9112"))
      }
    }

    @Test(
      "wrong usage is one clear sentence and status 2",
      arguments: [
        ["send"], ["send", "no-such/request"], ["send", "ftp://example/"], ["send", "http://[::1/"],
        ["send", "http://x/", "-H", "no colon"],
        ["send", "http://127.0.0.1:99999/"], ["send", "http://x/", "--data", "@/no/such/file"],
        ["send", "http://{{unknown}}/"], ["inspect", "/no/such/file"], ["inspect", "--request", "--response", "-"],
        ["practice", "--port", "99999"], ["practice", "--port", "x"], ["--workspaces", "/no/such/folder"],
        ["--no-such-option"], ["http://", "extra"],
      ])
    func wrongUsage(arguments: [String]) async throws {
      try await Sandbox.with { sandbox in
        let result = try await Command.run(
          [try BuiltProgram.path()] + arguments, environment: sandbox.environment, in: sandbox.file("work"))
        #expect(result.status == 2, "\(result.error)")
        #expect(result.output.isEmpty)
        #expect(result.error.split(separator: "\n").first.map { $0.count > 15 } ?? false, "\(result.error)")
        for noise in ["Fatal", "Swift.", "Optional(", "Domain=", "errno"] {
          #expect(!result.error.contains(noise), "\(result.error)")
        }
      }
    }

    @Test("barewire practice prints its endpoints, answers, and ends with ^C")
    func practice() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox, columns: 160, rows: 140) { session in
          let port = try LoopbackPort.free()
          try await session.start(["practice", "--port", "\(port)"])
          try await session.waitFor(
            "http://127.0.0.1:\(port)", "certificate: expired", "client.p12", "/broken/escape-codes", "/notes/1",
            "/h2/goaway")
          let answer = try await Command.run(
            ["curl", "-s", "http://127.0.0.1:\(port)/hello"], environment: sandbox.environment)
          #expect(answer.text == "{\"hello\":\"world\"}")
          try await session.press("C-c")
          #expect(try await session.exitStatus() == 0)
        }
      }
    }
  }
}
