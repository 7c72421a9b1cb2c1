extension PeerServers {
  /// nghttpd, which speaks HTTP/2 and nothing else, without TLS.
  static func nghttpd(_ sandbox: Sandbox) throws -> Start {
    let port = try LoopbackPort.free()
    return Start(
      program: .nghttpd, arguments: ["--no-tls", "-a", "127.0.0.1", "-d", sandbox.file("site"), "\(port)"],
      places: [.nghttpd: port])
  }
}
