/// Which end of a connection one is.
package enum HTTP2Role: UInt8, Sendable, Hashable, CaseIterable {
  case client
  case server

  package var other: HTTP2Role { self == .client ? .server : .client }

  /// Whether this side may open the stream.
  package func opens(_ stream: StreamID) -> Bool { stream.isOfClient == (self == .client) }
}
