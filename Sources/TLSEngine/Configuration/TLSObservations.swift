/// What a session tells beside its handshake; nothing, unless asked for.
package struct TLSObservations: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Each record's header: ``TLSEvent/record(direction:_:)``.
  package static let records = TLSObservations(rawValue: 1)
  /// The secrets with which other programs can decrypt a capture: ``TLSEvent/keyLogLine(_:)``.
  package static let keys = TLSObservations(rawValue: 2)
}
