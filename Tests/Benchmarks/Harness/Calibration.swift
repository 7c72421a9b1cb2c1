import Foundation
import Glibc
import Synchronization

/// How fast this machine is: what the other figures are to be read beside.
enum Calibration {
  static func rows() -> [Report.Row] {
    [
      Report.Row(
        what: "machine: a fixed spin (100 million steps of xorshift)", barewire: Text.milliseconds(spin()),
        beside: "\(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores, load \(load)"),
      Report.Row(what: "machine: copying 64 MiB", barewire: "\(Text.number(copying())) GB/s"),
    ]
  }

  private static var load: String {
    let text = try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)
    return text?.split(separator: " ").first.map(String.init) ?? "?"
  }

  /// Milliseconds, the least of some rounds.
  private static func spin() -> Double {
    Samples(
      (0..<3).map { round in
        let began = Moment.now
        var state = UInt64(round) &+ 88_172_645_463_325_252
        for _ in 0..<100_000_000 {
          state ^= state << 13
          state ^= state >> 7
          state ^= state << 17
        }
        keep(state)
        return began.milliseconds
      }
    ).least
  }

  /// 10⁹ bytes a second, the most of some rounds.
  private static func copying() -> Double {
    let count = 64 << 20
    let from = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 64)
    let to = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 64)
    defer {
      from.deallocate()
      to.deallocate()
    }
    from.initializeMemory(as: UInt8.self, repeating: 1)
    return Samples(
      (0..<6).map { _ in
        let began = Moment.now
        to.copyMemory(from: UnsafeRawBufferPointer(from))
        keep(UInt64(to[count - 1]))
        return Double(count) / began.milliseconds / 1e6
      }
    ).most
  }

  private static let kept = Atomic<UInt64>(0)

  /// Uses a value, so that nobody optimises away what made it.
  static func keep(_ value: UInt64) {
    kept.store(value, ordering: .relaxed)
  }
}
