import BenchmarkSupport
import Glibc

/// A file that is written piece by piece.
enum OutputFile {
  /// Writes what `fill` puts into each piece, until it returns false.
  static func write(_ path: String, fill: (inout [UInt8]) throws -> Bool) throws {
    let descriptor = open(path, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw MeasurementFailure.system("open", errno) }
    defer { close(descriptor) }
    var goesOn = true
    while goesOn {
      var piece: [UInt8] = []
      goesOn = try fill(&piece)
      let count = piece.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count == piece.count else { throw MeasurementFailure.system("write", errno) }
    }
  }
}
