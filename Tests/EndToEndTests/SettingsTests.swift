import Foundation
import Testing

extension EndToEnd {
  @Suite struct SettingsFiles {
    @Test(
      "settings count as soon as they are saved, whichever way an editor saves, and a mistake is named with its line")
    func saving() async throws {
      try await Sandbox.with { sandbox in
        // An editor that writes what lies beside it, if anything does.
        try sandbox.write(
          "#!/bin/sh\n[ ! -f \(sandbox.file("next")) ] || cat \(sandbox.file("next")) > \"$1\"\n", to: "editor")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: sandbox.file("editor"))
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench(environment: ["EDITOR": sandbox.file("editor"), "VISUAL": ""])
          // Made by the program itself, in a folder that was not there.
          try await session.press("C-p")
          try await session.type("open the settings")
          try await session.press("Enter")
          try await session.waitFor("The settings were read again")
          try await session.press("C-p")
          try await session.type("open the settings")
          try await session.press("Enter")
          try await session.waitFor("config/barewire/settings.json is as it was")
          #expect(try sandbox.text(of: "config/barewire/settings.json").contains("barewire settings --print"))

          try sandbox.write("{\"keys\": {\"everywhere\": {\"^G\": \"help\"}}}", to: "config/barewire/settings.json")
          try await session.waitFor("The settings were read again")
          try await session.press("C-g")
          try await session.waitFor("Keys   ↑ ↓ scroll", "^G  F1")
          try await session.press("q")

          // By a new file under the old name.
          try sandbox.write("{\n \"keys\": {\"everywhere\": {\"^G\": \"hepl\"}}}", to: "config/barewire/new")
          #expect(rename(sandbox.file("config/barewire/new"), sandbox.file("config/barewire/settings.json")) == 0)
          try await session.waitFor("settings.json:2: No action is called “hepl”; did you mean “help”?")

          // By the editor that the program opens.
          try sandbox.write("{\"keys\": {\"everywhere\": {\"^G\": \"quit\"}}}", to: "next")
          try await session.press("C-p")
          try await session.type("open the settings")
          try await session.press("Enter")
          try await session.waitFor("The settings were read again")
          try await session.press("C-g")
          #expect(try await session.exitStatus() == 0)
        }
      }
    }

    @Test("a program with broken settings starts and says what is wrong with them")
    func broken() async throws {
      try await Sandbox.with { sandbox in
        try sandbox.write(
          "{\"keys\": {\"everywhere\": {\"^G\": \"quit\"}},\n \"colours\": 16,\n oops", to: "work/mine.json")
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench(["--settings", "mine.json"])
          try await session.press("C-p")
          try await session.type("wrong in the settings")
          try await session.press("Enter")
          try await session.waitFor(
            "mine.json:2: There is no setting “colours”; did you mean “colors”?", "mine.json:3:")
          try await session.press("q")
          try await session.waitFor("the list to be closed") { !$0.shows("mine.json:2") }
          try await session.press("C-g")
          #expect(try await session.exitStatus() == 0)
        }
        let check = try await sandbox.barewire("settings", "--check", "--settings", "mine.json")
        #expect(check.status == 1 && check.error.contains("mine.json:2:"))
        let missing = try await sandbox.barewire("settings", "--check", "--settings", "none.json")
        #expect(missing.status == 1 && missing.error.contains("There is no settings file"))
      }
    }

    @Test("what --print writes is a settings file with nothing wrong in it but what it says of panes")
    func reference() async throws {
      try await Sandbox.with { sandbox in
        let printed = try await sandbox.barewire("settings", "--print")
        #expect(printed.status == 0)
        try sandbox.write(printed.text, to: "work/all.json")
        let again = try await sandbox.barewire("settings", "--print", "--settings", "all.json")
        #expect(again.text == printed.text)
        let place = try await sandbox.barewire("settings")
        #expect(place.text == sandbox.file("config/barewire/settings.json") + "\n")
      }
    }
  }
}
