import Foundation
import Glibc

/// A port of 127.0.0.1 that is answered in this process, one blocking thread for each connection.
///
/// The handler owns the connection's descriptor and closes it.
struct LoopbackListener: Sendable {
  let port: Int
  private let descriptor: Int32

  init(_ handle: @escaping @Sendable (Int32) -> Void) throws {
    let port = try LoopbackPort.free()
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var yes: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard LoopbackPort.withAddress(port, { bind(listener, $0, $1) }) == 0, listen(listener, 64) == 0 else {
      throw HarnessFailure("Port \(port) could not be listened at.")
    }
    (self.port, descriptor) = (port, listener)
    Thread.detachNewThread {
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { break }
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        Thread.detachNewThread { handle(connection) }
      }
      close(listener)
    }
  }

  /// Takes no more connections.
  func stop() { shutdown(descriptor, Int32(SHUT_RDWR)) }
}

/// What is done with a connection's descriptor.
enum Wire {
  static func read(_ descriptor: Int32) -> [UInt8] {
    let piece = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
      count = max(0, recv(descriptor, buffer.baseAddress, buffer.count, 0))
    }
    return piece
  }

  /// False where the peer is gone.
  @discardableResult static func write(_ bytes: some Sequence<UInt8>, to descriptor: Int32) -> Bool {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Closes with RST instead of FIN.
  static func reset(_ descriptor: Int32) {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
    close(descriptor)
  }
}
