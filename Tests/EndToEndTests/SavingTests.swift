import Foundation
import Glibc
import Testing

extension EndToEnd {
  @Suite struct Saving {
    @Test("a request saved by keys is in the workspace's file, and there again after a restart")
    func savedAndReopened() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          let before = try sandbox.text(of: "work/Workspaces/practice.json")
          try await session.startWorkbench()
          try await session.compose("GET", "http://{{practice}}/status/418")
          try await session.press("C-s")
          try await session.waitFor("Saved ")
          let after = try sandbox.text(of: "work/Workspaces/practice.json")
          #expect(after.contains("\"url\": \"http://{{practice}}/status/418\""))
          // The file is written for version control: the lines of before are there still, and a few new ones.
          let (old, new) = (before.split(separator: "\n"), after.split(separator: "\n"))
          let added = new.difference(from: old)
          #expect(added.removals.count <= 2 && added.insertions.count < 12, "\(added)")
          try await session.press("C-q")
          #expect(try await session.exitStatus() == 0)

          try await session.startWorkbench()
          try await session.openRequest("New request")
          try await session.send("418")
        }
      }
    }

    @Test("leaving with unsaved work asks, and saves all when told to")
    func asksBeforeLeaving() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.compose("GET", "http://unsaved.example/")
          try await session.press("C-q")
          try await session.waitFor("Leave with unsaved work?", "Unsaved: practice")
          try await session.press("Escape")
          try await session.waitFor("the question to go") { !$0.shows("Leave with unsaved work?") }
          #expect(session.isProgramAlive)
          try await session.press("C-q")
          try await session.waitFor("Save all and quit")
          try await session.press("Enter")
          #expect(try await session.exitStatus() == 0)
          #expect(try sandbox.text(of: "work/Workspaces/practice.json").contains("http://unsaved.example/"))
        }
      }
    }

    @Test("what was typed before kill -9 is offered at the next start")
    func draftsSurvive() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.openRequest("Teapot")
          try await session.press("M-1")
          try await session.press("M-2")
          try await session.compose("GET", "http://lost.example/draft")
          // Seconds at most may be lost: wait for the journal, not for a time.
          let journal = sandbox.file("state/barewire")
          try await Deadline.poll("the draft to be in the journal") {
            let files = (try? FileManager.default.contentsOfDirectory(atPath: journal)) ?? []
            // Another name has what is being written and does not count yet.
            return files.filter { $0.hasPrefix("drafts-") }.contains { name in
              (try? sandbox.text(of: "state/barewire/\(name)"))?.contains("lost.example") == true
            } ? () : nil
          }
          try session.signal(SIGKILL)
          // A killed program cannot give the terminal back: the person does, in the dark.
          try await Deadline.poll("the program to end") { session.isProgramAlive ? nil : () }
          try await session.type("stty sane; tput reset")
          try await session.press("C-j")
          try await session.waitFor("the prompt") { $0.rows.first == "$" }

          try await session.start()
          try await session.waitFor("Drafts were left behind", "http://lost.example/draft")
          try await session.press("Enter")
          try await session.waitFor("the draft to be open") { $0.requestLine.contains("http://lost.example/draft") }
          #expect(!(try sandbox.text(of: "work/Workspaces/practice.json").contains("lost.example")))
        }
      }
    }

    @Test("a workspace that is no JSON is shown with line, column and reason, and never written")
    func brokenFile() async throws {
      try await Sandbox.with { sandbox in
        let broken = "{\n  \"barewire\": 1,\n  \"name\": \"mine\",\n  \"items\": [,]\n}\n"
        try sandbox.write(broken, to: "work/Workspaces/aaa.json")
        try await TerminalSession.with(sandbox, columns: 160) { session in
          try await session.startWorkbench()
          let screen = try await session.waitFor("! aaa.json", "practice")
          let place = try #require(screen.place(of: "aaa.json"))
          try await session.click(column: place.x, row: place.y)
          try await session.press("Enter")
          try await session.waitFor("ine 4, column 13")
          try await session.press("C-s")
          try await session.openRequest("Hello")
          try await session.send("200 OK")
          try await session.quitWithoutSaving()
          #expect(try sandbox.text(of: "work/Workspaces/aaa.json") == broken)
        }
      }
    }

    @Test("a file that changed on disk is not overwritten unasked", arguments: [true, false])
    func changedOnDisk(keepsMine: Bool) async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.openRequest("Teapot")
          try await session.compose("GET", "http://mine.example/")
          let theirs = try sandbox.text(of: "work/Workspaces/practice.json")
            .replacing("\"name\": \"Teapot\"", with: "\"name\": \"Their teapot\"")
          try sandbox.write(theirs, to: "work/Workspaces/practice.json")
          try await session.press("C-s")
          try await session.waitFor("^S Save the workspace: ", "was changed on disk")
          try await session.press("C-s")
          try await session.waitFor("The file has changed on disk", "Write mine over it", "Read it again")
          #expect(try sandbox.text(of: "work/Workspaces/practice.json") == theirs)
          if keepsMine {
            try await session.press("Enter")
            try await session.waitFor("Saved ")
            let file = try sandbox.text(of: "work/Workspaces/practice.json")
            #expect(file.contains("http://mine.example/") && !file.contains("Their teapot"))
          } else {
            try await session.press("Down", "Enter")
            try await session.openRequest("Their teapot")
            try await session.send("418")
            #expect(try sandbox.text(of: "work/Workspaces/practice.json") == theirs)
          }
          try await session.quitWithoutSaving()
        }
      }
    }

    @Test("requests are renamed, duplicated, moved and deleted in the tree, and undo brings them back")
    func treeByKeys() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.press("M-1", "r")
          try await session.waitFor("New name")
          try await session.press("C-u")
          try await session.type("Hello again")
          try await session.press("Enter")
          try await session.waitFor("GET  Hello again")
          try await session.press("d")
          try await session.waitFor("Hello again copy")
          try await session.press("x")
          try await session.waitFor("the copy to go") { !$0.shows("GET  Hello again copy") }
          try await session.press("u")
          try await session.waitFor("GET  Hello again copy")
          try await session.press("C-s")
          try await session.waitFor("Saved ")
          let file = try sandbox.text(of: "work/Workspaces/practice.json")
          #expect(file.contains("\"name\": \"Hello again\"") && file.contains("\"name\": \"Hello again copy\""))
        }
      }
    }
  }
}
