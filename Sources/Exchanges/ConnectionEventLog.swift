/// The last events of a connection, oldest first.
///
/// They lie in blocks: a summary shares them, and the next event copies the last block at most.
package struct ConnectionEventLog: Sendable, Hashable {
  /// Older events than this many are dropped, a block at a time.
  package static let limit = 512
  private static let blockSize = 32

  /// Full blocks, the oldest first.
  private var sealed: [[ConnectionEvent]] = []
  /// The block that grows.
  private var open: [ConnectionEvent] = []

  /// A log without events, or with these.
  package init(_ events: [ConnectionEvent] = []) {
    open = events
  }

  /// All events, in a list that is made for this.
  package var events: [ConnectionEvent] { sealed.flatMap { $0 } + open }

  /// Adds an event; when the log is full the oldest ones go.
  ///
  /// Frames of content that follow each other are one.
  package mutating func append(_ event: ConnectionEvent) {
    if case .frame(let direction, let next) = event.kind, let last = open.indices.last,
      case .frame(direction, var facts) = open[last].kind, facts.merge(next)
    {
      return open[last].kind = .frame(direction, facts)
    }
    if open.count >= Self.blockSize {
      sealed.append(open)
      open = []
      open.reserveCapacity(Self.blockSize)
    }
    if sealed.count >= Self.limit / Self.blockSize { sealed.removeFirst() }
    open.append(event)
  }
}
