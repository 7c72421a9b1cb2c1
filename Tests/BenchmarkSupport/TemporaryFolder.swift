import Foundation
import Glibc

/// A folder for one benchmark, on the disk where Barewire keeps recordings: `/tmp` is memory on many systems.
package struct TemporaryFolder: Sendable {
  package let path: String

  /// Makes a folder for the time of a body.
  package static func with<Result>(_ body: (TemporaryFolder) async throws -> Result) async throws -> Result {
    let environment = ProcessInfo.processInfo.environment
    let cache = environment["XDG_CACHE_HOME"] ?? environment["HOME"].map { "\($0)/.cache" } ?? "/var/tmp"
    try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
    var template = Array("\(cache)/barewire-benchmarks.XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw MeasurementFailure.system("mkdtemp", errno) }
    let folder = TemporaryFolder(path: String(cString: made))
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    return try await body(folder)
  }

  package func file(_ name: String) -> String { "\(path)/\(name)" }

  /// A folder inside, as another home.
  package func inside(_ name: String) throws -> TemporaryFolder {
    TemporaryFolder(path: try folder(name))
  }

  /// Makes a folder inside and gives its path.
  package func folder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: file(name), withIntermediateDirectories: true)
    return file(name)
  }

  /// Makes a file of `size` bytes that takes no room on the disk, and reads it once, so that it is in memory.
  package func sparseFile(_ name: String, size: Int) throws {
    let descriptor = open(file(name), O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw MeasurementFailure.system("open", errno) }
    defer { close(descriptor) }
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw MeasurementFailure.system("ftruncate", errno) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }

  /// Makes a file of lines as logs have them; the last one may be cut.
  package func textFile(_ name: String, size: Int) throws {
    let line = "2026-11-23T10:11:12.131Z info  request 4711 of customer 42 answered with 200 after 12.5 ms\n"
    let block = Array(String(repeating: line, count: (1 << 20) / line.utf8.count).utf8)
    let descriptor = open(file(name), O_CREAT | O_WRONLY | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw MeasurementFailure.system("open", errno) }
    defer { close(descriptor) }
    var rest = size
    while rest > 0 {
      let count = block.withUnsafeBytes { write(descriptor, $0.baseAddress, min(rest, $0.count)) }
      guard count > 0 else { throw MeasurementFailure.system("write", errno) }
      rest -= count
    }
  }

  /// What a program needs to live in this folder and nowhere else.
  package var environment: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
      "HOME": path, "XDG_CACHE_HOME": file("cache"), "XDG_STATE_HOME": file("state"), "XDG_DATA_HOME": file("data"),
      "XDG_CONFIG_HOME": file("config"), "LANG": "C.UTF-8", "TERM": "xterm-256color",
    ]
  }
}
