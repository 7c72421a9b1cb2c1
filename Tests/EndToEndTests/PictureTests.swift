import Foundation
import Testing

extension EndToEnd {
  @Suite struct Pictures {
    @Test("a terminal that says it has kitty's graphics gets every pixel, and has none of them where they are not seen")
    func kitty() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await showPicture(session)
          try await wait(session, for: "\u{1B}_Gi=31,s=1,v=1,a=q", times: 1)
          try await session.sendBytes(Array("\u{1B}_Gi=31;OK\u{1B}\\".utf8))
          let output = try await wait(session, for: "m=0;", times: 1)
          try check(kitty: output)
          #expect(try await !session.screen().shows("▀"))

          try await session.press("F1")
          try await wait(session, for: "a=d,d=I", times: 1)
          try await session.press("Escape")
          try await wait(session, for: "a=T", times: 2)
          try await session.press("C-l")
          try await wait(session, for: "a=T", times: 3)
          try await session.press("M-e")
          try await session.waitFor("Environment")
          #expect(try count("a=T", in: session) == 3, "it stays while other things change")
          try await session.resize(columns: 100, rows: 30)
          try await wait(session, for: "a=T", times: 4)
          try await session.press("1")
          try await wait(session, for: "a=d,d=I", times: 4)
          try await session.press("i")
          try await wait(session, for: "a=T", times: 5)
          try await session.press("C-q")
          #expect(try await session.exitStatus() == 0)
          let whole = String(decoding: try session.terminalOutput(), as: UTF8.self)
          #expect(try count("a=d,d=I", in: session) == 5)
          let removed = try #require(whole.range(of: "a=d,d=I", options: .backwards))
          let left = try #require(whole.range(of: "\u{1B}[?1049l", options: .backwards))
          #expect(removed.lowerBound < left.lowerBound)
        }
      }
    }

    @Test("sixels are written where the settings or the terminal say so, and once more after a popup and ^L")
    func sixel() async throws {
      try await Sandbox.with { sandbox in
        try sandbox.write(#"{"pictures": "sixel"}"#, to: "settings.json")
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench(["--settings", sandbox.file("settings.json")])
          try await send(session)
          let output = try await wait(session, for: "\"1;1;", times: 1)
          let header = try #require(output.firstMatch(of: /\u{1B}P[0-9;]*q"1;1;([0-9]+);([0-9]+)/))
          let (width, height) = (try #require(Int(header.1)), try #require(Int(header.2)))
          #expect(abs(Double(width) / Double(height) - 1.6) < 0.05, "the shape of 640×400")
          try await session.press("F1", "Escape")
          try await wait(session, for: "\"1;1;", times: 2)
          try await session.press("C-l")
          try await wait(session, for: "\"1;1;", times: 3)
          try await session.press("C-q")
          #expect(try await session.exitStatus() == 0)
        }
      }
    }

    @Test("a terminal that says nothing shows half blocks, and answers are never typed")
    func blocks() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await showPicture(session)
          try await session.waitFor("▀", "PNG, 640×400")
          try await session.press("M-2")
          try await session.sendBytes(Array("\u{1B}[?62;22c\u{1B}[6;20;10t\u{1B}[?1;0;256S".utf8))
          try await session.type("q")
          try await session.waitFor("the key alone to be typed") { $0.rows[2].contains("height=400q") }
          try await session.quitWithoutSaving()
        }
      }
    }

    private func showPicture(_ session: TerminalSession) async throws {
      try await session.startWorkbench()
      try await send(session)
    }

    private func send(_ session: TerminalSession) async throws {
      try await session.openRequest("A picture")
      try await session.send("200 OK", "Press i to see it")
      try await session.press("M-5", "i")
    }

    private func count(_ text: String, in session: TerminalSession) throws -> Int {
      String(decoding: try session.terminalOutput(), as: UTF8.self).components(separatedBy: text).count - 1
    }

    @discardableResult
    private func wait(_ session: TerminalSession, for text: String, times: Int) async throws -> String {
      try await Deadline.poll("\(times) × \(text.debugDescription)") {
        try count(text, in: session) >= times
          ? String(decoding: session.terminalOutput(), as: UTF8.self) : nil
      } otherwise: {
        await session.shown()
      }
    }

    /// Reads the first picture as kitty does.
    private func check(kitty output: String) throws {
      let start = try #require(output.range(of: "\u{1B}_Ga=T,"))
      let pieces = output[start.lowerBound...].components(separatedBy: "\u{1B}\\").filter { $0.hasPrefix("\u{1B}_G") }
      let end = try #require(pieces.firstIndex { $0.contains("m=0;") })
      let first = try #require(pieces[0].firstMatch(of: /f=32,s=([0-9]+),v=([0-9]+),/))
      let (width, height) = (try #require(Int(first.1)), try #require(Int(first.2)))
      let text = pieces[...end].map { $0.split(separator: ";", maxSplits: 1).last.map(String.init) ?? "" }.joined()
      let pixels = [UInt8](try #require(Data(base64Encoded: text)))
      #expect(pixels.count == width * height * 4)
      #expect(abs(Double(width) / Double(height) - 1.6) < 0.05, "the shape of 640×400")
      let (corner, last) = (pixels.prefix(4), pixels.suffix(4))
      #expect(corner.last == 0, "the clear corner")
      #expect(Array(last)[0] > 240 && Array(last)[1] > 240 && Array(last)[3] == 255)
    }
  }
}
