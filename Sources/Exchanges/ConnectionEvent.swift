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
  ///
  /// What is large, and comes once or a few times on a connection, lies outside: logs are full of the small ones.
  package enum Kind: Sendable, Hashable {
    /// The exchange had waited so many nanoseconds for its turn, because no more connections to the endpoint may be open.
    case waited(nanoseconds: UInt64)
    /// How the endpoint is reached, and why; the words have no password in them.
    case routeChosen(String)
    /// A proxy was told something, or told something, before the connection is the endpoint's; `size` in bytes.
    case proxyStep(Direction, words: String, size: Int)
    /// The beginning of the head of a proxy's refusal.
    case proxyRefusal(head: String)
    /// The connection is the endpoint's from here on.
    case proxyPassed(to: String)
    /// A proxy made no way to the endpoint; `reason` is a sentence.
    case proxyFailed(reason: String)
    /// The line is made worse on purpose, in the words of its setting.
    case lineConditioned(String)
    /// The network condition ended the connection; the text is a sentence.
    case lineBroken(String)
    /// Addresses given by the user take the place of a look-up.
    case lookupReplaced(host: String, addresses: [NetworkAddress])
    /// Another host and port, given by the user, are connected to.
    case targetReplaced(host: String, port: Int)
    /// Only addresses of one family are used.
    case familyRestricted(AddressFamily)
    /// The connection comes from this address or interface.
    case sourceBound(String)
    /// A look-up of the host's addresses began.
    case lookupStarted(host: String)
    /// One family's addresses came, in the name server's order, so many nanoseconds after they were asked for.
    case familyAnswered(AddressFamily, addresses: [NetworkAddress], nanoseconds: UInt64)
    /// One family has no addresses, or nobody could tell; `reason` is a few words.
    case familyFailed(AddressFamily, reason: String, nanoseconds: UInt64)
    /// The addresses in the order in which they will be tried.
    case lookupAnswered(addresses: [NetworkAddress])
    /// The look-up failed; `reason` is a sentence.
    case lookupFailed(reason: String)
    /// A connect to this address began (RFC 8305: several may be under way).
    case attemptStarted(NetworkAddress)
    case attemptFailed(NetworkAddress, reason: String)
    /// Another attempt won, or the user gave up.
    case attemptCancelled(NetworkAddress)
    /// TCP, or the socket, is up.
    case connected(local: NetworkAddress, remote: NetworkAddress)
    indirect case socketSet(SocketSettings)
    case handshakeStarted(serverName: String)
    /// The session of an earlier connection to the endpoint is offered to be resumed.
    case resumptionOffered(from: ConnectionID)
    /// A TLS handshake message was sent or came.
    indirect case handshakeMessage(Direction, HandshakeMessage)
    /// The server's certificates came, and this is where they lead.
    indirect case certificatePath(ServerIdentity)
    /// One thing that is wrong with the server's certificates; a sentence.
    case verificationFailed(String)
    /// The server lets the session be resumed for so many seconds (0 where it did not say), and takes so many bytes of
    /// early data then.
    case resumable(lifetimeSeconds: Int, maximumEarlyData: Int)
    indirect case handshakeFinished(TLSSummary)
    /// The peer's certificate was not accepted, or the handshake broke; `reason` is a sentence.
    case handshakeFailed(reason: String)
    indirect case alert(Direction, AlertFacts)
    /// The transport ended without TLS's own end: what came may have been cut (RFC 8446 §6.1).
    case truncated
    /// Which version of HTTP is spoken, and why; a few words.
    case versionChosen(String)
    /// A frame of HTTP/2 was sent or came.
    case frame(Direction, FrameFacts)
    /// Something is wrong with the frames; a sentence with its rule.
    case finding(String)
    /// No more streams may be open now; a sentence says why.
    case streamWaits(String)
    /// The first byte of a request was handed to the kernel.
    case requestStarted
    /// The last byte of a request was handed to the kernel.
    case requestSent
    /// The request's content waits for 100 (Continue), at most so many nanoseconds (RFC 9110 §10.1.1).
    case contentWaits(nanoseconds: UInt64)
    /// 100 (Continue) came: the content follows.
    case contentAsked
    /// Nothing came in time: the content follows nevertheless.
    case contentUnasked
    /// A final response came instead: the content is not sent.
    case contentWithheld
    /// The first byte after the request came.
    case firstByte
    /// The head of the final response is complete.
    case headReceived
    case exchangeFinished
    /// This exchange takes up a connection that was open already.
    case reused(exchangeNumber: Int)
    /// The connection was closed before it answered; the exchange goes out again on that one.
    case sentAgain(on: ConnectionID)
    /// The exchange went out on that connection before, which was closed before it answered.
    case sentBefore(on: ConnectionID)
    /// A timer ran out; the sentence names it and its length.
    case timedOut(String)
    /// We closed our sending side (FIN).
    case sendingClosed
    /// The peer closed its sending side (FIN); we can still send.
    case peerClosed
    /// The peer ended the connection by force (RST).
    case peerReset
    /// We close with so many bytes unread, so that the system sends a reset instead of a FIN (RFC 2525 §2.17).
    case unreadDiscarded(bytes: Int)
    case closed(CloseReason)
  }
}
