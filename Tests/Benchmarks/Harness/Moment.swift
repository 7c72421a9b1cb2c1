/// A start to measure from.
struct Moment {
  private let start = ContinuousClock.now

  static var now: Moment { Moment() }

  /// Milliseconds since then.
  var milliseconds: Double { (ContinuousClock.now - start) / .milliseconds(1) }

  /// Seconds since then.
  var seconds: Double { milliseconds / 1000 }
}
