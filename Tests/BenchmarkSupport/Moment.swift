/// A start to measure from.
package struct Moment {
  private let start = ContinuousClock.now

  package static var now: Moment { Moment() }

  /// Nanoseconds since then.
  package var nanoseconds: Double { (ContinuousClock.now - start) / .nanoseconds(1) }

  /// Milliseconds since then.
  package var milliseconds: Double { (ContinuousClock.now - start) / .milliseconds(1) }

  /// Seconds since then.
  package var seconds: Double { milliseconds / 1000 }
}
