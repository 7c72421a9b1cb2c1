/// What a request asks for and no curl command line says, in words.
enum CurlOmissions {
  /// What curl has no option for.
  static func words(_ request: PreparedRequest, hasRate: Bool) -> [String] {
    let (options, tls) = (request.options, request.options.tls)
    var words: [String] = []
    if request.scheme == "https" {
      words += self.tls(tls)
      if tls.alpn?.isEmpty == false { words.append("the application protocols") }
      if !tls.serverName.isEmpty { words.append("the TLS server name") }
      if !tls.sendsServerName { words.append("that no server name is sent") }
    }
    if !options.networkCondition.isEmpty, !hasRate { words.append("the network condition") }
    return words + times(options)
  }

  /// What of TLS neither curl nor OpenSSL's program is told.
  static func tls(_ tls: RequestTLS) -> [String] {
    var words: [String] = []
    // Both take one file of authorities; curl takes it in the place of the system's.
    if tls.trustAnchors.count > 1 { words.append("your own authorities, because they are several files") }
    if tls.trustAnchors.count == 1, tls.trustsSystem { words.append("the system's authorities beside your own") }
    if tls.trustAnchors.isEmpty, !tls.trustsSystem { words.append("that the system's authorities are not trusted") }
    if !tls.acceptedCertificates.isEmpty { words.append("the accepted certificates") }
    if !tls.passphrase.isEmpty { words.append("the passphrase, which it asks for") }
    return words
  }

  /// Time limits that only Barewire has.
  static func times(_ options: RequestOptions) -> [String] {
    let standard = RequestOptions()
    let times: [(KeyPath<RequestOptions, Int>, String)] = [
      (\.handshakeTimeoutMilliseconds, "the handshake's time limit"),
      (\.firstByteTimeoutMilliseconds, "the first byte's time limit"),
      (\.idleTimeoutMilliseconds, "the time limit without bytes"),
    ]
    return times.filter { options[keyPath: $0.0] != standard[keyPath: $0.0] }.map(\.1)
  }
}
