import Testing

extension EndToEnd {
  @Suite struct Reading {
    @Test("a body is searched, copied to a file, and seen as text, hex and wire")
    func views() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox, columns: 200, rows: 50) { session in
          try await session.startWorkbench()
          try await session.openRequest("What there is")
          try await session.send("200 OK", "/hello")
          try await session.press("M-5", "/")
          try await session.waitFor("Search")
          try await session.type("escape-codes")
          try await session.press("Enter")
          try await session.waitFor("match in row", "/broken/escape-codes")
          try await session.press("n")
          try await session.waitFor("none after this")

          try await session.press("3", "g")
          try await session.waitFor("the first bytes in hex") { screen in
            screen.rows.contains { $0.contains("00000000") && $0.contains("  ") }
          }
          try await session.press("4", "g")
          try await session.waitFor("124 bytes", "47 45 54 20")

          try await session.press("s")
          try await session.waitFor("Save the body to the file")
          try await session.type(sandbox.file("saved.txt"))
          try await session.press("Enter")
          try await session.waitFor("Saved ", "bytes to")
          let saved = try sandbox.text(of: "saved.txt")
          #expect(saved.contains("/broken/escape-codes"))
          let length = try await session.screen().text.firstMatch(of: /Content-Length: ([0-9]+)/)
          #expect(length.map { Int($0.1) } == saved.utf8.count, "exactly the content")
        }
      }
    }

    @Test("over HTTP/2 the wire view shows frames, a field's bytes in them, and the same as HTTP/1")
    func frames() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox, columns: 200, rows: 50) { session in
          try await session.startWorkbench()
          try await session.openRequest("The number of a stream")
          try await session.send("200")
          try await session.press("M-4", "4", "M-z")
          try await session.waitFor("connection preface", "INITIAL_WINDOW_SIZE  8388608", ":method:  GET  static 2")
          // Down to Server: its place in the header block.
          try await session.press("g", "Down", "Down")
          try await session.waitFor("the field's bytes") { screen in
            screen.rows.contains { $0.contains("server:  barewire-practice  name") }
              && screen.row(with: "Body  Pretty")?.contains(" 1/") == false && screen.shows("F as HTTP/1")
          }
          try await session.press("M-5")
          try await session.press("Right", "Left")
          try await session.waitFor("field server:", "F as HTTP/1")
          try await session.press("F")
          try await session.waitFor("F as frames", "GET /h2/stream", "request line")
          try await session.press("F")
          try await session.waitFor("F as HTTP/1", "END_HEADERS")
        }
      }
    }

    @Test("a selected field shows its bytes in the wire view, and a byte there names its part")
    func fieldToBytes() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox, columns: 200, rows: 50) { session in
          try await session.startWorkbench()
          try await session.send("200 OK")
          try await session.press("M-4", "4")
          try await session.waitFor("139 bytes")
          // Down to Content-Type: the wire view follows.
          try await session.press("g", "Down", "Down", "Down")
          try await session.waitFor("the field's bytes") { screen in
            screen.rows.contains { $0.contains("43 6f 6e 74") && $0.contains("│") }
          }
          let styled = try await session.screen(withStyles: true)
          #expect(styled.text.contains("\u{1B}["), "something is highlighted")
          try await session.press("M-5")
          try await session.press("Right", "Left")
          try await session.waitFor("the part's name") { $0.row(with: "Wire  Note")?.contains("field name") == true }
        }
      }
    }

    @Test("a redirect is followed by one key, and the exchanges are there to go back to")
    func redirectAndHistory() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.openRequest("Three redirects")
          try await session.send("302 Found", "/redirect/2")
          for next in ["/redirect/1", "/hello"] {
            try await session.press("M-g")
            try await session.waitFor("302 Found", "→ \(next)")
          }
          try await session.press("M-g")
          try await session.waitFor("200 OK", "\"hello\"", "exchange 4 of 4")
          try await session.press("M-,")
          try await session.waitFor("302 Found", "exchange 3 of 4")
          try await session.press("M-,", "M-,")
          try await session.waitFor("302 Found", "exchange 1 of 4")
          try await session.press("M-.")
          try await session.waitFor("exchange 2 of 4")
        }
      }
    }

    @Test(
      "content codings and charsets are read as text",
      arguments: [
        ("gzip", "gzip"), ("br", "br"), ("Stacked codings", "gzip, br"),
        ("Latin-1", "é"), ("UTF-16, little", "Grüße"), ("Windows-1252", "€"), ("Shift_JIS", "表示"),
      ])
    func codings(request: String, word: String) async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.openRequest(request)
          try await session.send("200 OK", word)
          #expect(!(try await session.screen().shows("malformed")))
        }
      }
    }

    @Test("an answer is shown while it arrives, and the keys are never kept waiting")
    func whileItArrives() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.openRequest("Events")
          try await session.send("receiving", "data:")
          try await session.press("F1")
          try await session.waitFor("Everywhere")
          try await session.press("Escape")
          try await session.waitFor("the help to close") { !$0.shows("Everywhere") }
          try await session.press("C-p")
          try await session.type("cancel")
          try await session.waitFor("Cancel the exchange")
          try await session.press("Enter")
          try await session.waitFor("cancelled")
        }
      }
    }

    @Test("every command is found by its name in the palette")
    func palette() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.send("200 OK")
          try await session.press("C-p")
          try await session.type("body hex")
          try await session.waitFor("only the one command") { $0.shows("Body: hex") && !$0.shows("Body: wire") }
          try await session.press("Enter")
          try await session.waitFor("48 54 54 50")
        }
      }
    }

    @Test("a connection stays open and carries the next exchange, until the user closes it")
    func reuse() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox, columns: 160) { session in
          try await session.startWorkbench()
          let first = try await session.send("● open", "1st exchange")
          let second = try await session.send("2nd exchange")
          let port = /127\.0\.0\.1:[0-9]+ → 127\.0\.0\.1:[0-9]+/
          #expect(try #require(first.text.firstMatch(of: port)).0 == #require(second.text.firstMatch(of: port)).0)
          try await session.press("M-k")
          try await session.waitFor("closed by you")
        }
      }
    }
  }
}
