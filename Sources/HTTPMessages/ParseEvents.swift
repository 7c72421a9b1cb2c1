/// A buffer of events that its caller owns and uses again: filling and emptying it allocates nothing.
package struct ParseEvents: Sendable {
  /// Events that one step of the parser may add after it looked for room.
  static let headroom = 48

  /// The parser stops when this many events are in the buffer.
  package let capacity: Int
  package private(set) var count = 0
  private var storage: [ParseEvent]

  /// A buffer in which the parser stops at `capacity` events (a few more may fit); at least one.
  package init(capacity: Int = 512) {
    precondition(capacity > 0, "an event buffer needs room")
    self.capacity = capacity
    storage = Array(repeating: .messageStart(at: 0), count: capacity + Self.headroom)
  }

  /// True when the parser will not go on before the buffer is emptied.
  package var isFull: Bool { count >= capacity }

  package var isEmpty: Bool { count == 0 }

  package subscript(index: Int) -> ParseEvent {
    precondition(index >= 0 && index < count, "no such event")
    return storage[index]
  }

  /// Empties the buffer and keeps its storage.
  package mutating func removeAll() {
    count = 0
  }

  /// Lends the storage to the parser; `body` returns the new count.
  mutating func fill(_ body: (UnsafeMutablePointer<ParseEvent>, _ count: Int) -> Int) {
    let before = count
    count = storage.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return before }
      return body(base, before)
    }
  }
}

extension ParseEvents: Sequence {
  /// Walks the events in the order in which the parser found them.
  package struct Iterator: IteratorProtocol {
    let events: ParseEvents
    var index = 0

    package mutating func next() -> ParseEvent? {
      guard index < events.count else { return nil }
      defer { index += 1 }
      return events[index]
    }
  }

  package func makeIterator() -> Iterator { Iterator(events: self) }

  package var underestimatedCount: Int { count }
}
