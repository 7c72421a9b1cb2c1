import BenchmarkSupport
import Glibc

/// A file as memory that is read from end to end: what nothing that looks at each byte is faster than.
enum Memory {
  static func size(of path: String) throws -> Int {
    try mapped(path) { $1 }
  }

  /// Milliseconds that `memchr` takes to find no byte like that in the file, the least of some rounds.
  static func scanMilliseconds(_ path: String) throws -> Double {
    try mapped(path) { bytes, count in
      Samples(
        (0..<4).map { _ in
          let began = Moment.now
          let found = memchr(bytes, 0x01, count)
          Calibration.keep(found == nil ? 0 : 1)
          return began.milliseconds
        }
      ).least
    }
  }

  /// Bytes and the milliseconds they took as a rate.
  static func rate(_ bytes: Int, _ milliseconds: Double) -> String {
    let rate = Double(bytes) / milliseconds / 1e6
    return rate >= 1 ? "\(Text.number(rate, digits: 2)) GB/s" : "\(Text.number(rate * 1000, digits: 0)) MB/s"
  }

  private static func mapped<Result>(_ path: String, _ body: (UnsafeRawPointer, Int) throws -> Result) throws -> Result
  {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw MeasurementFailure.system("open", errno) }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0), start != MAP_FAILED else {
      throw MeasurementFailure.system("mmap", errno)
    }
    defer { munmap(start, size) }
    return try body(start, size)
  }
}
