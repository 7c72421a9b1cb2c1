extension PeerServers {
  /// `openssl s_server` as it is, with nothing newer than TLS 1.1, and with a client's certificate demanded.
  static func opensslServers(_ sandbox: Sandbox) throws -> [Start] {
    let kinds: [(PeerPlace, [String])] = [
      (.opensslGood, []), (.opensslOld, ["-tls1_1", "-cipher", "DEFAULT:@SECLEVEL=0"]),
      (.opensslWantingCertificate, ["-Verify", "1", "-verify_return_error"]),
    ]
    return try kinds.map { place, options in
      let port = try LoopbackPort.free()
      return Start(
        program: .openssl,
        arguments: [
          "s_server", "-accept", "127.0.0.1:\(port)", "-cert", sandbox.file("certificate.pem"), "-key",
          sandbox.file("key.pem"), "-www", "-quiet",
        ] + options, places: [place: port])
    }
  }
}
