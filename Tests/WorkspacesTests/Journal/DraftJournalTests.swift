import Foundation
import TestSupport
import Testing

@testable import Workspaces

struct DraftJournalTests {
  private let directory: TemporaryDirectory
  private let state: String
  /// A process that cannot live: numbers end at 4194304.
  private let dead = ProcessIdentity(number: 2_000_000_000, start: 7, boot: ProcessIdentity.current().boot)

  init() throws {
    directory = try TemporaryDirectory()
    state = directory.file("state/barewire")
  }

  private func draft(_ name: String, at seconds: Double = 1) -> JournalledDraft {
    var request = SavedRequest(name: name, method: "PUT", url: "h")
    request.rawBytes = [0xFF, 0x0A]
    return JournalledDraft(
      workspacePath: name.isEmpty ? nil : "/w/\(name).json", itemPath: ["f", name], request: request,
      savedAt: Date(timeIntervalSince1970: seconds))
  }

  @Test("drafts of a process that lives no more are offered once, oldest first")
  func deadProcess() async throws {
    try await DraftJournal(directory: state, process: dead).write([draft("later", at: 2), draft("sooner", at: 1.5)])
    let journal = DraftJournal(directory: state)
    #expect(await journal.read() == [draft("sooner", at: 1.5), draft("later", at: 2)])
    #expect(await journal.read().isEmpty)
    #expect(await DraftJournal(directory: state).read().isEmpty)
  }

  @Test("drafts of a process that lives are its own")
  func livingProcess() async throws {
    let journal = DraftJournal(directory: state)
    try await journal.write([draft("")])
    #expect(await journal.read().isEmpty)
    #expect(await DraftJournal(directory: state, process: dead).read().isEmpty)
    await journal.clear()
    #expect(try FileManager.default.contentsOfDirectory(atPath: state).isEmpty)
  }

  @Test("a reboot ends every process, whatever its number")
  func reboot() async throws {
    var before = ProcessIdentity.current()
    before.boot = "another"
    before.start += 1
    try await DraftJournal(directory: state, process: before).write([draft("a")])
    #expect(await DraftJournal(directory: state).read() == [draft("a")])
  }

  @Test("a process that was killed is dead also before its parent has taken note")
  func killedProcess() async throws {
    var number: pid_t = 0
    let arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sleep"), strdup("1000"), nil]
    defer { arguments.forEach { free($0) } }
    #expect(posix_spawnp(&number, "sleep", nil, nil, arguments, environ) == 0)
    let process = ProcessIdentity.of(number)
    #expect(process.start > 0 && process.isAlive)
    try await DraftJournal(directory: state, process: process).write([draft("a")])
    let journal = DraftJournal(directory: state)
    #expect(await journal.read().isEmpty)
    kill(number, SIGKILL)
    var information = siginfo_t()
    #expect(waitid(P_PID, id_t(number), &information, WEXITED | WNOWAIT) == 0)
    #expect(await journal.read() == [draft("a")])
    #expect(waitpid(number, nil, 0) == number)
  }

  @Test("drafts that were offered stay on disk until the offer was answered")
  func offeredAndLost() async throws {
    try await DraftJournal(directory: state, process: dead).write([draft("a")])
    var next = dead
    next.start = 8
    // The second process dies after the offer: the third is offered the same.
    #expect(await DraftJournal(directory: state, process: next).read() == [draft("a")])
    let third = DraftJournal(directory: state)
    #expect(await third.read() == [draft("a")])
    try await third.write([draft("b")])
    #expect(try FileManager.default.contentsOfDirectory(atPath: state).count == 1)
    await third.clear()
    #expect(try FileManager.default.contentsOfDirectory(atPath: state).isEmpty)
  }

  @Test("only the user can read drafts")
  func modes() async throws {
    try await DraftJournal(directory: state).write([draft("a")])
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(state) == 0o700)
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: state).first)
    #expect(try mode("\(state)/\(name)") == 0o600)
  }

  @Test("a journal that is cut short is left alone")
  func broken() async throws {
    try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
    let path = "\(state)/drafts-2000000000-7.json"
    try Data("{\"drafts\": [".utf8).write(to: URL(fileURLWithPath: path))
    #expect(await DraftJournal(directory: state).read().isEmpty)
    #expect(FileManager.default.fileExists(atPath: path))
  }
}
