import BenchmarkSupport
import Foundation
import TLSEngine

/// The server that everybody asks: one nginx, in the clear and over TLS.
struct Site {
  /// A path whose answer is short and needs no file.
  static let small = "/small"

  private let nginx: Nginx
  private let securePort: Int
  /// The root of its certificate, as a file.
  private let authority: String

  /// Starts it; it gives out what is in the folder `root` of `folder`.
  init(in folder: TemporaryFolder) throws {
    let issuer = try CertificateAuthority()
    let certificate = try issuer.issue(CertificateTemplate(names: ["127.0.0.1"]))
    func write(_ text: String, _ name: String) throws -> String {
      try text.write(toFile: folder.file(name), atomically: true, encoding: .utf8)
      return folder.file(name)
    }
    authority = try write(issuer.root.certificatePEM, "authority.pem")
    securePort = try FreePort.find()
    nginx = try Nginx(
      root: try folder.folder("root"), in: folder,
      more: """
            listen 127.0.0.1:\(securePort) ssl http2;
            ssl_certificate \(try write(certificate.chainPEM, "chain.pem"));
            ssl_certificate_key \(try write(certificate.privateKeyPEM, "key.pem"));
            ssl_protocols TLSv1.2 TLSv1.3;
            keepalive_requests 1000000000;
            location = \(Self.small) { default_type text/plain; return 200 "an answer of a few words\\n"; }
        """)
  }

  func url(_ path: String, _ carriage: Carriage) -> String {
    carriage.isSecured ? "https://127.0.0.1:\(securePort)\(path)" : "http://127.0.0.1:\(nginx.port)\(path)"
  }

  /// What a worker makes a `SiteRequest` of.
  func arguments(_ path: String, _ carriage: Carriage) -> [String] {
    [carriage.rawValue, "\(carriage.isSecured ? securePort : nginx.port)", path, authority]
  }

  /// What curl needs for a request.
  func curlArguments(_ path: String, _ carriage: Carriage) -> [String] {
    ["-s", "-f", carriage.curlOption, "--cacert", authority, url(path, carriage)]
  }
}
