import ArgumentParser
import Foundation
import Headless
import Workspaces

/// How the connection to an https URL is secured.
struct SecurityOptions: ParsableArguments {
  enum Minimum: String, EnumerableFlag {
    case tls10, tls11, tls12, tls13

    static func name(for value: Minimum) -> NameSpecification { .customLong("tlsv" + value.version.rawValue) }

    static func help(for value: Minimum) -> ArgumentHelp? { "Offer nothing older than TLS \(value.version.rawValue)." }

    var version: RequestTLS.Version {
      switch self {
      case .tls10: .tls10
      case .tls11: .tls11
      case .tls12: .tls12
      case .tls13: .tls13
      }
    }
  }

  @Flag(help: "Accept any certificate.")
  var insecure = false

  @Option(
    name: .customLong("accept-certificate"),
    help: ArgumentHelp("Accept this certificate although it does not verify; repeatable.", valueName: "sha256"))
  var acceptedCertificates: [String] = []

  @Option(
    name: .customLong("cacert"),
    help: ArgumentHelp("Trust these authorities (PEM) instead of the system's; repeatable.", valueName: "file"))
  var authorities: [String] = []

  @Option(
    name: [.customShort("E"), .customLong("cert")],
    help: ArgumentHelp("Show this certificate to a server that asks (PEM, or PKCS #12).", valueName: "file"))
  var certificate: String?

  @Option(name: .customLong("cert-type"), help: ArgumentHelp("PEM or P12.", valueName: "type"))
  var certificateType = "PEM"

  @Option(help: ArgumentHelp("The key of the certificate, where its file has none.", valueName: "file"))
  var key: String?

  @Option(
    name: .customLong("pass"),
    help: ArgumentHelp("What the key is encrypted with; others on this machine may see it.", valueName: "passphrase"))
  var passphrase: String?

  @Option(
    name: .customLong("servername"),
    help: ArgumentHelp("Ask for this host, which the certificate must name, instead of the URL's.", valueName: "name"))
  var serverName: String?

  @Flag(exclusivity: .exclusive) var minimum: Minimum?

  @Option(name: .customLong("tls-max"), help: ArgumentHelp("Offer nothing newer: 1.0 to 1.3.", valueName: "version"))
  var maximum: String?

  @Option(help: ArgumentHelp("Cipher suites up to TLS 1.2, with colons between.", valueName: "names"))
  var ciphers: String?

  @Option(name: .customLong("tls13-ciphers"), help: ArgumentHelp("Cipher suites of TLS 1.3.", valueName: "names"))
  var tls13Ciphers: String?

  @Option(help: ArgumentHelp("Key exchange groups, with colons between.", valueName: "names"))
  var curves: String?

  @Flag(name: .customLong("no-alpn"), help: "Offer no application protocols.")
  var offersNoProtocols = false

  @Flag(name: .customLong("no-sessionid"), help: "Resume no session.")
  var resumesNoSession = false

  func validate() throws {
    if let maximum, RequestTLS.Version(rawValue: maximum) == nil {
      throw ValidationError("--tls-max \(maximum) is no version: give 1.0, 1.1, 1.2 or 1.3.")
    }
    if !["PEM", "P12"].contains(certificateType.uppercased()) {
      throw ValidationError("--cert-type \(certificateType) cannot be read: give PEM or P12.")
    }
  }

  func apply(to order: inout SendOrder) throws {
    var tls = order.request.options.tls
    if insecure { order.request.options.verifiesCertificates = false }
    tls.acceptedCertificates += acceptedCertificates
    if !authorities.isEmpty {
      tls.trustAnchors = authorities.map(Self.absolute)
      tls.trustsSystem = false
    }
    if let certificate {
      let isPKCS12 = certificateType.uppercased() == "P12"
      tls.pkcs12 = isPKCS12 ? Self.absolute(certificate) : ""
      tls.clientCertificate = isPKCS12 ? "" : Self.absolute(certificate)
      tls.clientKey = ""
    }
    if let key { tls.clientKey = Self.absolute(key) }
    if let passphrase { tls.passphrase = passphrase }
    if let serverName { tls.serverName = serverName }
    if let minimum { tls.minimumVersion = minimum.version }
    if let maximum, let version = RequestTLS.Version(rawValue: maximum) {
      tls.maximumVersion = version
      if tls.minimumVersion.rawValue > maximum { tls.minimumVersion = version }
    }
    func set(_ names: String?, _ path: WritableKeyPath<RequestTLS, [String]>) {
      if let names { tls[keyPath: path] = names.split(separator: ":").map(String.init) }
    }
    set(ciphers, \.ciphers)
    set(tls13Ciphers, \.tls13Ciphers)
    set(curves, \.groups)
    if offersNoProtocols { tls.alpn = [] }
    if resumesNoSession { tls.resumesSessions = false }
    order.request.options.tls = tls
    order.keyLogPath = KeyLogVariable.path
  }

  /// Paths of the command line start at the working directory, wherever the saved request stands.
  private static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }
}

/// The variable with which people ask every program for the secrets of its TLS connections.
enum KeyLogVariable {
  /// The file; nil where nobody asks.
  static var path: String? {
    let path = ProcessInfo.processInfo.environment["SSLKEYLOGFILE"]
    return path?.isEmpty == false ? path : nil
  }
}
