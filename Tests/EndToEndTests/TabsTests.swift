import Testing

extension EndToEnd {
  @Suite struct Tabs {
    @Test("while a slow answer comes in one tab, another sends and is answered, and each keeps its own")
    func twoUnderWay() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.compose("GET", "http://{{practice}}/trickle/90000?rate=20")
          try await session.send("200 OK · receiving")
          try await session.compose("GET", "http://{{practice}}/hello?name=tabs")
          try await session.send("\"hello\": \"tabs\"", "GET New request  200 ↓", "GET New request  200 │")

          try await session.press("M-PageUp")
          try await session.waitFor("200 OK · receiving", "/trickle/90000")
          try await session.press("M-5", "Escape")
          try await session.waitFor("200 OK · cancelled", "GET New request  cancelled")
          try await session.press("M-PageDown")
          try await session.waitFor("\"hello\": \"tabs\"", "/hello?name=tabs")

          try await session.press("C-w")
          try await session.waitFor("closed “New request”", "/trickle/90000")
          try await session.press("M-T")
          try await session.waitFor("\"hello\": \"tabs\"", "/hello?name=tabs", "GET New request  cancelled")
          try await session.quitWithoutSaving()
        }
      }
    }
  }
}
