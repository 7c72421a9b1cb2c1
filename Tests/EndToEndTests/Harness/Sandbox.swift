import Foundation
import Glibc

/// A directory of one test's own: home, XDG directories and a copy of the workspaces that Barewire comes with.
struct Sandbox: Sendable {
  let path: String

  /// Makes a sandbox for the time of a body and removes it afterwards, whatever happens.
  static func with<Result>(_ body: (Sandbox) async throws -> Result) async throws -> Result {
    var template = Array("/tmp/barewire-test.XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw HarnessFailure("No directory could be made in /tmp.") }
    let sandbox = Sandbox(path: String(cString: made))
    defer { try? FileManager.default.removeItem(atPath: sandbox.path) }
    for directory in ["home", "cache", "state", "data", "config", "work"] {
      try FileManager.default.createDirectory(
        atPath: sandbox.file(directory), withIntermediateDirectories: true)
    }
    try FileManager.default.copyItem(
      at: BuiltProgram.repository.appending(path: "Workspaces"), to: URL(filePath: sandbox.file("work/Workspaces")))
    return try await body(sandbox)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func workspace(_ name: String) -> String { file("work/Workspaces/\(name)") }

  /// Nothing of the person's own environment but the path.
  var environment: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
      "HOME": file("home"), "XDG_CACHE_HOME": file("cache"), "XDG_STATE_HOME": file("state"),
      "XDG_DATA_HOME": file("data"), "XDG_CONFIG_HOME": file("config"), "LANG": "C.UTF-8", "TZ": "UTC",
    ]
  }

  // MARK: Files

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: file(name)))
  }

  func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: file(name))))
  }

  func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }
}
