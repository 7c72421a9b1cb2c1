import CKernel
import Exchanges
import Glibc
import NIOCore

/// What is asked of a connection's socket beside bytes; all of it on the event loop.
enum SocketFacts {
  /// What the kernel knows of the connection; nil for what is not TCP, or is closed.
  static func tcp(of channel: any Channel) -> TCPFacts? {
    withDescriptor(of: channel) { descriptor in
      var info = barewire_tcp_info()
      guard barewire_tcp_info(descriptor, &info) == 0 else { return nil }
      return TCPFacts(
        roundTripMicroseconds: Int(info.rtt), roundTripVarianceMicroseconds: Int(info.rttvar),
        congestionWindow: Int(info.snd_cwnd), retransmissions: Int(info.total_retrans), lost: Int(info.lost),
        maximumSegmentSize: Int(info.snd_mss), pathMTU: Int(info.pmtu))
    }
  }

  /// Makes the coming close a reset, which also throws away what was not sent yet.
  static func lingerForReset(_ channel: any Channel) {
    _ = withDescriptor(of: channel) { descriptor in
      var option = linger(l_onoff: 1, l_linger: 0)
      return setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }
  }

  /// One end of the connection as a value.
  static func networkAddress(_ address: SocketAddress?) -> NetworkAddress? {
    guard let address, let ip = address.ipAddress, let port = address.port else { return nil }
    return NetworkAddress(ip: ip, port: port)
  }

  private static func withDescriptor<R>(of channel: any Channel, _ body: (CInt) -> R?) -> R? {
    guard channel.isActive else { return nil }
    let result = try? channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) {
      body($0)
    }
    return result.flatMap { $0 }.flatMap { $0 }
  }
}
