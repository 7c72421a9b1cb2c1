import Testing

extension EndToEnd {
  @Suite struct ScreenReader {
    @Test("a request is found, sent and read row by row, in plain lines alone", arguments: ["xterm-256color", "dumb"])
    func lines(terminal: String) async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.start(["--screen-reader"], terminal: terminal)
          try await session.waitFor("Workspaces", "GET Hello, open")
          try await session.press("/")
          try await session.type("hello")
          try await session.press("Enter")
          try await session.waitFor("Request: URL http://")
          try await session.press("C-r")
          try await session.waitFor("Sending GET", "Response: 200 OK, 16 B")
          try await session.press("M-5")
          try await session.waitFor("Response body, pretty view, row 1 of 3: {")
          try await session.press("Down")
          try await session.waitFor("row 2 of 3: \"hello\": \"wire\"")
          try await session.press("M-4", "Down")
          try await session.waitFor("Response headers, row 1 of", "row 2 of")
          try await session.press("M-2")
          try await session.type("x")
          try await session.waitFor("the line to be typed in") { $0.text.contains("name=wirex") }
          try await session.press("BSpace", "C-q")
          #expect(try await session.exitStatus() == 0)
          #expect(try await session.modes() == .sane)
          let sequences = ControlSequences.all(in: try session.terminalOutput())
          #expect(
            sequences.subtracting(["ESC[?2004h", "ESC[?2004l"]).filter { !$0.hasPrefix("C0 8") }.isEmpty,
            "\(sequences)")
        }
      }
    }
  }
}
