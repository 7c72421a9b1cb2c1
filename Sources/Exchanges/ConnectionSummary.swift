package import Recordings

/// A connection as it stands at one moment: small, and free to send anywhere.
package struct ConnectionSummary: Sendable, Hashable, Identifiable {
  package var id: ConnectionID
  package var endpoint: Endpoint
  package var state: ConnectionState
  package var began: Timestamp
  /// When TCP (and TLS) came up.
  package var opened: Timestamp?
  package var ended: Timestamp?
  package var local: NetworkAddress?
  package var remote: NetworkAddress?
  package var tls: TLSSummary?
  /// Who the server has shown itself to be, also when the handshake failed for that.
  package var serverIdentity: ServerIdentity?
  /// What the kernel knew of it last; nil for what is not TCP.
  package var tcp: TCPFacts?
  /// Over the exchange that runs or ran last.
  package var tcpSamples: [TCPSample] = []
  package var socket: SocketSettings?
  /// The socket that the endpoint is reached through, where it is not reached by its address.
  package var socketPath: String?
  /// The proxy's URL, without user and password, where there is one.
  package var proxy: String?
  /// The network condition that the line is under, where there is one.
  package var condition: String?
  /// Its exchanges are on streams of HTTP/2.
  package var hasStreams = false
  /// Exchanges carried so far, the running one included.
  package var exchangeCount: Int
  package var bytesSent: Int
  package var bytesReceived: Int
  /// What happened.
  package var eventLog = ConnectionEventLog()

  /// What happened, oldest first, at most the last 512; a list that is made for each call.
  package var events: [ConnectionEvent] {
    get { eventLog.events }
    set { eventLog = ConnectionEventLog(newValue) }
  }

  package init(id: ConnectionID, endpoint: Endpoint, state: ConnectionState, began: Timestamp) {
    self.id = id
    self.endpoint = endpoint
    self.state = state
    self.began = began
    self.exchangeCount = 0
    self.bytesSent = 0
    self.bytesReceived = 0
  }
}
