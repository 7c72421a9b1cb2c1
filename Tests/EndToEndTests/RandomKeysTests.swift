import Foundation
import Testing

extension EndToEnd {
  @Suite struct RandomKeys {
    private static let keys = 3400
    /// Keys between two looks at the screen.
    private static let batch = 200

    @Test(
      "thousands of random keys leave a screen that is whole and a program that answers",
      arguments: [(80, 24), (120, 40), (200, 60)])
    func everyKey(columns: Int, rows: Int) async throws {
      let seed = ProcessInfo.processInfo.environment["BAREWIRE_SEED"].flatMap(UInt64.init) ?? UInt64(columns)
      var input = RandomInput(seed: seed)
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox, columns: columns, rows: rows) { session in
          try await session.startWorkbench(environment: ["EDITOR": "true", "PAGER": "true"])
          let first = try session.openFiles()
          for sent in stride(from: 0, to: Self.keys, by: Self.batch) {
            let keys = (0..<Self.batch).map { _ in input.next(columns: columns, rows: rows) }
            try await session.sendRaw(keys.joined())
            do {
              try await answers(session)
              try await isWhole(session, columns: columns, rows: rows)
            } catch {
              Issue.record("seed \(seed), after \(sent + Self.batch) keys at \(columns)x\(rows): \(error)")
              return
            }
          }
          try await comesToRest(session)
          // Each exchange may keep a file for what was too much for memory; nothing else grows.
          #expect(try session.openFiles() < first + 40)
          try await session.quitWithoutSaving()
        }
      }
    }

    /// The help opens by its key from wherever the keys led, and closes.
    private func answers(_ session: TerminalSession) async throws {
      // One by one and with time between, or they would be one key with Alt.
      var keys = ["Escape", "F1"]
      var looks = 0
      try await Deadline.poll("the help to open") { () async throws -> Void? in
        try #require(session.isProgramAlive)
        if try await session.screen().shows("Everywhere") { return () }
        if looks % 10 == 0 {
          try await session.press(keys[0])
          keys.swapAt(0, 1)
        }
        looks += 1
        return nil
      } otherwise: {
        await session.shown()
      }
      try await session.press("Escape")
      try await session.waitFor("the help to close") { !$0.shows("Everywhere") }
    }

    /// A screen that is drawn anew is the same: what was drawn bit by bit is what there should be.
    private func isWhole(_ session: TerminalSession, columns: Int, rows: Int) async throws {
      // Times go on, and an answer may arrive: then once more.
      try await Deadline.poll("the screen to be the same when it is drawn anew") { () async throws -> Void? in
        let before = try await session.screen()
        guard before.rows.count >= rows, before.rows[0].hasPrefix(" barewire") else { return nil }
        let count = try session.clearedScreens()
        var looks = 0
        try await Deadline.poll("the screen to be cleared") { () async throws -> Void? in
          if try session.clearedScreens() > count { return () }
          // The key before may have been Escape, which would make another key of this one.
          if looks % 20 == 0 { try await session.press("C-l") }
          looks += 1
          return nil
        } otherwise: {
          await session.shown()
        }
        let after = try await session.screen()
        return before.withoutTimes == after.withoutTimes ? () : nil
      } otherwise: {
        await session.shown()
      }
    }

    private func comesToRest(_ session: TerminalSession) async throws {
      var last = try session.processorTime()
      var restful = 0
      try await Deadline.poll("the program to come to rest") {
        let now = try session.processorTime()
        restful = now - last <= 1 ? restful + 1 : 0
        last = now
        return restful > 10 ? () : nil
      }
    }
  }
}

extension Screen {
  /// With every number the same: of a connection that is open its age is told.
  fileprivate var withoutTimes: String {
    text.replacing(/[0-9]+(\.[0-9]+)?( m?s\b)?/) { _ in "#" }.replacing(#/ +/#) { _ in " " }
  }
}
