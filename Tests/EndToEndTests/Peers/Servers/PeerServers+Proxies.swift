import Foundation

extension PeerServers {
  /// tinyproxy, another that asks for a password, and TLS in front of the first.
  static func httpProxies(_ sandbox: Sandbox) throws -> [Start] {
    let (open, secured, tls) = try (LoopbackPort.free(), LoopbackPort.free(), LoopbackPort.free())
    let common = "Listen 127.0.0.1\nTimeout 20\nLogLevel Critical\nMaxClients 20\n"
    try sandbox.write("Port \(open)\n\(common)", to: "tinyproxy.conf")
    try sandbox.write("Port \(secured)\n\(common)BasicAuth wire secret\nConnectPort 1\n", to: "tinyproxy-secured.conf")
    let pem = try ["certificate.pem", "key.pem"].map { try String(contentsOfFile: sandbox.file($0), encoding: .utf8) }
    try sandbox.write(pem.joined(), to: "haproxy.pem")
    try sandbox.write(
      """
      defaults
        mode tcp
        timeout connect 5s
        timeout client 20s
        timeout server 20s
      listen tls
        bind 127.0.0.1:\(tls) ssl crt \(sandbox.file("haproxy.pem"))
        server proxy 127.0.0.1:\(open)

      """, to: "haproxy.cfg")
    return [
      Start(program: .tinyproxy, arguments: ["-d", "-c", sandbox.file("tinyproxy.conf")], places: [.tinyproxy: open]),
      Start(
        program: .tinyproxy, arguments: ["-d", "-c", sandbox.file("tinyproxy-secured.conf")],
        places: [.tinyproxyWithPassword: secured]),
      Start(program: .haproxy, arguments: ["-db", "-f", sandbox.file("haproxy.cfg")], places: [.haproxyTLS: tls]),
    ]
  }

  static func microsocks(_ sandbox: Sandbox) throws -> [Start] {
    let (open, secured) = try (LoopbackPort.free(), LoopbackPort.free())
    return [
      Start(program: .microsocks, arguments: ["-i", "127.0.0.1", "-p", "\(open)"], places: [.microsocks: open]),
      Start(
        program: .microsocks, arguments: ["-i", "127.0.0.1", "-p", "\(secured)", "-u", "wire", "-P", "secret"],
        places: [.microsocksWithPassword: secured]),
    ]
  }

  static func dante(_ sandbox: Sandbox) throws -> Start {
    let port = try LoopbackPort.free()
    try sandbox.write(
      """
      logoutput: \(sandbox.file("dante.log"))
      internal: 127.0.0.1 port = \(port)
      external: 127.0.0.1
      socksmethod: none
      clientmethod: none
      client pass { from: 127.0.0.0/8 to: 0.0.0.0/0 }
      socks pass { from: 127.0.0.0/8 to: 127.0.0.0/8 }

      """, to: "dante.conf")
    return Start(
      program: .dante, arguments: ["-f", sandbox.file("dante.conf"), "-p", sandbox.file("dante.pid")],
      places: [.dante: port])
  }
}
