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
      return TCPFacts(info)
    }
  }

  /// How the system has set the socket; nil for one that is closed.
  static func settings(of channel: any Channel) -> SocketSettings? {
    withDescriptor(of: channel) { descriptor in
      guard let sendBuffer = option(SO_SNDBUF, SOL_SOCKET, of: descriptor),
        let receiveBuffer = option(SO_RCVBUF, SOL_SOCKET, of: descriptor)
      else { return nil }
      let tcp = Int32(IPPROTO_TCP)
      return SocketSettings(
        sendsAtOnce: option(TCP_NODELAY, tcp, of: descriptor).map { $0 != 0 } ?? true,
        probesSilentPeer: option(SO_KEEPALIVE, SOL_SOCKET, of: descriptor).map { $0 != 0 } ?? false,
        sendBuffer: sendBuffer, receiveBuffer: receiveBuffer,
        maximumSegmentSize: option(TCP_MAXSEG, tcp, of: descriptor), congestionControl: congestionControl(descriptor))
    }
  }

  /// How many bytes wait in the kernel to be read.
  static func unreadCount(of channel: any Channel) -> Int {
    withDescriptor(of: channel) { Int(barewire_unread(CInt($0))) } ?? 0
  }

  /// Lets a socket that is not connected yet come from an interface only.
  static func bind(_ channel: any Channel, toInterface name: String) throws {
    let failure = try channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(
      of: NIOBSDSocket.Handle.self
    ) { descriptor in
      setsockopt(descriptor, SOL_SOCKET, SO_BINDTODEVICE, name, socklen_t(name.utf8.count)) == 0 ? 0 : errno
    }
    if let failure, failure != 0 { throw IOError(errnoCode: failure, reason: "SO_BINDTODEVICE") }
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
    guard let address else { return nil }
    if case .unixDomainSocket = address { return .socket(path: address.pathname ?? "") }
    guard let ip = address.ipAddress, let port = address.port else { return nil }
    return NetworkAddress(ip: ip, port: port)
  }

  private static func option(_ name: CInt, _ level: CInt, of descriptor: CInt) -> Int? {
    var value: CInt = 0
    var size = socklen_t(MemoryLayout<CInt>.size)
    return getsockopt(descriptor, level, name, &value, &size) == 0 ? Int(value) : nil
  }

  private static func congestionControl(_ descriptor: CInt) -> String? {
    var name = [UInt8](repeating: 0, count: 16)
    var size = socklen_t(name.count)
    guard getsockopt(descriptor, Int32(IPPROTO_TCP), TCP_CONGESTION, &name, &size) == 0 else { return nil }
    return String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func withDescriptor<R>(of channel: any Channel, _ body: (CInt) -> R?) -> R? {
    guard channel.isActive else { return nil }
    let result = try? channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) {
      body($0)
    }
    return result.flatMap { $0 }.flatMap { $0 }
  }
}

extension TCPFacts {
  fileprivate init(_ info: barewire_tcp_info) {
    self.init(
      roundTripMicroseconds: Int(info.rtt), roundTripVarianceMicroseconds: Int(info.rttvar),
      congestionWindow: Int(info.snd_cwnd), retransmissions: Int(info.total_retrans), lost: Int(info.lost),
      maximumSegmentSize: Int(info.snd_mss), pathMTU: Int(info.pmtu))
    // While a connection has sent nothing, the kernel gives all bits for a round trip that it does not know.
    minimumRoundTripMicroseconds = info.min_rtt == .max ? 0 : Int(info.min_rtt)
    // The SYN counts as a byte that was acknowledged.
    bytesAcknowledged = max(0, Int(clamping: info.bytes_acked) - 1)
    bytesReceived = Int(clamping: info.bytes_received)
    segmentsSent = Int(info.segs_out)
    segmentsReceived = Int(info.segs_in)
    deliveryRate = Int(clamping: info.delivery_rate)
    pacingRate = info.pacing_rate == .max ? 0 : Int(clamping: info.pacing_rate)
    peerWindow = Int(info.snd_wnd)
    windowLimitedMicroseconds = Int(clamping: info.rwnd_limited)
  }
}
