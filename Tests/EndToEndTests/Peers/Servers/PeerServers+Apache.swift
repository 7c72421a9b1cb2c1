import Foundation

extension PeerServers {
  static func apache(_ sandbox: Sandbox) throws -> Start {
    let (port, tlsPort) = try (LoopbackPort.free(), LoopbackPort.free())
    let modules = ["mpm_event", "authz_core", "dir", "mime", "filter", "deflate", "ssl", "http2"].map {
      "LoadModule \($0)_module /usr/lib/apache2/modules/mod_\($0).so"
    }
    try sandbox.write(
      """
      ServerRoot \(sandbox.path)
      ServerName 127.0.0.1
      Listen 127.0.0.1:\(port)
      Listen 127.0.0.1:\(tlsPort)
      PidFile \(sandbox.file("apache.pid"))
      Mutex file:\(sandbox.path) default
      ErrorLog \(sandbox.file("apache.log"))
      \(modules.joined(separator: "\n"))
      \(getuid() == 0 ? "User nobody\nGroup nogroup" : "")
      TypesConfig /dev/null
      AddType text/plain .txt
      AddOutputFilterByType DEFLATE text/plain
      Protocols h2 h2c http/1.1
      DocumentRoot \(sandbox.file("site"))
      DirectoryIndex index.html
      <VirtualHost 127.0.0.1:\(tlsPort)>
      SSLEngine on
      SSLCertificateFile \(sandbox.file("certificate.pem"))
      SSLCertificateKeyFile \(sandbox.file("key.pem"))
      </VirtualHost>

      """, to: "apache.conf")
    // What Apache serves is read by a user that is not root.
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: sandbox.path)
    return Start(
      program: .apache, arguments: ["-X", "-d", sandbox.path, "-f", sandbox.file("apache.conf")],
      places: [.apache: port, .apacheTLS: tlsPort])
  }
}
