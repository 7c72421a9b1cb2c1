import Exchanges
import HTTP2
import Recordings

/// Sending by hand over HTTP/2: a request's bytes, as HTTP/1 has them, become frames as soon as they can.
extension Connection {
  /// Sends bytes on a stream of their own; nothing goes before the head is whole, for a header block has no halves.
  func carryByHandOnStream(_ bytes: [UInt8], method: String, as id: ExchangeID) async -> ExchangeID? {
    let running = byHand.flatMap { http2?.runs[$0] == nil ? nil : $0 } ?? beginByHand(id, method: method)
    await send(bytes, of: running)
    if http2?.runs[running]?.translator.isEnded == true, http2?.runs[running]?.requestSent == nil {
      requestIsSent(of: running)
    }
    return running
  }

  private func beginByHand(_ id: ExchangeID, method: String) -> ExchangeID {
    let now = Timestamp.now()
    exchanges[id] = CarriedExchange(
      id: id, method: method, target: "", started: now, sentStart: 0, receivedStart: 0)
    http2?.runs[id] = StreamRun(ConnectionMachine.Terms(id: id, isByHand: true), endpoint.scheme, now: now)
    machine.sharedBegan(now: now)
    beginText(of: id)
    byHand = id
    return id
  }
}
