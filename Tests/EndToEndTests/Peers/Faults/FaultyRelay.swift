import Glibc

/// A proxy of bytes that makes a good server look bad.
enum FaultyRelay {
  /// What becomes of the server's bytes.
  enum Fault: Sendable {
    case delay(microseconds: UInt32)
    /// So many bytes each millisecond.
    case throttle(bytes: Int)
    case cut(after: Int)
    case reset(after: Int)
    case stall(after: Int)
  }

  static func listener(before port: Int, _ fault: Fault) throws -> LoopbackListener {
    try LoopbackListener { client in
      let server = LoopbackPort.connected(port)
      guard server >= 0 else { return Wire.reset(client) }
      // A request of these tests comes in one go; what follows of a large one is read along with the answer.
      Wire.write(Wire.read(client), to: server)
      answer(client, from: server, fault)
      close(server)
    }
  }

  private static func answer(_ client: Int32, from server: Int32, _ fault: Fault) {
    var passed = 0
    if case .delay(let time) = fault { usleep(time) }
    while true {
      let piece = Wire.read(server)
      guard !piece.isEmpty else { break }
      switch fault {
      case .delay: Wire.write(piece, to: client)
      case .throttle(let count):
        for start in stride(from: 0, to: piece.count, by: count) {
          guard Wire.write(piece[start..<min(piece.count, start + count)], to: client) else { break }
          usleep(1000)
        }
      case .cut(let limit), .reset(let limit), .stall(let limit):
        Wire.write(piece.prefix(limit - passed), to: client)
        passed += min(piece.count, limit - passed)
        if passed == limit { return end(client, fault) }
      }
    }
    close(client)
  }

  private static func end(_ client: Int32, _ fault: Fault) {
    switch fault {
    case .reset:
      // The reset must not overtake what was sent: the client has read it when its kernel has acknowledged it.
      var unsent: Int32 = 1
      while ioctl(client, UInt(TIOCOUTQ), &unsent) == 0, unsent > 0 { usleep(500) }
      Wire.reset(client)
    case .stall:
      // The client gives up.
      while !Wire.read(client).isEmpty {}
      close(client)
    default: close(client)
    }
  }
}
