/// The number of a stream, 31 bits; 0 is the connection itself (RFC 9113 §5.1.1).
package struct StreamID: Sendable, Hashable, Comparable, ExpressibleByIntegerLiteral, CustomStringConvertible {
  package static let connection: StreamID = 0
  package static let last = StreamID(0x7fff_ffff)

  package let number: UInt32

  /// The highest bit, which is reserved, is dropped.
  package init(_ number: UInt32) {
    self.number = number & 0x7fff_ffff
  }

  package init(integerLiteral number: UInt32) {
    self.init(number)
  }

  package var isConnection: Bool { number == 0 }

  /// Clients open streams with odd numbers, servers with even ones.
  package var isOfClient: Bool { number % 2 == 1 }

  /// The stream that the same side opens after this one; nil where the numbers are used up.
  package var next: StreamID? { number <= 0x7fff_fffd ? StreamID(number + 2) : nil }

  package static func < (left: StreamID, right: StreamID) -> Bool { left.number < right.number }

  package var description: String { isConnection ? "connection" : "stream \(number)" }
}
