import Glibc

/// The process's peak resident set, by the kernel's own high-water mark (VmHWM).
///
/// Tests run beside each other in one process: only a test in a process of its own learns what it alone has used.
package struct PeakMemory {
  private let start: Int

  /// Sets the mark back to what is resident now.
  package init() throws(SystemFailure) {
    let file = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
    write(file, "5", 1)
    close(file)
    start = try Self.kilobytes()
  }

  /// Kilobytes (of 1024 bytes) above the start.
  package func growth() throws(SystemFailure) -> Int {
    try Self.kilobytes() - start
  }

  /// The peak in kilobytes (of 1024 bytes).
  package static func kilobytes() throws(SystemFailure) -> Int {
    let status = "/proc/self/status"
    let text = String(decoding: try TemporaryDirectory.contents(of: status), as: UTF8.self)
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    guard let digits = line?.split(whereSeparator: { !$0.isNumber }).first, let number = Int(digits) else {
      throw SystemFailure("find VmHWM in \(status)", code: ENOENT)
    }
    return number
  }
}
