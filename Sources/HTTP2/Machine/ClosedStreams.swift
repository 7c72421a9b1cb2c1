/// The streams that ended last, and how: what still comes for them is judged by it (RFC 9113 §5.1).
struct ClosedStreams: Sendable {
  enum End: Sendable, Hashable {
    /// Both sides said all that they had to.
    case ended
    /// This side gave it up: the other one may not know yet.
    case resetHere
    case resetByPeer
  }

  /// Streams that are remembered.
  static let capacity = 1_024

  private var ends: [StreamID: End] = [:]
  private var order: [StreamID] = []
  /// The place in `order` that is written next, once it is full.
  private var oldest = 0

  subscript(stream: StreamID) -> End? { ends[stream] }

  mutating func insert(_ stream: StreamID, _ end: End) {
    guard ends.updateValue(end, forKey: stream) == nil else { return }
    if order.count < Self.capacity { return order.append(stream) }
    ends[order[oldest]] = nil
    order[oldest] = stream
    oldest = (oldest + 1) % Self.capacity
  }
}
