/// How much the other side may still send, and when it is told of more (RFC 9113 §5.2).
struct ReceiveWindow: Sendable {
  /// Bytes that may be under way or waiting for their reader.
  private(set) var target: Int
  /// Bytes that the other side may send now; below zero after the target was lowered.
  private(set) var available: Int
  /// Bytes that were read and are not told of yet.
  private var consumed = 0

  /// - Parameters:
  ///   - target: Bytes that may wait.
  ///   - available: Of them, what the other side knows of already.
  init(target: Int, available: Int? = nil) {
    self.target = target
    self.available = available ?? target
    consumed = max(0, target - self.available)
  }

  /// Bytes came; false where they are more than allowed.
  ///
  /// `slack` is what the sender may not know yet.
  mutating func take(_ count: Int, slack: Int = 0) -> Bool {
    available -= count
    return count == 0 || available + slack >= 0
  }

  /// Bytes were read by their reader; how many to tell the sender of, once it is worth a frame.
  mutating func consume(_ count: Int) -> Int? {
    consumed += count
    guard consumed > 0, consumed >= target / 2 || available <= 0 && consumed >= target / 8 else { return nil }
    defer { consumed = 0 }
    available += consumed
    return consumed
  }

  /// The announced window changed, which changes what may be sent at once.
  mutating func move(by difference: Int) {
    target += difference
    available += difference
  }
}
