/// Names one connection for the life of the process.
package struct ConnectionID: Sendable, Hashable, Comparable {
  package let number: UInt64

  package init(_ number: UInt64) {
    self.number = number
  }

  package static func < (left: ConnectionID, right: ConnectionID) -> Bool {
    left.number < right.number
  }
}

/// Names one exchange (a request and what came back) for the life of the process.
///
/// Whoever asks for an exchange chooses its identity, so that every later event and answer can be matched or dropped.
package struct ExchangeID: Sendable, Hashable, Comparable {
  package let number: UInt64

  package init(_ number: UInt64) {
    self.number = number
  }

  package static func < (left: ExchangeID, right: ExchangeID) -> Bool {
    left.number < right.number
  }
}
