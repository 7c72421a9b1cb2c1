/// Bytes and events out.
extension TLSSession {
  /// Whether there are bytes to send.
  package var hasCipher: Bool { !transport.output.isEmpty }

  /// Whether there are decrypted bytes.
  package var hasPlain: Bool { !plain.isEmpty }

  /// Hands over the bytes to send, without copying them, and forgets them; not called when there are none.
  ///
  /// The pointer is valid during the call only. `body` may call the session. When it throws, the bytes are lost.
  package func drainCipher<Failure>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
    guard hasCipher else { return }
    // Taken out first, so that `body` may call the session.
    var taken = ByteQueue()
    swap(&taken, &transport.output)
    defer { transport.output.reuse(&taken) }
    try body(taken.bytes)
  }

  /// Hands over the decrypted bytes, without copying them, and forgets them; not called when there are none.
  ///
  /// The pointer is valid during the call only. `body` may call the session. When it throws, the bytes are lost.
  package func drainPlain<Failure>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
    guard hasPlain else { return }
    var taken = ByteQueue()
    swap(&taken, &plain)
    defer { plain.reuse(&taken) }
    try body(taken.bytes)
  }

  /// The bytes to send, as a copy.
  package func takeCipher() -> [UInt8] {
    var taken: [UInt8] = []
    drainCipher { taken = Array($0) }
    return taken
  }

  /// The decrypted bytes, as a copy.
  package func takePlain() -> [UInt8] {
    var taken: [UInt8] = []
    drainPlain { taken = Array($0) }
    return taken
  }

  /// What has happened since the last call.
  package func takeEvents() -> [TLSEvent] {
    defer { events = [] }
    return events
  }
}
