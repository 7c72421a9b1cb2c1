import Glibc

/// How far the process's resident memory grows, by the kernel's own high-water mark.
struct MemoryPeak {
  private let start: Int

  /// Sets the mark back to what is resident now.
  init() throws {
    let file = open("/proc/self/clear_refs", O_WRONLY)
    write(file, "5", 1)
    close(file)
    start = try Self.highWaterMark()
  }

  /// KiB above the start.
  func growth() throws -> Int {
    try Self.highWaterMark() - start
  }

  private static func highWaterMark() throws -> Int {
    let file = open("/proc/self/status", O_RDONLY)
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 8192)
    let count = read(file, &buffer, buffer.count)
    let text = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    guard let digits = line?.split(whereSeparator: { !$0.isNumber }).first, let number = Int(digits) else {
      throw TestClient.Failure(operation: "read /proc/self/status", code: errno)
    }
    return number
  }
}
