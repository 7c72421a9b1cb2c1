import Foundation
import TestSupport
import Testing
import Workspaces

struct WorkspaceStoreTests {
  private let directory: TemporaryDirectory
  private let store: WorkspaceStore

  init() throws {
    directory = try TemporaryDirectory()
    store = WorkspaceStore(directory: directory.path)
  }

  private func onlyFile() async throws -> WorkspaceFile {
    let entries = await store.load()
    guard entries.count == 1, case .workspace(let file) = entries[0] else {
      throw Surprise(text: "expected one workspace, found \(entries)")
    }
    return file
  }

  private func error(_ body: () async throws(WorkspaceError) -> FileVersion) async -> WorkspaceError? {
    do throws(WorkspaceError) {
      _ = try await body()
      return nil
    } catch {
      return error
    }
  }

  @Test("a folder's workspaces are loaded by order and name; a broken one keeps none from opening")
  func load() async throws {
    try directory.write("b.json", #"{"barewire":1,"name":"B"}"#)
    try directory.write("A.json", #"{"barewire":1,"name":"A"}"#)
    try directory.write("z.json", #"{"barewire":1,"name":"Z","order":1}"#)
    try directory.write("c.json", "{\"barewire\":1,\n\"name\":C}")
    try directory.write("notes.txt", "x")
    try directory.write(".hidden.json", "x")
    try FileManager.default.createDirectory(atPath: directory.file("d.json"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(atPath: directory.file("e.json"), withDestinationPath: "nowhere")
    let entries = await store.load()
    #expect(
      entries.map { $0.path.split(separator: "/").last } == [
        "z.json", "A.json", "b.json", "c.json", "d.json", "e.json",
      ])
    #expect(
      entries.dropFirst(3) == [
        .unreadable(
          UnreadableWorkspace(
            path: directory.file("c.json"), line: 2, column: 8, reason: "Expected a value, found “C”.")),
        .unreadable(
          UnreadableWorkspace(path: directory.file("d.json"), reason: "The file cannot be read: it is a directory.")),
        .unreadable(
          UnreadableWorkspace(path: directory.file("e.json"), reason: "The file cannot be read: it does not exist.")),
      ])
    #expect(await WorkspaceStore(directory: directory.file("none")).load().isEmpty)
  }

  @Test("a save replaces the file and tells its new version, which the next save may expect")
  func save() async throws {
    let path = directory.file("new.json")
    var version = try await store.save(WorkspaceFormatTests.everything, to: path, expecting: nil)
    version = try await store.save(Workspace(name: "other"), to: path, expecting: version)
    let file = try await onlyFile()
    #expect(file.workspace.name == "other")
    #expect(file.version == version)
    #expect(try directory.names == ["new.json"])
  }

  @Test("a file that changed or went away since it was read is not written, unless the user says so")
  func changedOnDisk() async throws {
    try directory.write("w.json", #"{"barewire":1,"name":"mine"}"#)
    let file = try await onlyFile()
    let theirs = #"{"barewire":1,"name":"them"}"#
    try directory.write("w.json", theirs)
    let conflict = await error { () async throws(WorkspaceError) in
      try await store.save(file.workspace, to: file.path, expecting: file.version)
    }
    #expect(conflict == .changedOnDisk(path: file.path))
    #expect(conflict?.isConflict == true)
    #expect(try directory.text("w.json") == theirs)
    _ = try await store.save(file.workspace, to: file.path, expecting: nil)
    #expect(try await onlyFile().workspace.name == "mine")

    try FileManager.default.removeItem(atPath: file.path)
    let removed = await error { () async throws(WorkspaceError) in
      try await store.save(file.workspace, to: file.path, expecting: file.version)
    }
    #expect(removed == .removedOnDisk(path: file.path))
  }

  @Test("a file that was written again with the same bytes did not change")
  func touched() async throws {
    let text = #"{"barewire":1,"name":"same"}"#
    try directory.write("w.json", text)
    let file = try await onlyFile()
    try FileManager.default.removeItem(atPath: file.path)
    try directory.write("w.json", text)
    _ = try await store.save(file.workspace, to: file.path, expecting: file.version)
  }

  @Test("a file that is no workspace is never overwritten")
  func unreadable() async throws {
    let path = try directory.write("w.json", "{\"barewire\": 1, \"name\": \"precious\"")
    let failure = await error { () async throws(WorkspaceError) in
      try await store.save(Workspace(name: "x"), to: path, expecting: nil)
    }
    guard case .unreadableOnDisk = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(try directory.text("w.json").contains("precious"))
  }

  @Test("a save follows symbolic links and keeps the mode")
  func linksAndModes() async throws {
    let real = try directory.write("real", #"{"barewire":1,"name":"w"}"#)
    #expect(chmod(real, 0o640) == 0)
    let link = directory.file("w.json")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real")
    let file = try await onlyFile()
    _ = try await store.save(Workspace(name: "through"), to: link, expecting: file.version)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real")
    #expect(try directory.text("real").contains("through"))
    #expect(try FileManager.default.attributesOfItem(atPath: real)[.posixPermissions] as? Int == 0o640)
    #expect(try directory.names == ["real", "w.json"])
  }

  enum Step: CaseIterable { case firstWrite, laterWrite, sync, rename }

  @Test("a save that fails at any step leaves the old file whole and nothing beside it", arguments: Step.allCases)
  func failingSteps(_ step: Step) async throws {
    var calls = FileCalls.system
    switch step {
    case .firstWrite:
      calls.write = { _, _ in
        errno = ENOSPC
        return -1
      }
    case .laterWrite:
      calls.write = { descriptor, bytes in
        if lseek(descriptor, 0, SEEK_CUR) >= 20 {
          errno = ENOSPC
          return -1
        }
        return Foundation.write(descriptor, bytes.baseAddress, min(10, bytes.count))
      }
    case .sync:
      calls.sync = { _ in
        errno = ENOSPC
        return -1
      }
    case .rename:
      calls.rename = { _, _ in
        errno = ENOSPC
        return -1
      }
    }
    let old = #"{"barewire":1,"name":"old"}"#
    let path = try directory.write("w.json", old)
    let version = try await onlyFile().version
    let failing = WorkspaceStore(directory: directory.path, calls: calls)
    let failure = await error { () async throws(WorkspaceError) in
      try await failing.save(WorkspaceFormatTests.everything, to: path, expecting: version)
    }
    #expect(failure == .notWritten(path: path, errno: ENOSPC))
    #expect(failure?.description.contains("the disk is full") == true)
    #expect(try directory.text("w.json") == old)
    #expect(try directory.names == ["w.json"])
  }

  @Test("short writes are gone on with")
  func shortWrites() async throws {
    var calls = FileCalls.system
    calls.write = { descriptor, bytes in Foundation.write(descriptor, bytes.baseAddress, min(7, bytes.count)) }
    let slow = WorkspaceStore(directory: directory.path, calls: calls)
    _ = try await slow.save(WorkspaceFormatTests.everything, to: directory.file("w.json"), expecting: nil)
    #expect(try await onlyFile().workspace.withoutIdentities == WorkspaceFormatTests.everything.withoutIdentities)
  }

  @Test("what a killed save left behind is no workspace and in nobody's way")
  func leftovers() async throws {
    try directory.write(".w.json.1234-5.tmp", "{\"barewire\"")
    let path = try directory.write("w.json", #"{"barewire":1,"name":"old"}"#)
    let file = try await onlyFile()
    _ = try await store.save(file.workspace, to: path, expecting: file.version)
  }

  @Test("a new workspace's file is named after it, and no file is taken twice")
  func create() async throws {
    let folder = directory.file("a/b")
    let store = WorkspaceStore(directory: folder)
    #expect(try await store.create(named: "My Über API / v2!").path == folder + "/my-über-api-v2.json")
    #expect(try await store.create(named: "my über api  v2").path == folder + "/my-über-api-v2-2.json")
    #expect(await store.load().count == 2)
    await #expect(throws: WorkspaceError.emptyName) { try await store.create(named: " ./. ") }
  }

  @Test(
    "a folder that cannot be written is told in words",
    .enabled(if: geteuid() != 0, "this machine's root may write everywhere"))
  func readOnlyFolder() async throws {
    let path = try directory.write("w.json", #"{"barewire":1,"name":"old"}"#)
    let file = try await onlyFile()
    #expect(chmod(directory.path, 0o555) == 0)
    defer { chmod(directory.path, 0o755) }
    let failure = await error { () async throws(WorkspaceError) in
      try await store.save(file.workspace, to: path, expecting: file.version)
    }
    #expect(failure == .notWritten(path: path, errno: EACCES))
  }
}

struct Surprise: Error {
  var text: String
}
