import Foundation
import TestSupport
import Testing
import Workspaces

struct WorkspaceLocationTests {
  @Test("the folder given comes first, then ./Workspaces, then the user's own")
  func order() throws {
    let directory = try TemporaryDirectory()
    let home = ["HOME": directory.path]
    func location(_ given: String?, _ environment: [String: String]) throws -> String {
      try WorkspaceLocation.directory(given: given, environment: environment, workingDirectory: directory.path)
    }
    #expect(try location(nil, home) == directory.file(".local/share/barewire"))
    #expect(try location(nil, ["XDG_DATA_HOME": directory.file("data")]) == directory.file("data/barewire"))
    #expect(throws: WorkspaceError.noHome) { try location(nil, ["XDG_DATA_HOME": "relative"]) }
    for name in ["Workspaces", "mine"] {
      try FileManager.default.createDirectory(atPath: directory.file(name), withIntermediateDirectories: false)
    }
    #expect(try location(nil, home) == directory.file("Workspaces"))
    #expect(try location("mine", home) == directory.file("mine"))
    #expect(try location(directory.file("mine"), home) == directory.file("mine"))
    #expect(throws: WorkspaceError.directoryMissing(path: "none")) { try location("none", home) }
  }

  @Test("the user's own folder gets the samples once, and never again")
  func samples() async throws {
    let directory = try TemporaryDirectory()
    func open() throws -> String {
      try WorkspaceLocation.directory(
        given: nil, environment: ["HOME": directory.path], workingDirectory: directory.path)
    }
    let path = try open()
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    #expect(names == SampleWorkspaces.files.map(\.name))
    for name in names { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: try open()).isEmpty)
  }
}
