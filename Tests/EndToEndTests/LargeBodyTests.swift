import Testing

extension EndToEnd {
  @Suite struct LargeBodies {
    @Test("a 64 MB JSON body is read to its end in bounded memory while keys are answered")
    func json() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.compose("GET", "http://{{practice}}/json/64M")
          try await session.send("200 OK")
          // A key is answered while it downloads: what is typed stands there before the body is complete.
          try await session.press("M-1", "/")
          try await session.type("echo while")
          try await session.waitFor("echo while")
          try await session.press("Escape")
          try await session.press("M-5", "2", "G")
          try await session.waitFor("the body to be complete") { screen in
            screen.row(with: "╭ Response")?.contains("receiving") == false && screen.shows("67.1 MB")
          }
          try await session.press("1", "G")
          try await session.waitFor("the end of the pretty JSON") { screen in
            screen.rows.suffix(8).contains { $0.contains("│]") || $0.contains("│}") }
          }
          let peak = try session.peakMemory()
          #expect(peak < 100_000_000, "peak resident memory: \(peak / 1_000_000) MB")
        }
      }
    }

    @Test("a million chunks arrive in bounded memory, and their end can be followed while they come")
    func chunks() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.openRequest("A million chunks")
          try await session.send("receiving")
          try await session.press("M-5", "2", "G")
          try await session.waitFor("the end of what has come so far") { screen in
            screen.shows("receiving")
              && screen.rows.suffix(6).contains { $0.contains("│") && $0.contains("0123456789") }
          }
          // Esc ends it where it stands; what came stays.
          try await session.press("Escape")
          try await session.waitFor("cancelled", "0123456789")
          let peak = try session.peakMemory()
          #expect(peak < 100_000_000, "peak resident memory: \(peak / 1_000_000) MB")
        }
      }
    }
  }
}
