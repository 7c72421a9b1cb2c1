extension PeerServers {
  static func caddy(_ sandbox: Sandbox) throws -> Start {
    let (port, tlsPort) = try (LoopbackPort.free(), LoopbackPort.free())
    let files = "root * \(sandbox.file("site"))\n  encode gzip\n  file_server"
    try sandbox.write(
      """
      {
        admin off
        auto_https off
        storage file_system \(sandbox.file("caddy"))
      }
      http://:\(port) {
        bind 127.0.0.1
        \(files)
      }
      https://127.0.0.1:\(tlsPort) {
        bind 127.0.0.1
        tls \(sandbox.file("certificate.pem")) \(sandbox.file("key.pem"))
        \(files)
      }
      http:// {
        bind unix/\(sandbox.file("caddy.sock"))
        \(files)
      }

      """, to: "Caddyfile")
    return Start(
      program: .caddy, arguments: ["run", "--config", sandbox.file("Caddyfile"), "--adapter", "caddyfile"],
      places: [.caddy: port, .caddyTLS: tlsPort])
  }
}
