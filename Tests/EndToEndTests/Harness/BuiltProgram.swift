import Foundation

/// The program as it was built beside these tests.
enum BuiltProgram {
  /// The file of the executable, which lies where the test bundle lies.
  static func path() throws -> String {
    let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    for file in [bundle] + CommandLine.arguments {
      let path = URL(filePath: file).deletingLastPathComponent().appending(path: "barewire").path()
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    throw HarnessFailure("barewire is not built: \(bundle) has no program beside it.")
  }

  /// The repository that the tests were built from.
  static var repository: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardizedFileURL
  }
}
