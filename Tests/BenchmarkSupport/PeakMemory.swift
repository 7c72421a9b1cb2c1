import Foundation

/// The highest resident set of a process (VmHWM), bytes.
package enum PeakMemory {
  package static func bytes(of process: String = "self") throws -> Double {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
      if let value = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first,
        let kibibytes = Double(value)
      {
        return kibibytes * 1024
      }
    }
    throw MeasurementFailure("/proc/\(process)/status has no VmHWM.")
  }
}
