import Exchanges
import HTTP2
import NIOCore
import Recordings

/// Connections that begin in HTTP/1.1 and go on in HTTP/2 where the server agrees (RFC 7540 §3.2).
extension Connection {
  /// Whether requests ask for the upgrade.
  var offersUpgrade: Bool { options.httpVersion == .http2Upgrade && endpoint.scheme == .http }

  /// Goes on in HTTP/2 where the head that has come says so.
  ///
  /// - Parameters:
  ///   - bytes: What came last; it is recorded and parsed, and may hold the first frames.
  ///   - start: Offset of its first byte.
  ///   - now: The present time.
  /// - Returns: Whether it does.
  func takeUpgrade(_ bytes: UnsafeRawBufferPointer, from start: Int, now: Timestamp) -> Bool {
    guard offersUpgrade, let id = machine.running, let exchange = exchanges[id],
      // What has not gone out yet would stand between the frames.
      exchange.requestTracker?.isEnded == true,
      let response = exchange.responseTracker, response.finalStatusCode == 101, let end = response.current?.headEnd,
      response.head?.upgrade?.lowercased() == "h2c", let terms = machine.share(now: now)
    else { return false }
    note(.versionChosen("HTTP/2: the server agreed with 101 to the request's Upgrade: h2c"), at: now, of: id)
    let run = StreamRun(terms, endpoint.scheme, now: now)
    run.isUpgraded = true
    run.hasAnswer = true
    run.requestSent = now
    if !told.requestSent { note(.requestSent, at: now, of: id) }
    let begin = (sent: exchange.sentStart, received: exchange.receivedStart)
    http2 = HTTP2Carrier(
      upgrading: id, run, method: exchange.method, sentCount: plain.sentCount, receivedCount: end, now: now.nanoseconds)
    beginText(of: id, since: begin)
    exchange.frames?.stream = 1
    takeRequest(from: begin.sent, of: id)
    current = nil
    flushFrames()
    wake()
    // Others may have waited for a connection of their own.
    freed()
    receiveFrames(UnsafeRawBufferPointer(rebasing: bytes[(end - start)...]), from: end, now: now)
    return true
  }

  /// The request that went out in HTTP/1.1 is the stream's; a slice at a time, for its content may be large.
  private func takeRequest(from start: Int, of id: ExchangeID) {
    let slice = 256 << 10
    for position in stride(from: start, to: plain.sentCount, by: slice) {
      let range = position..<min(position + slice, plain.sentCount)
      recordedBytes(.sent, range).withUnsafeBytes { recordText(.sent, $0, recordedAt: range, of: id) }
    }
  }
}
