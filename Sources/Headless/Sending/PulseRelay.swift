/// Hands the pulses of one stream to one follower after the other.
///
/// A stream ends for good when the task that reads it is cancelled; so one task reads it for all exchanges of an order.
actor PulseRelay {
  private var follower: AsyncStream<Void>.Continuation?

  /// A stream of the pulses from now on, until `finish`; several are one when nobody looks in between.
  func pulses() -> AsyncStream<Void> {
    let (pulses, follower) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    self.follower = follower
    return pulses
  }

  func pulse() {
    follower?.yield()
  }

  /// Ends the stream that was given last.
  func finish() {
    follower?.finish()
  }
}
