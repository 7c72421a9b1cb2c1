extension PeerServers {
  static func tinyproxy(_ sandbox: Sandbox) throws -> Start {
    let port = try LoopbackPort.free()
    try sandbox.write(
      "Port \(port)\nListen 127.0.0.1\nTimeout 20\nLogLevel Critical\nMaxClients 20\n", to: "tinyproxy.conf")
    return Start(
      program: .tinyproxy, arguments: ["-d", "-c", sandbox.file("tinyproxy.conf")], places: [.tinyproxy: port])
  }

  static func microsocks(_ sandbox: Sandbox) throws -> Start {
    let port = try LoopbackPort.free()
    return Start(
      program: .microsocks, arguments: ["-i", "127.0.0.1", "-p", "\(port)"], places: [.microsocks: port])
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
