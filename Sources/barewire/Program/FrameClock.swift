/// Decides when to draw: at once after a quiet time, else at most once in a frame's time.
struct FrameClock {
  /// About 60 frames a second.
  static let interval = Duration.milliseconds(16)

  private var last: ContinuousClock.Instant?
  private var isScheduled = false

  /// How long to wait before the frame that something asks for; nil when one is on its way already.
  mutating func delay(at now: ContinuousClock.Instant) -> Duration? {
    guard !isScheduled else { return nil }
    isScheduled = true
    guard let last else { return .zero }
    let passed = now - last
    return passed >= Self.interval ? .zero : Self.interval - passed
  }

  mutating func drew(at now: ContinuousClock.Instant) {
    isScheduled = false
    last = now
  }
}
