import Glibc

/// A moment on the system's monotonic clock: differences mean something, the value itself does not.
package struct Timestamp: Sendable, Hashable, Comparable {
  /// Nanoseconds of CLOCK_MONOTONIC.
  package var nanoseconds: UInt64

  /// The moment at `nanoseconds` of CLOCK_MONOTONIC.
  package init(nanoseconds: UInt64) {
    self.nanoseconds = nanoseconds
  }

  /// The present moment.
  package static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Timestamp(nanoseconds: UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec))
  }

  /// Milliseconds from `earlier` to this moment; negative when `earlier` is the later one.
  package func milliseconds(since earlier: Timestamp) -> Double {
    if nanoseconds >= earlier.nanoseconds {
      Double(nanoseconds - earlier.nanoseconds) / 1_000_000
    } else {
      -Double(earlier.nanoseconds - nanoseconds) / 1_000_000
    }
  }

  /// The moment that many nanoseconds later, or the last one that there is.
  package func adding(_ nanoseconds: UInt64) -> Timestamp {
    let (sum, overflow) = self.nanoseconds.addingReportingOverflow(nanoseconds)
    return Timestamp(nanoseconds: overflow ? .max : sum)
  }

  /// Nanoseconds from `earlier` to this moment; none when `earlier` is the later one.
  package func nanoseconds(since earlier: Timestamp) -> UInt64 {
    nanoseconds > earlier.nanoseconds ? nanoseconds - earlier.nanoseconds : 0
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}
