import Exchanges
import NIOCore
import NIOPosix
import Recordings
import TLSEngine

/// What goes out: recorded when the kernel has taken it.
extension Connection {
  /// One write takes at most this many bytes; the next one waits until the kernel has taken it.
  static let pieceSize = 256 << 10
  /// After this many bytes of a long content other sockets have their turn; a multiple of `pieceSize`.
  private static let turnSize = 1 << 20

  /// Sends a request, as fast as the peer takes it; returns early when the exchange has ended.
  ///
  /// Content for which 100 (Continue) is expected waits for it, and is not sent when a final response comes instead.
  func send(_ request: OutgoingRequest, of id: ExchangeID) async {
    var parts = request.parts
    if let wait = options.continueTimeout, let divided = request.dividedForContinue {
      await send(divided.head, of: id)
      guard maySend(id), await contentMayFollow(id, waiting: wait.nanoseconds), maySend(id) else { return }
      parts = divided.content
    }
    await send(parts, of: id)
    if maySend(id) { requestIsSent(of: id) }
  }

  /// Waits for what the server says before content is sent; false where it is to be kept back.
  private func contentMayFollow(_ id: ExchangeID, waiting nanoseconds: UInt64) async -> Bool {
    if http2 != nil { return await contentMayFollowOnStream(id, waiting: nanoseconds) }
    apply(machine.contentWaits(nanoseconds: nanoseconds, now: .now()))
    await wait { $0.machine.running != id || $0.machine.maySendContent != nil }
    return machine.maySendContent == true
  }

  private func send(_ parts: [OutgoingRequest.Part], of id: ExchangeID) async {
    for part in parts where maySend(id) {
      switch part {
      case .bytes(let bytes): await send(bytes, of: id)
      case .file(let path, let length): await sendFile(path, length: length, of: id)
      }
    }
  }

  /// Sends bytes in pieces while the exchange runs.
  func send(_ bytes: [UInt8], of id: ExchangeID) async {
    var offset = 0
    while offset < bytes.count, maySend(id) {
      let end = min(bytes.count, offset + Self.pieceSize)
      await send(ByteBuffer(bytes: bytes[offset..<end]), of: id)
      offset = end
      if offset.isMultiple(of: Self.turnSize) { await giveOthersTheirTurn() }
    }
  }

  /// Lets the event loop look at its sockets.
  ///
  /// While a fast peer takes every write at once, the loop has always a task to run, and would read from no socket
  /// before the last of them. A step on another thread leaves it without one. (Files are read on other threads anyway.)
  private func giveOthersTheirTurn() async {
    _ = try? await NIOThreadPool.singleton.runIfActive {}
  }

  private func sendFile(_ path: String, length: Int, of id: ExchangeID) async {
    do throws(ExchangeFailure) {
      let file = try await RequestFile.open(path)
      var offset = 0
      while offset < length, maySend(id) {
        let end = min(length, offset + Self.pieceSize)
        let piece = try await file.read(offset..<end)
        guard maySend(id) else { return }
        await send(piece, of: id)
        offset = end
      }
    } catch {
      if http2?.runs[id] != nil { return loseStream(id, .failed(error)) }
      if machine.running == id { apply(machine.giveUp(error)) }
    }
  }

  private func maySend(_ id: ExchangeID) -> Bool {
    (machine.running == id || http2?.runs[id] != nil) && machine.canSend
  }

  private func send(_ bytes: ByteBuffer, of id: ExchangeID) async {
    if http2 == nil { await send(bytes) } else { await sendOnStream(bytes, of: id) }
  }

  /// Writes plain bytes and waits until the kernel has taken them, or the connection has ended.
  private func send(_ bytes: ByteBuffer) async {
    guard machine.canSend else { return }
    if !told.requestStarted {
      told.requestStarted = true
      note(.requestStarted)
    }
    guard let cipher = sealed(bytes) else { return }
    await finished(write(cipher: cipher, plain: bytes))
  }

