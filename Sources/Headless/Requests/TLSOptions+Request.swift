package import Connections
import TLSEngine
package import Workspaces

extension TLSOptions {
  /// What a prepared request's options ask for; reads the files that they name, and blocks for that long.
  package init(_ options: RequestOptions) throws(TLSFileError) {
    self.init()
    let tls = options.tls
    verifiesCertificates = options.verifiesCertificates
    trustsSystem = tls.trustsSystem
    trustAnchorsPEM = try tls.trustAnchors.filter { !$0.isEmpty }.map { path throws(TLSFileError) in
      try TLSFile.text(path, .authorities)
    }
    identity = try Self.identity(tls)
    serverName = tls.serverName.isEmpty ? nil : tls.serverName
    sendsServerName = tls.sendsServerName
    minimumVersion = TLSVersion(tls.minimumVersion)
    maximumVersion = TLSVersion(tls.maximumVersion)
    algorithms = TLSAlgorithms(ciphers: tls.ciphers, tls13Ciphers: tls.tls13Ciphers, groups: tls.groups)
    applicationProtocols = tls.alpn
    resumes = tls.resumesSessions
    for text in tls.acceptedCertificates where !text.isEmpty {
      guard let fingerprint = CertificateFingerprint(text) else { throw .noFingerprint(text) }
      acceptedCertificates.insert(fingerprint)
    }
  }

  private static func identity(_ tls: RequestTLS) throws(TLSFileError) -> TLSIdentity? {
    let passphrase = tls.passphrase.isEmpty ? nil : tls.passphrase
    if !tls.pkcs12.isEmpty { return .pkcs12(try TLSFile.bytes(tls.pkcs12, .pkcs12), passphrase: passphrase) }
    if tls.clientCertificate.isEmpty { return nil }
    let chain = try TLSFile.text(tls.clientCertificate, .certificate)
    let key = tls.clientKey.isEmpty ? chain : try TLSFile.text(tls.clientKey, .key)
    return .pem(chain: chain, key: key, passphrase: passphrase)
  }
}

extension TLSVersion {
  fileprivate init(_ version: RequestTLS.Version) {
    self =
      switch version {
      case .tls10: .tls10
      case .tls11: .tls11
      case .tls12: .tls12
      case .tls13: .tls13
      }
  }
}
