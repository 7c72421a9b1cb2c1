import Testing

extension EndToEnd {
  @Suite struct Mouse {
    @Test("all that keys do on the screen the mouse does too", arguments: [(80, 24), (120, 40), (200, 60)])
    func everything(columns: Int, rows: Int) async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox, columns: columns, rows: rows) { session in
          let first = try await session.startWorkbench()
          // A double click opens what the first click of it chose.
          let request = try #require(first.place(of: "What there is"))
          try await session.click(column: request.x, row: request.y)
          try await session.click(column: request.x, row: request.y)
          try await session.waitFor("What there is to be open") { $0.rows[0].contains("What there is") }
          var screen = try await session.send("200 OK", "Barewire")

          // The wheel scrolls what is under it, whatever has the focus.
          let body = try #require(screen.place(of: "Body  Pretty"))
          let top = screen.rows[body.y + 1].suffix(columns - body.x)
          try await session.wheelDown(column: body.x + 10, row: body.y + 2)
          try await session.waitFor("the body to be scrolled") { $0.rows[body.y + 1].suffix(columns - body.x) != top }

          // A click gives the focus: then the pane's keys count, here that of the hex view.
          try await session.click(column: body.x + 8, row: body.y + 2)
          try await session.press("3")
          screen = try await session.waitFor("the bytes") { $0.shows("48 54 54 50") }

          // Drawing over bytes selects them.
          let bytes = try #require(screen.place(of: "48 54 54 50"))
          try await session.drag(from: (bytes.x, bytes.y), to: (bytes.x + 9, bytes.y))
          try await session.press("y")
          try await session.waitFor("Copy 4 bytes")
          try await session.press("Escape")
          try await session.waitFor("the question to go") { !$0.shows("Copy 4 bytes") }

          // A click on a view's name shows it.
          let name = try #require(try await session.screen().place(of: "Pretty"))
          try await session.click(column: name.x, row: name.y)
          try await session.waitFor("the pretty view") { !$0.shows("48 54 54 50") }
          let tabs = try #require(try await session.screen().place(of: "Events  TLS"))
          try await session.click(column: tabs.x + 8, row: tabs.y)
          // Where there is no room for it the pane is zoomed.
          try await session.press("M-z")
          try await session.waitFor("Not encrypted")
        }
      }
    }

    @Test(
      "a line between panes is drawn elsewhere, and is there again after a restart", arguments: [(80, 24), (200, 60)])
    func border(columns: Int, rows: Int) async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox, columns: columns, rows: rows) { session in
          let before = try #require(try await session.startWorkbench().place(of: "╭ Request"))
          let row = before.y + 3
          try await session.drag(from: (before.x, row), to: (before.x + 6, row))
          let after = try await session.waitFor("the line to move") {
            ($0.place(of: "╭ Request")?.x ?? 0) > before.x + 3
          }
          let moved = try #require(after.place(of: "╭ Request"))
          try await session.press("C-q")
          #expect(try await session.exitStatus() == 0)
          let again = try await session.startWorkbench()
          #expect(try #require(again.place(of: "╭ Request")) == moved)
        }
      }
    }
  }
}
