/// What curl's options say about TLS, in both directions.
struct CurlTLS {
  private var tls = RequestTLS()
  private var certificate = ""
  private var isPKCS12 = false

  init() {}

  /// The options that were taken.
  var options: RequestTLS {
    var options = tls
    if isPKCS12 { options.pkcs12 = certificate } else { options.clientCertificate = certificate }
    return options
  }

  /// Takes an option that is about TLS.
  mutating func take(_ name: String, _ option: CurlOption, _ value: String) throws(CurlError) {
    switch option {
    case .authorities:
      // The file takes the place of the system's authorities.
      tls.trustAnchors = [value]
      tls.trustsSystem = false
    case .certificate: takeCertificate(value)
    case .certificateType:
      switch value.uppercased() {
      case "P12": isPKCS12 = true
      case "PEM": isPKCS12 = false
      default: throw .wrongValue(option: name, value: value)
      }
    case .tlsText(let text): tls[keyPath: text.path] = value
    case .tlsList(let list): tls[keyPath: list.path] = value.split(separator: ":").map(String.init)
    case .maximumTLS:
      guard let version = RequestTLS.Version(rawValue: value) else {
        if value == "default" { return }
        throw .wrongValue(option: name, value: value)
      }
      tls.maximumVersion = version
      if tls.minimumVersion.rawValue > version.rawValue { tls.minimumVersion = version }
    case .minimumTLS(let version): tls.minimumVersion = version
    case .noALPN: tls.alpn = []
    case .noSessions: tls.resumesSessions = false
    default: break
    }
  }

  /// "file" or "file:passphrase"; a backslash before a colon or a backslash takes its meaning away.
  private mutating func takeCertificate(_ value: String) {
    certificate = ""
    var rest = value[...]
    while let character = rest.popFirst() {
      if character == "\\", let next = rest.first, next == ":" || next == "\\" {
        certificate.append(next)
        rest = rest.dropFirst()
      } else if character == ":" {
        tls.passphrase = String(rest)
        return
      } else {
        certificate.append(character)
      }
    }
  }

  /// The words that tell curl the options, as far as it has any; never the passphrase, for which curl asks by itself.
  static func words(_ tls: RequestTLS) -> [String] {
    let standard = RequestTLS()
    // curl takes one file of authorities.
    var words = tls.trustAnchors.count == 1 ? ["--cacert", tls.trustAnchors[0]] : []
    let file = tls.pkcs12.isEmpty ? tls.clientCertificate : tls.pkcs12
    if !file.isEmpty {
      words += ["--cert", file.replacing("\\", with: "\\\\").replacing(":", with: "\\:")]
      if !tls.pkcs12.isEmpty { words += ["--cert-type", "P12"] }
    }
    if tls.pkcs12.isEmpty, !tls.clientKey.isEmpty { words += ["--key", tls.clientKey] }
    if tls.minimumVersion != standard.minimumVersion { words.append("--tlsv\(tls.minimumVersion.rawValue)") }
    if tls.maximumVersion != standard.maximumVersion { words += ["--tls-max", tls.maximumVersion.rawValue] }
    for (name, list) in [("--ciphers", tls.ciphers), ("--tls13-ciphers", tls.tls13Ciphers), ("--curves", tls.groups)]
    where !list.isEmpty {
      words += [name, list.joined(separator: ":")]
    }
    if tls.alpn == [] { words.append("--no-alpn") }
    if !tls.resumesSessions { words.append("--no-sessionid") }
    return words
  }
}
