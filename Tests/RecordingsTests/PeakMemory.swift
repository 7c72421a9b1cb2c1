import Glibc
import Testing

/// The process's peak resident set (VmHWM) in kilobytes.
///
/// It says something of a test that runs in a process of its own only.
func peakResidentKilobytes() throws -> Int {
  let file = try #require(fopen("/proc/self/status", "r"))
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 256)
  while fgets(&line, Int32(line.count), file) != nil {
    let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if text.hasPrefix("VmHWM:") {
      return try #require(Int(text.split(whereSeparator: { $0 == " " || $0 == "\t" })[1]))
    }
  }
  Issue.record("no VmHWM in /proc/self/status")
  return 0
}
