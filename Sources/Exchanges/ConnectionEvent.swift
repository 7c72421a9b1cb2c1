package import Recordings

/// One thing that happened on a connection, with its time; the connection panel, the JSON and the tests all read these.
///
/// Bytes are not in here: they are in the connection's recording, and events tell only what bytes cannot.
package struct ConnectionEvent: Sendable, Hashable {
  package var time: Timestamp
  package var connection: ConnectionID
  /// The exchange that was being carried, if any.
  package var exchange: ExchangeID?
  package var kind: Kind

  package init(time: Timestamp, connection: ConnectionID, exchange: ExchangeID?, kind: Kind) {
    self.time = time
    self.connection = connection
    self.exchange = exchange
    self.kind = kind
  }

  /// What can happen.
  package enum Kind: Sendable, Hashable {
    /// A look-up of the host's addresses began.
    case lookupStarted(host: String)
    /// The look-up answered with these addresses, in the order in which they will be tried.
    case lookupAnswered(addresses: [NetworkAddress])
    /// The look-up failed; `reason` is a sentence.
    case lookupFailed(reason: String)
    /// A connect to this address began (RFC 8305: several may be under way).
    case attemptStarted(NetworkAddress)
    case attemptFailed(NetworkAddress, reason: String)
    /// Another attempt won, or the user gave up.
    case attemptCancelled(NetworkAddress)
    /// TCP is up.
    case connected(local: NetworkAddress, remote: NetworkAddress)
    case handshakeStarted(serverName: String)
    /// A TLS handshake message was sent or came; `size` in bytes.
    case handshakeMessage(Direction, name: String, size: Int)
    case handshakeFinished(TLSSummary)
    /// The peer's certificate was not accepted, or the handshake broke; `reason` is a sentence.
    case handshakeFailed(reason: String)
    case alert(Direction, description: String)
    /// The first byte of a request was handed to the kernel.
    case requestStarted
    /// The last byte of a request was handed to the kernel.
    case requestSent
    /// The first byte after the request came.
    case firstByte
    /// The head of the final response is complete.
    case headReceived
    case exchangeFinished
    /// This exchange takes up a connection that was open already.
    case reused(exchangeNumber: Int)
    /// A timer ran out; the sentence names it and its length.
    case timedOut(String)
    /// We closed our sending side (FIN).
    case sendingClosed
    /// The peer closed its sending side (FIN); we can still send.
    case peerClosed
    case closed(CloseReason)
  }
}
