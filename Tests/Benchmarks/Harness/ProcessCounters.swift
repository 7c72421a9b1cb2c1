import BenchmarkSupport
import Foundation

/// What the kernel counts of a process.
enum ProcessCounters {
  /// Bytes that it wrote, to files, sockets and terminals.
  static func written(by process: Int32) throws -> Double {
    let text = try String(contentsOfFile: "/proc/\(process)/io", encoding: .utf8)
    for line in text.split(separator: "\n") where line.hasPrefix("wchar:") {
      if let count = line.split(separator: " ").last.flatMap({ Double($0) }) { return count }
    }
    throw MeasurementFailure("/proc/\(process)/io has no wchar.")
  }
}
