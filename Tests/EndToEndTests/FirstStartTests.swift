import Testing

extension EndToEnd {
  @Suite struct FirstStart {
    @Test(
      "the first request is open at the start, and one key sends it",
      arguments: [(120, 40), (80, 24), (200, 60)])
    func sendsTheFirstRequest(columns: Int, rows: Int) async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox, columns: columns, rows: rows) { session in
          let first = try await session.startWorkbench()
          #expect(first.shows("First steps ▸ Hello", "http://{{practice}}/hello?name=wire"))
          #expect(first.shows("^R send"), "the help line names the key that sends")
          try await session.press("C-r")
          let answered = try await session.waitFor("HTTP/1.1 200 OK", "\"hello\": \"wire\"", "● open")
          let fields = try #require(answered.place(of: "HTTP/1.1 200 OK"))
          let body = try #require(answered.place(of: "\"hello\": \"wire\""))
          if columns >= 100 {
            #expect(body.x > fields.x + 20, "headers and body stand side by side")
          } else {
            #expect(body.y > fields.y, "the body stands below the headers")
          }
          try await session.press("C-q")
          #expect(try await session.exitStatus() == 0)
          #expect(try await session.modes() == .sane)
        }
      }
    }
  }
}
