import Glibc
import Testing

extension EndToEnd {
  @Suite struct Terminals {
    @Test(
      "a program that is ended from outside gives the terminal back as it was",
      arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV, SIGABRT, SIGILL])
    func endedBySignal(number: Int32) async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          let before = try await settings(session)
          try await session.startWorkbench(environment: ["SWIFT_BACKTRACE": "enable=no"])
          #expect(try await session.modes().isAlternate)
          try session.signal(number)
          let status = try await session.exitStatus()
          #expect(status != 0 || [SIGTERM, SIGHUP, SIGINT].contains(number), "a crash is told to the shell")
          #expect(try await session.modes() == .sane)
          #expect(try await settings(session) == before)
          try await session.waitFor("nothing of the workbench to be left") { !$0.shows("Workspaces") }
        }
      }
    }

    @Test("^Z gives the terminal to the shell, and fg brings the workbench back", arguments: [SIGTSTP, SIGSTOP])
    func suspended(number: Int32) async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          let before = try await settings(session)
          try await session.startWorkbench()
          if number == SIGTSTP {
            try await session.press("C-z")
            try await session.waitFor("the shell to have the terminal") { $0.rows.contains { $0.contains("Stopped") } }
            #expect(try await session.modes() == .sane)
            #expect(try await settings(session) == before)
          } else {
            try session.signal(SIGSTOP)
            try await Deadline.poll("the shell to have the terminal") {
              return try await session.screen().rows.contains { $0.contains("Stopped") } ? () : nil
            }
          }
          #expect(session.isProgramAlive)
          // After a stop that nobody could announce the terminal is still raw: there a line ends with ^J.
          try await session.type("fg")
          try await session.press("C-j")
          try await session.waitFor("practice ▸ First steps ▸ Hello", "╭ Workspaces")
          try await session.send("200 OK")
          try await session.press("C-q")
          #expect(try await session.exitStatus() == 0)
          #expect(try await session.modes() == .sane)
        }
      }
    }

    @Test("the screen follows the terminal down to one cell and back")
    func resized() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.send("200 OK")
          for (columns, rows) in [(80, 24), (60, 16), (19, 5), (2, 2), (1, 1), (500, 4), (1, 40), (120, 40)] {
            try await session.resize(columns: columns, rows: rows)
            if columns == 19 { try await session.waitFor("too small") }
            if columns == 60 { try await session.waitFor("╭ Workspaces") }
            #expect(session.isProgramAlive)
          }
          try await session.waitFor("╭ Workspaces", "╭ Connection", "200 OK", "\"hello\": \"wire\"")
          try await session.press("C-q")
          #expect(try await session.exitStatus() == 0)
        }
      }
    }

    @Test(
      "every terminal draws the workbench",
      arguments: [
        "xterm-256color", "xterm", "tmux-256color", "screen", "screen-256color", "vt100", "linux",
        "rxvt-unicode-256color",
      ])
    func drawn(terminal: String) async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench(terminal: terminal)
          try await session.send("200 OK", "\"hello\": \"wire\"")
          try await session.press("C-q")
          #expect(try await session.exitStatus() == 0)
          #expect(try await session.modes().showsCursor)
        }
      }
    }

    @Test("NO_COLOR draws without colours, and colour is not the only signal")
    func withoutColours() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench(environment: ["NO_COLOR": "1", "COLORTERM": "truecolor"])
          try await session.openRequest("Bad chunk size")
          try await session.send("malformed", "▲")
          let styled = try await session.screen(withStyles: true).text
          let colours = styled.matches(of: /\u{1B}\[([0-9;]*)m/).filter { match in
            match.1.split(separator: ";").contains { Int($0).map { (30...49).contains($0) || $0 >= 90 } ?? false }
          }
          #expect(colours.allSatisfy { $0.1.split(separator: ";").allSatisfy { $0 == "39" || $0 == "49" } })
        }
      }
    }

    @Test("COLORTERM brings true colours, TERM the number of the others")
    func withColours() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench(environment: ["COLORTERM": "truecolor"])
          #expect(try await session.screen(withStyles: true).text.contains("\u{1B}["))
        }
      }
    }

    @Test("without a terminal that can draw there is one sentence and an exit status")
    func noTerminal() async throws {
      try await Sandbox.with { sandbox in
        let piped = try await sandbox.barewire(environment: ["TERM": "xterm"])
        #expect(piped.status == 1 || piped.status == 2)
        #expect(isOneSentence(piped.error), "\(piped.error)")
        #expect(piped.output.isEmpty)
        try await TerminalSession.with(sandbox) { session in
          for terminal in ["dumb", "", "no-such-terminal"] {
            try await session.shell("clear")
            try await session.start(terminal: terminal)
            let status = try await session.exitStatus()
            #expect(status != 0, "TERM=\(terminal)")
            let screen = try await session.waitFor("a sentence about the terminal") { $0.shows("terminal") }
            #expect(!screen.shows("╭"))
            #expect(try await session.modes() == .sane)
          }
        }
      }
    }

    @Test("a click focuses and opens, the wheel scrolls")
    func mouse() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          let first = try await session.startWorkbench()
          #expect(try await session.modes().reportsMouse)
          let place = try #require(first.place(of: "What there is"))
          try await session.click(column: place.x, row: place.y)
          try await session.press("Enter")
          try await session.waitFor("What there is to be open") { $0.requestLine.contains("http://{{practice}}/ ") }
          try await session.send("200 OK")
          let answered = try await session.waitFor("the list of endpoints") { $0.place(of: "/hello") != nil }
          let body = try #require(answered.place(of: "│Body"))
          let top = answered.rows[body.y + 1]
          try await session.wheelDown(column: body.x + 10, row: body.y + 3)
          try await session.waitFor("the body to be scrolled") { $0.rows[body.y + 1] != top }
        }
      }
    }

    private func settings(_ session: TerminalSession) async throws -> String {
      try await session.ask("$(stty -g)")
    }

    private func isOneSentence(_ text: String) -> Bool {
      let lines = text.split(separator: "\n")
      return lines.count == 1 && lines[0].count > 10
    }
  }
}
