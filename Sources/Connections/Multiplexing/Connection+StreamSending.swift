import Exchanges
import HTTP2
import NIOCore
import Recordings

/// What goes out on streams.
extension Connection {
  private enum Outgoing {
    case head([HeaderField], endsHere: Bool)
    case content([UInt8], isLast: Bool)
    case trailers([HeaderField])
  }

  /// Sends the next bytes of a request, which are those of HTTP/1, as frames; waits for the windows and the kernel.
  func sendOnStream(_ piece: ByteBuffer, of id: ExchangeID) async {
    guard let run = http2?.runs[id] else { return }
    var outgoing: [Outgoing] = []
    piece.withUnsafeReadableBytes { bytes in
      run.translator.translate(bytes) { piece in
        switch piece {
        case .head(let head, isInterim: _, let endsHere): outgoing.append(.head(head.fields, endsHere: endsHere))
        case .content(let bytes, let isLast): outgoing.append(.content(Array(bytes), isLast: isLast))
        case .trailers(let fields): outgoing.append(.trailers(fields))
        case .end: outgoing.append(.content([], isLast: true))
        }
      }
    }
    recordText(.sent, piece, of: id)
    for next in outgoing where http2?.runs[id] != nil { await send(next, of: id) }
    guard run.translator.isUnreadable, http2?.runs[id] != nil else { return }
    if let stream = http2?.runs[id]?.stream { http2?.machine.reset(stream, .cancel) }
    let words = "HTTP/2 has no form for these bytes: they are no well-formed request. Mend them, or use HTTP/1.1."
    finishStream(id, .failed(.request(words)))
  }

  private func send(_ outgoing: Outgoing, of id: ExchangeID) async {
    switch outgoing {
    case .head(let fields, let endsHere): await openStream(fields, endsHere: endsHere, of: id)
    case .content(let bytes, let isLast): await sendContent(bytes, isLast: isLast, of: id)
    case .trailers(let fields):
      guard let stream = http2?.runs[id]?.stream else { return }
      http2?.machine.sendHead(fields, on: stream, endStream: true)
    }
    await frameAreWritten()
  }

  private func openStream(_ fields: [HeaderField], endsHere: Bool, of id: ExchangeID) async {
    while http2?.runs[id] != nil {
      do throws(StreamRefusal) {
        exchanges[id]?.frames?.stream = try http2?.open(id, fields, endStream: endsHere)
        return note(.requestStarted, of: id)
      } catch {
        guard case .tooManyStreams = error else {
          return loseStream(id, isByHand(id) ? .failed(.connectionEnded(error.message)) : .moveOn)
        }
        note(.streamWaits(error.message), of: id)
        await wait { $0.http2?.canCarry != false || $0.http2?.runs[id] == nil }
      }
    }
  }

  private func sendContent(_ bytes: [UInt8], isLast: Bool, of id: ExchangeID) async {
    guard let stream = http2?.runs[id]?.stream else { return }
    var rest = bytes[...]
    while http2?.runs[id] != nil {
      let taken = rest.withUnsafeBytes { http2?.machine.send($0, on: stream, endStream: isLast) } ?? 0
      rest = rest.dropFirst(taken)
      http2?.runs[id]?.lastActivity = .now()
      await frameAreWritten()
      if rest.isEmpty { return }
      await wait { ($0.http2?.machine.sendCapacity(of: stream) ?? 0) > 0 || $0.http2?.runs[id] == nil }
    }
  }

  private func frameAreWritten() async {
    if let write = flushFrames() { await finished(write) }
  }

  /// Sends what the protocol has to say.
  @discardableResult
  func flushFrames() -> EventLoopFuture<Void>? {
    guard let output = http2?.takeOutput() else { return nil }
    for frame in output.frames { note(.frame(.sent, frame), of: exchange(of: frame)) }
    let plain = ByteBuffer(bytes: output.bytes)
    guard let cipher = sealed(plain) else { return nil }
    return write(cipher: cipher, plain: plain)
  }

  /// The exchange that a frame is about.
  func exchange(of frame: FrameFacts) -> ExchangeID? {
    http2?.exchange(of: StreamID(UInt32(frame.stream)))
  }

  /// Keeps what was said on a stream, and reads it.
  func recordText(_ direction: Direction, _ buffer: ByteBuffer, of id: ExchangeID) {
    buffer.withUnsafeReadableBytes { recordText(direction, $0, of: id) }
  }

  /// Keeps what was said on a stream; `range` is where the connection's recording has it in the same words.
  func recordText(
    _ direction: Direction, _ bytes: UnsafeRawBufferPointer, recordedAt range: Range<Int>? = nil, of id: ExchangeID
  ) {
    guard let text = texts[id], !bytes.isEmpty else { return }
    do throws(RecordingError) {
      if let range {
        try text.append(direction, of: range, at: .now())
      } else {
        try text.append(direction, bytes, at: .now())
      }
    } catch {
      return finishStream(id, .failed(.recording(error.message)))
    }
    switch direction {
    case .sent: exchanges[id]?.sent(bytes) { text.bytes(.sent, $0, of: plain.snapshot) }
    case .received: exchanges[id]?.received(bytes) { text.bytes(.received, $0, of: plain.snapshot) }
    }
  }
}
