import Testing

extension EndToEnd {
  @Suite struct ByHand {
    @Test("without its blank line a request gets no answer; the blank line alone brings it")
    func upToCursor() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox, columns: 160, rows: 80) { session in
          try await session.startWorkbench()
          try await session.openRequest("Hello")
          try await session.press("F7")
          try await session.waitFor("well formed")
          try await session.press("C-End", "BSpace")
          // One byte is gone, not a whole line end.
          try await session.waitFor("the LF to be gone") { $0.rows.contains { $0.contains("│␍ ") } }
          try await session.press("BSpace")
          try await session.waitFor("No blank line")
          try await session.press("M-o")
          try await session.waitFor("● open", "↑ 0 B")
          try await session.press("M-u")
          let waiting = try await session.waitFor("Sent 137 bytes", "Response   waiting")
          #expect(waiting.shows("↓ 0 B"), "nothing comes before the blank line")
          try await session.press("Enter")
          try await session.waitFor("well formed")
          try await session.press("M-s")
          try await session.waitFor("200 OK · 16 B", "Sent 2 bytes")
          // What was sent in two parts is two writes on the wire.
          try await session.press("M-5", "4", "G")
          try await session.waitFor("137 bytes", "2 bytes", "151 bytes")
          try await session.press("1")
          try await session.waitFor("\"hello\": \"wire\"")
        }
      }
    }

    @Test("any byte can be entered and goes out as it is")
    func anyByte() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox, columns: 160, rows: 80) { session in
          try await session.startWorkbench()
          try await session.openRequest("Echo")
          try await session.press("F7")
          try await session.waitFor("POST /echo", "X-Lesson: what I send")
          // At the end of the field X-Lesson: before its CR LF.
          let rows = try await session.screen().rows
          let first = try #require(rows.firstIndex { $0.contains("│POST /echo") })
          let field = try #require(rows.firstIndex { $0.contains("│X-Lesson") })
          try await session.press("C-Home")
          for _ in first..<field { try await session.press("Down") }
          try await session.press("End")
          for byte in ["80", "ff"] {
            try await session.press("C-v")
            try await session.waitFor("Byte to insert")
            try await session.type(byte)
            try await session.press("Enter")
            try await session.waitFor("the prompt to close") { !$0.shows("Byte to insert") }
          }
          try await session.waitFor("what arrives\\x80\\xFF␍␊")
          try await session.send("200 OK")
          try await session.press("M-5", "3")
          try await session.waitFor("80 ff")
        }
      }
    }

    @Test("the sending side, the connection and a reset: each end shows how it came")
    func endings() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox, columns: 200, rows: 50) { session in
          try await session.startWorkbench()
          try await session.openRequest("Hello")
          try await session.press("M-o")
          try await session.waitFor("● open")
          try await session.press("M-k")
          try await session.waitFor("○ closed", "closed by you")
          try await session.press("M-o")
          try await session.waitFor("● open")
          try await session.press("M-a")
          try await session.waitFor("aborted by you")
          // With the sending side closed the answer still arrives.
          try await session.openRequest("Close the sending")
          try await session.press("M-o")
          try await session.waitFor("● open")
          try await session.press("M-s")
          try await session.waitFor("Response   waiting")
          try await session.press("M-h")
          try await session.waitFor("half-closed")
          try await session.waitFor("200 OK")
        }
      }
    }
  }
}
