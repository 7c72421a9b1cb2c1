import Foundation

@testable import Headless

/// A file that stands in for the output of a command.
struct CapturedOutput {
  let path = FileManager.default.temporaryDirectory.appending(path: "headless-\(UUID().uuidString)").path()

  /// Runs a command with an output into the file; tells what was written.
  func bytes(isTerminal: Bool = false, _ run: (inout Output) async throws -> Void) async throws -> [UInt8] {
    defer { unlink(path) }
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    var output = Output(descriptor: descriptor, isTerminal: isTerminal, ownsDescriptor: true)
    try await run(&output)
    return [UInt8](try Data(contentsOf: URL(filePath: path)))
  }
}
