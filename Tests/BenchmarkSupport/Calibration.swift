import Glibc
import Synchronization

/// How fast this machine is: what the other figures are to be read beside.
package enum Calibration {
  /// Steps of `spinMilliseconds()`; each is six instructions that wait for each other, so six cycles.
  package static let spinSteps = 100_000_000

  package static var cores: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

  /// Processes that ran or waited in the last minute.
  package static var load: Double {
    var loads = [0.0]
    return getloadavg(&loads, 1) == 1 ? loads[0] : .nan
  }

  /// Milliseconds that a fixed work in registers takes, the least of some rounds.
  package static func spinMilliseconds() -> Double {
    Samples(
      (0..<3).map { round in
        let began = Moment.now
        var state = UInt64(round) &+ 88_172_645_463_325_252
        for _ in 0..<spinSteps {
          state ^= state << 13
          state ^= state >> 7
          state ^= state << 17
        }
        keep(state)
        return began.milliseconds
      }
    ).least
  }

  /// 10⁹ bytes a second that 64 MiB are copied with, the most of some rounds.
  package static func copyRate() -> Double {
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
        return Double(count) / began.nanoseconds
      }
    ).most
  }

  private static let kept = Atomic<UInt64>(0)

  /// Uses a value, so that nobody optimises away what made it.
  package static func keep(_ value: UInt64) {
    kept.store(value, ordering: .relaxed)
  }
}
