import Foundation

/// Files of /proc in which a line has a name and a number.
package enum ProcessFile {
  /// The text of a file, such as `self/status`.
  package static func text(_ name: String) throws -> String {
    try String(contentsOfFile: "/proc/\(name)", encoding: .utf8)
  }

  /// The number of the line that begins with `key`, in the unit that stands there.
  package static func value(_ key: String, in name: String) throws -> Double {
    for line in try text(name).split(separator: "\n") where line.hasPrefix("\(key):") {
      let words = line.split { $0 == " " || $0 == "\t" }
      if words.count > 1, let value = Double(words[1]) { return value }
    }
    throw MeasurementFailure("/proc/\(name) has no \(key).")
  }
}
