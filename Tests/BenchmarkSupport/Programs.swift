import Foundation

/// Where the programs are that are measured.
package enum Programs {
  /// This program.
  package static func own() throws -> String {
    try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  }

  /// Barewire as it was built beside this program.
  package static func barewire() throws -> String {
    let path = URL(filePath: try own()).deletingLastPathComponent().appending(path: "barewire").path()
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw MeasurementFailure("barewire is not built beside this program: run `swift build -c release` first.")
    }
    return path
  }
}
