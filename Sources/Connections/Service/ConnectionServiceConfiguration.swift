package import Recordings

/// What a connection service is set up with.
package struct ConnectionServiceConfiguration: Sendable {
  /// Where recordings go.
  package var spool: SpoolConfiguration
  /// The time between connect attempts to one host's addresses (RFC 8305 §5).
  package var attemptDelay: Duration
  /// How long an open connection without an exchange is kept.
  package var poolIdleTime: Duration
  /// More idle connections to one endpoint than this are closed after a moment, the oldest first.
  package var idleConnectionsPerEndpoint: Int
  /// That moment: exchanges that follow each other at once find the connections of the ones before.
  package var surplusIdleTime: Duration
  /// No more connections to one endpoint than this are open at once; further exchanges wait for one in their order.
  package var openConnectionsPerEndpoint: Int
  /// Finds addresses.
  package var resolver: any NameResolver
  /// Where the secrets of TLS connections go; nil for nowhere.
  package var keyLog: KeyLog?

  /// The values that suit a person at a terminal, unless told otherwise.
  package init(
    spool: SpoolConfiguration = SpoolConfiguration(), attemptDelay: Duration = .milliseconds(250),
    poolIdleTime: Duration = .seconds(90), idleConnectionsPerEndpoint: Int = 8, surplusIdleTime: Duration = .seconds(1),
    openConnectionsPerEndpoint: Int = 256, resolver: any NameResolver = SystemResolver()
  ) {
    self.spool = spool
    self.attemptDelay = attemptDelay
    self.poolIdleTime = poolIdleTime
    self.idleConnectionsPerEndpoint = idleConnectionsPerEndpoint
    self.surplusIdleTime = surplusIdleTime
    self.openConnectionsPerEndpoint = openConnectionsPerEndpoint
    self.resolver = resolver
  }
}