  /// Waits until the kernel has taken a write, the last one; mostly it has at once, and the task takes no step for it.
  func finished(_ write: EventLoopFuture<Void>) async {
    if writesUnderWay == 0, held == nil { return }
    // How it failed was told by the callback.
    _ = try? await write.get()
  }

  /// The bytes as they go over the wire; nil, and the connection ended, where TLS takes them no more.
  func sealed(_ bytes: ByteBuffer) -> ByteBuffer? {
    guard let tls else { return bytes }
    do throws(TLSError) {
      let failure = bytes.withUnsafeReadableBytes { bytes -> TLSError? in
        do throws(TLSError) {
          try tls.write(bytes)
          return nil
        } catch {
          return error
        }
      }
      if let failure { throw failure }
    } catch {
      apply(machine.broke(.error(error.message)))
      return nil
    }
    var cipher = ByteBuffer()
    tls.drainCipher { cipher.writeBytes($0) }
    return cipher
  }

  /// Hands bytes to the kernel, at once unless a network condition holds them back.
  ///
  /// The callbacks run before anything else that the socket does: the recording keeps the order of what happened.
  @discardableResult
  func write(cipher: ByteBuffer, plain: ByteBuffer?) -> EventLoopFuture<Void> {
    held == nil ? writeNow(cipher: cipher, plain: plain) : hold(cipher: cipher, plain: plain)
  }

  /// Hands bytes to the kernel that nothing holds back.
  func writeNow(cipher: ByteBuffer, plain: ByteBuffer?) -> EventLoopFuture<Void> {
    guard let channel else { return loop.makeFailedFuture(ChannelError.alreadyClosed) }
    let covered = covered(cipher)
    let size = covered.readableBytes
    let promise = loop.makePromise(of: Void.self)
    writesUnderWay += 1
    promise.futureResult.whenComplete { [self] result in
      assumeIsolated { connection in
        connection.writesUnderWay -= 1
        switch result {
        case .success:
          connection.wireSent += size
          connection.written(cipher: cipher, plain: plain)
        case .failure(let error): connection.writeFailed(error)
        }
      }
    }
    channel.writeAndFlush(covered, promise: promise)
    return promise.futureResult
  }

  private func written(cipher: ByteBuffer, plain: ByteBuffer?) {
    let now = Timestamp.now()
    do throws(RecordingError) {
      if tls != nil { try record(cipher, now, isWire: true) }
      if let plain { try record(plain, now, isWire: false) }
    } catch {
      return recordingFailed(error)
    }
    machine.moved(now: now)
    if let plain, let running = machine.running {
      plain.withUnsafeReadableBytes { bytes in
        exchanges[running]?.sent(bytes) { recordedBytes(.sent, $0) }
      }
      if exchanges[running]?.requestTracker?.isEnded == true, isByHand(running) { requestIsSent(of: running) }
    }
    changed()
  }

  private func record(_ buffer: ByteBuffer, _ now: Timestamp, isWire: Bool) throws(RecordingError) {
    let failure = buffer.withUnsafeReadableBytes { bytes -> RecordingError? in
      do throws(RecordingError) {
        if isWire {
          try wire?.append(.sent, bytes, at: now)
        } else {
          try plain.append(.sent, bytes, at: now)
        }
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  private func writeFailed(_ error: any Error) {
    // Writes that a close of ours ended are no news.
    guard machine.state.isAlive, SystemError.number(in: error) != nil else { return }
    socketBroke(error)
  }

  func requestIsSent(of id: ExchangeID) {
    if http2?.runs[id] != nil {
      http2?.runs[id]?.requestSent = .now()
      http2?.watch(id)
      note(.requestSent, of: id)
      return schedule()
    }
    guard !told.requestSent else { return }
    told.requestSent = true
    note(.requestSent)
    apply(machine.requestSent(now: .now()))
  }
}
