import Foundation
import Testing

extension EndToEnd {
  @Suite struct Resizing {
    private static let size = 100_000_000

    @Test("the terminal's size changes again and again while a body arrives: nothing is lost, and the screen is right")
    func whileReceiving() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox, columns: 200, rows: 60) { session in
          try await session.startWorkbench()
          try await session.compose("GET", "http://{{practice}}/text/\(Self.size)")
          try await session.send("200 OK")
          try await session.press("M-5", "2")
          var changes = 0
          for (columns, rows) in Array(repeating: [(80, 24), (40, 10), (200, 60), (120, 40)], count: 4).joined() {
            try await session.resize(columns: columns, rows: rows)
            try await session.press(["G", "PgUp", "g", "PgDn"][changes % 4])
            changes += 1
            // The frame of the pane that has the focus reaches to the new edges.
            try await session.waitFor("the screen to fit \(columns)x\(rows)") { screen in
              screen.rows.count { !$0.isEmpty } == rows
                && screen.rows.contains { $0.count == columns && $0.hasSuffix("╮") }
            }
          }
          try await session.waitFor("the body to be complete") { screen in
            screen.row(with: "╭ Response")?.contains("receiving") == false && screen.shows("100.0 MB")
          }
          try await session.press("s")
          try await session.waitFor("Save the body to the file")
          try await session.type("saved")
          try await session.press("Enter")
          try await session.waitFor("Saved 100000000 bytes")
          let saved = try sandbox.bytes(of: "work/saved")
          #expect(saved.count == Self.size)
          let sent = try await sandbox.barewire(
            "send", "http://{{practice}}/text/\(Self.size)", "-o", sandbox.file("sent"))
          #expect(sent.status == 0, "\(sent.error)")
          #expect(try sandbox.bytes(of: "sent") == saved)
        }
      }
    }
  }
}
