import Exchanges
import HTTPMessages
import NIOCore
import Recordings
import TLSEngine

/// What comes: recorded first, parsed once, and then decided about.
extension Connection {
  /// Whether the next bytes may come.
  var wantsRead: Bool {
    machine.state.isAlive && !hasPeerEnded && held?.received.readableBytes ?? 0 < HeldTraffic.receivedLimit
  }

  /// Bytes came from the socket.
  func socketRead(_ buffer: ByteBuffer) {
    guard machine.state.isAlive else { return }
    if held == nil { take(buffer) } else { hold(received: buffer) }
  }

  /// Takes bytes of the socket that nothing holds back.
  func take(_ buffer: ByteBuffer) {
    guard machine.state.isAlive else { return }
    let now = Timestamp.now()
    wireReceived += buffer.readableBytes
    buffer.withUnsafeReadableBytes { bytes in
      if let proxyTLS { receive(bytes, in: proxyTLS) } else { arrived(bytes, now: now) }
    }
  }

  /// Takes bytes of the endpoint's connection.
  func endpointBytes(_ bytes: UnsafeRawBufferPointer, now: Timestamp) {
    guard let tls else { return takePlain(bytes, now: now) }
    if bytes.isEmpty { return }
    do throws(RecordingError) {
      try wire?.append(.received, bytes, at: now)
    } catch {
      return recordingFailed(error)
    }
    tls.receive(bytes)
    pumpTLS()
    if hasReceivedCloseNotify { peerEnded(isTruncated: false) }
  }

  /// The peer sent a FIN.
  func socketEnded() {
    if holds(.peerEnded) || endedForProxy() { return }
    guard let tls, !hasPeerEnded else { return peerEnded(isTruncated: false) }
    tls.receiveEnd()
    pumpTLS()
    peerEnded(isTruncated: !hasReceivedCloseNotify)
  }

  /// The socket reported an error.
  func socketBroke(_ error: any Error) {
    guard machine.state.isAlive, !holds(.broke(error)), !endedForProxy() else { return }
    let reason: CloseReason =
      SystemError.isReset(error) ? .reset : .error(SystemError.connectionReason(error))
    sampleTCP(now: .now())
    // The parser tells what is missing; content that only a FIN may end has not ended by this.
    if let running = machine.running, exchanges[running]?.responseTracker?.current?.framing != .untilClose {
      exchanges[running]?.receivedEnd { recordedBytes(.received, $0) }
    }
    apply(machine.broke(reason))
  }

  /// The socket is closed, whoever did it.
  func socketClosed() {
    if holds(.closed) { return }
    // After a FIN of ours NIO tells of the peer's FIN only by closing.
    if machine.state.isAlive { socketEnded() }
    if machine.state.isAlive { apply(machine.broke(.byPeer)) }
    channel = nil
  }

  /// Takes plain bytes: those of the socket, or those that TLS decrypted.
  func takePlain(_ bytes: UnsafeRawBufferPointer, now: Timestamp) {
    guard machine.state.isAlive, !bytes.isEmpty else { return }
    let start = plain.receivedCount
    do throws(RecordingError) {
      try plain.append(.received, bytes, at: now)
    } catch {
      // As many bytes as could be kept are there to be read.
      let kept = UnsafeRawBufferPointer(rebasing: bytes.prefix(plain.receivedCount - start))
      if let current { exchanges[current]?.received(kept) { recordedBytes(.received, $0) } }
      return recordingFailed(error)
    }
    if http2 != nil { return receiveFrames(bytes, from: start, now: now) }
    let isAsked = machine.running != nil
    if isAsked, !told.firstByte {
      told.firstByte = true
      note(.firstByte, at: now)
    }
    // The exchange learns of the bytes before the machine can end it.
    if let current {
      exchanges[current]?.received(bytes) { recordedBytes(.received, $0) }
    }
    if isAsked, takeUpgrade(bytes, from: start, now: now) { return }
    let actions = machine.received(bytes.count, now: now)
    if actions.isEmpty {
      changed()
    } else {
      apply(actions)
    }
    if isAsked { tellOfResponse(now: now) }
  }

  /// Keeps what came and ends what runs.
  func recordingFailed(_ error: RecordingError) {
    apply(machine.giveUp(.recording(error.message)))
  }

  /// Bytes of the recording that are needed as text.
  func recordedBytes(_ direction: Direction, _ range: Range<Int>) -> [UInt8] {
    let log = plain.snapshot[direction]
    guard range.upperBound <= log.count, let bytes = try? log.bytes(in: range) else { return [] }
    return bytes
  }

  private func peerEnded(isTruncated: Bool) {
    guard machine.state.isAlive, !hasPeerEnded else { return }
    hasPeerEnded = true
    let now = Timestamp.now()
    if let running = machine.running {
      let isUntilClose = exchanges[running]?.responseTracker?.current?.framing == .untilClose
      exchanges[running]?.receivedEnd { recordedBytes(.received, $0) }
      // Without TLS's own end an attacker may have cut the content (RFC 9112 §9.8).
      tellOfResponse(now: now, isCut: isTruncated && isUntilClose)
    }
    apply(machine.peerClosed(now: now))
  }

  /// Tells the machine what the parser found in the running response, each thing once.
  private func tellOfResponse(now: Timestamp, isCut: Bool = false) {
    guard let running = machine.running, let tracker = exchanges[running]?.responseTracker else { return }
    if !told.isContinued, tracker.isContinued {
      told.isContinued = true
      apply(machine.continued())
    }
    if !told.status, let code = tracker.finalStatusCode {
      told.status = true
      if offersUpgrade { note(.versionChosen("HTTP/1.1: the server did not take up HTTP/2"), at: now) }
      apply(machine.statusReceived(code))
    }
    if !told.head, tracker.head != nil, let framing = tracker.current?.framing {
      told.head = true
      let isKeptByRequest = exchanges[running]?.requestTracker?.keepsConnection ?? true
      machine.headReceived(
        staysOpen: isKeptByRequest && tracker.keepsConnection, isTunnel: framing == .tunnel)
      note(.headReceived, at: now)
    }
    if !told.lostFraming, tracker.isFramingLost {
      told.lostFraming = true
      machine.framingLost()
      schedule()
    }
    if !told.end, tracker.isEnded {
      told.end = true
      let leftover = plain.receivedCount - (tracker.current?.end ?? plain.receivedCount)
      apply(machine.responseEnded(isMalformed: tracker.hasErrors || isCut, leftover: leftover, now: now))
    }
  }
}
