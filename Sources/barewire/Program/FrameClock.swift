/// Decides when to draw: at once after a quiet time, else at most once in a frame's time; for a key, and for what it
/// asked for, nearly at once.
struct FrameClock {
  /// About 60 frames a second.
  static let interval = Duration.milliseconds(16)
  /// After a key: a frame costs less than a millisecond, and nobody types so fast.
  static let keyInterval = Duration.milliseconds(2)
  /// For so long after a key its frames come that soon: what it asked for, such as other rows, comes with an answer.
  static let answerTime = Duration.milliseconds(100)

  private var last: ContinuousClock.Instant?
  private var lastKey: ContinuousClock.Instant?
  private var due: ContinuousClock.Instant?

  /// How long to wait before the frame that something asks for; nil when one is on its way that is early enough.
  mutating func delay(at now: ContinuousClock.Instant, afterKey: Bool = false) -> Duration? {
    if afterKey { lastKey = now }
    let isAwaited = lastKey.map { now - $0 < Self.answerTime } ?? false
    let wanted = last.map { max(now, $0 + (isAwaited ? Self.keyInterval : Self.interval)) } ?? now
    if let due, due <= wanted { return nil }
    due = wanted
    return wanted - now
  }

  /// Whether a frame is still to be drawn, or an earlier one showed all.
  func isDue(at now: ContinuousClock.Instant) -> Bool {
    due.map { $0 <= now } ?? false
  }

  mutating func drew(at now: ContinuousClock.Instant) {
    due = nil
    last = now
  }
}
