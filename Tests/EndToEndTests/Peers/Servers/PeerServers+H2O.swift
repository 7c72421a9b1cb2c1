import Glibc

extension PeerServers {
  static func h2o(_ sandbox: Sandbox) throws -> Start {
    let (port, tlsPort) = try (LoopbackPort.free(), LoopbackPort.free())
    try sandbox.write(
      """
      \(getuid() == 0 ? "user: root" : "")
      pid-file: \(sandbox.file("h2o.pid"))
      num-threads: 1
      listen:
        host: 127.0.0.1
        port: \(port)
      listen:
        host: 127.0.0.1
        port: \(tlsPort)
        ssl:
          certificate-file: \(sandbox.file("certificate.pem"))
          key-file: \(sandbox.file("key.pem"))
          ocsp-update-interval: 0
      hosts:
        default:
          compress: [gzip]
          paths:
            "/":
              file.dir: \(sandbox.file("site"))

      """, to: "h2o.conf")
    return Start(
      program: .h2o, arguments: ["-c", sandbox.file("h2o.conf")], places: [.h2o: port, .h2oTLS: tlsPort])
  }
}
