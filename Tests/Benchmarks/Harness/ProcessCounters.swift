import BenchmarkSupport
import Foundation
import Glibc

/// What the kernel counts of a process.
struct ProcessCounters {
  /// User and system time in the clock's ticks, of which a second has a hundred.
  var ticks: Int
  /// Time on a processor, as the scheduler counts it, milliseconds.
  var milliseconds: Double
  /// How often each of its threads has waited and gone on.
  private var wakeupsByThread: [String: Int] = [:]

  /// How often its threads have waited and gone on; threads that have ended do not count.
  var wakeups: Int { wakeupsByThread.values.reduce(0, +) }

  /// The counters of a process by now.
  init(of process: Int32) throws {
    // What follows the name, which may have spaces in it: the third field and those after it.
    let stat = try ProcessFile.text("\(process)/stat")
    let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
    guard fields.count > 13, let user = Int(fields[12]), let system = Int(fields[13]) else {
      throw MeasurementFailure("/proc/\(process)/stat has no times.")
    }
    ticks = user + system
    var clock = clockid_t()
    var time = timespec()
    guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else {
      throw MeasurementFailure.system("clock_getcpuclockid", errno)
    }
    milliseconds = Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
    for thread in try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task") {
      let count = try ProcessFile.value("voluntary_ctxt_switches", in: "\(process)/task/\(thread)/status")
      wakeupsByThread[thread] = Int(count)
    }
  }

  /// What was added since `earlier`.
  static func - (later: ProcessCounters, earlier: ProcessCounters) -> ProcessCounters {
    var difference = later
    difference.ticks -= earlier.ticks
    difference.milliseconds -= earlier.milliseconds
    for (thread, count) in earlier.wakeupsByThread { difference.wakeupsByThread[thread]? -= count }
    return difference
  }

  /// Bytes that a process wrote, to files, sockets and terminals.
  static func written(by process: Int32) throws -> Double {
    try ProcessFile.value("wchar", in: "\(process)/io")
  }
}
