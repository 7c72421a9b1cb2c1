import Testing

extension EndToEnd {
  @Suite struct BrokenServers {
    /// What the screen says of each broken endpoint of the practice server.
    private static let findings: [(request: String, words: [String])] = [
      ("Bad chunk size", ["malformed", "A chunk begins with its size in hexadecimal digits", "RFC 9112 §7.1"]),
      ("Cut in a chunk", ["malformed", "ended before the last chunk"]),
      ("No last chunk", ["malformed", "ended before the last chunk"]),
      ("LF in a chunk", ["malformed", "chunked framing ends in LF alone"]),
      ("Too short", ["malformed", "ended before all bytes of Content-Length"]),
      ("Too long", ["malformed", "Bytes follow the complete message"]),
      ("Two lengths", ["malformed", "Content-Length is given with different numbers"]),
      ("Length and chunked", ["malformed", "Transfer-Encoding and Content-Length"]),
      ("No colon", ["malformed", "has no colon"]),
      ("Space before the colon", ["malformed", "between the field name and its colon", "RFC 9112 §5.1"]),
      ("LF only", ["malformed", "ends in LF alone"]),
      ("Bad status", ["malformed", "status code is not three digits"]),
      ("Folded field", ["malformed", "obsolete line folding"]),
      ("NUL in a field", ["malformed", "before␀after", "A NUL byte stands in the field value"]),
      ("No blank line", ["malformed", "ended before the blank line"]),
      ("Huge field", ["200 OK", "longer than the limit"]),
      ("Escape codes", ["200 OK␛[2J␛[H␛]0;OWNED-TITLE␇", "A control byte stands in"]),
      ("Not gzip", ["200 OK", "The gzip content is broken"]),
      ("Cut gzip", ["200 OK", "bytes from 285 bytes"]),
      ("Wrong checksum", ["200 OK", "bytes from 570 bytes"]),
      ("Cut zstd", ["200 OK", "The zstd content ends too early"]),
      ("Corrupt br", ["200 OK", "The br content is broken"]),
      ("A bomb", ["200 OK", "as a bomb does"]),
      ("Reset", ["malformed", "reset"]),
      ("Hangs up", ["no answer", "closed the connection without an answer"]),
      ("Garbage", ["no answer", "does not look like HTTP"]),
    ]

    @Test("each broken server is shown with what is wrong, and none of its escape codes reaches the terminal")
    func findings() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox, columns: 200, rows: 50) { session in
          try await session.startWorkbench()
          for (request, words) in Self.findings {
            do {
              try await session.openRequest(request)
              try await session.press("C-r")
              try await session.waitFor("“\(request)” to be told with \(words)", within: .seconds(30)) { screen in
                let response = screen.rows.dropFirst(16).joined(separator: "\n")
                return words.allSatisfy(response.contains)
              }
              // Every view of such bytes is drawn.
              for view in ["2", "3", "4", "1"] { try await session.press("M-5", view) }
            } catch let failure as HarnessFailure {
              Issue.record(failure)
            }
          }
          #expect(session.isProgramAlive)
          try await session.quitWithoutSaving()
          let strange = ControlSequences.all(in: try session.terminalOutput()).filter { !ControlSequences.isOwn($0) }
          #expect(strange.isEmpty)
        }
      }
    }

    @Test("a server that never answers is waited for, and Esc ends the waiting")
    func silence() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.openRequest("Silence")
          try await session.send("waiting")
          try await session.press("Escape")
          try await session.waitFor("cancelled")
          try await session.openRequest("Hello")
          try await session.send("200 OK", "\"hello\": \"wire\"")
        }
      }
    }
  }
}
