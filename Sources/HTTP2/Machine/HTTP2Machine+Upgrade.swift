/// Connections that began with HTTP/1 and `Upgrade: h2c` (RFC 7540 §3.2; RFC 9113 §3.1 advises against it).
extension HTTP2Machine {
  /// Begins, as a client, after the server's 101: its response comes on stream 1.
  ///
  /// - Parameters:
  ///   - method: Of the request that asked for the upgrade.
  ///   - now: In nanoseconds.
  package mutating func startUpgraded(answering method: [UInt8], now: UInt64) {
    start(now: now)
    highestOwn = 1
    nextStream = 3
    streams[1] = newStream(1, answering: method)
    finishSending(1)
  }

  /// Begins, as a server, after its 101: the request that asked for the upgrade is the message of stream 1.
  ///
  /// - Parameters:
  ///   - request: Its fields, as `HTTP2Fields` makes them.
  ///   - settings: Those of its field HTTP2-Settings, which need no acknowledgement.
  ///   - now: In nanoseconds.
  package mutating func startUpgraded(_ request: [HeaderField], settings: [Setting], now: UInt64) {
    for setting in settings where setting.violation == nil { peerSettings.apply(setting) }
    encoder.allow(tableSize: peerSettings.headerTableSize)
    start(now: now)
    highestOfPeer = 1
    streams[1] = newStream(1, answering: nil)
    events.append(.head(1, .request, request, endStream: true))
    finishReceiving(1)
  }
}
