import ContentCodings

/// The shell command that sends a request's bytes as they are: into `nc`, or into `openssl s_client` for https.
struct SocketPipe {
  let request: PreparedRequest

  var command: String {
    let pieces = request.parts.map { part in
      switch part {
      case .bytes(let bytes): ShellQuoting.printf(bytes)
      case .file(let path, _): "cat -- \(ShellQuoting.word(path))"
      case .codedFile(let path, _, let coding, _): Self.compressing(path, coding)
      }
    }
    let source = pieces.count == 1 ? pieces[0] : "{ \(pieces.joined(separator: "; ")); }"
    let end = request.scheme == "https" ? openSSL : netcat
    return "\(source) | \(end.map(ShellQuoting.word).joined(separator: " "))"
  }

  /// What the request asks for and the command does not do, in words.
  var omissions: [String] {
    let options = request.options
    var words: [String] = []
    if options.httpVersion == .http2 { words.append("HTTP/2") }
    if request.digestLogin != nil { words.append("the answer to a challenge by digest") }
    if !options.proxy.isEmpty, options.proxy != "direct", proxyAddress == nil { words.append("the proxy") }
    if request.scheme == "https" {
      words += CurlOmissions.tls(options.tls)
      if !options.tls.pkcs12.isEmpty { words.append("the PKCS #12 file") }
      if !options.tls.resumesSessions { words.append("that no session is resumed") }
    }
    if options.totalTimeoutMilliseconds > 0 { words.append("the time limit") }
    if !options.networkCondition.isEmpty { words.append("the network condition") }
    return words + CurlOmissions.times(options)
  }

  private var netcat: [String] {
    let options = request.options
    if !options.socketPath.isEmpty { return ["nc", "-U", "--", options.socketPath] }
    return ["nc"] + addresses + ["--", request.host, String(request.port)]
  }

  private var addresses: [String] {
    switch request.options.addresses {
    case .any: []
    case .ipv4: ["-4"]
    case .ipv6: ["-6"]
    }
  }

  private var openSSL: [String] {
    let (options, tls) = (request.options, request.options.tls)
    let host = request.host.contains(":") ? "[\(request.host)]" : request.host
    var words = ["openssl", "s_client", "-quiet"]
    if options.socketPath.isEmpty {
      words += ["-connect", "\(host):\(request.port)"] + addresses
    } else {
      words += ["-unix", options.socketPath]
    }
    if let proxyAddress { words += ["-proxy", proxyAddress] }
    let name = tls.serverName.isEmpty ? request.host : tls.serverName
    words += tls.sendsServerName ? ["-servername", name] : ["-noservername"]
    if options.verifiesCertificates, tls.acceptedCertificates.isEmpty {
      let isAddress = name.contains(":") || name.allSatisfy { $0.isNumber || $0 == "." }
      words += ["-verify_return_error", isAddress ? "-verify_ip" : "-verify_hostname", name]
    }
    if let file = tls.trustAnchors.first, tls.trustAnchors.count == 1 { words += ["-CAfile", file] }
    if tls.pkcs12.isEmpty, !tls.clientCertificate.isEmpty {
      words += ["-cert", tls.clientCertificate, "-cert_chain", tls.clientCertificate]
      words += ["-key", tls.clientKey.isEmpty ? tls.clientCertificate : tls.clientKey]
    }
    let standard = RequestTLS()
    if tls.minimumVersion != standard.minimumVersion { words += ["-min_protocol", Self.name(tls.minimumVersion)] }
    if tls.maximumVersion != standard.maximumVersion { words += ["-max_protocol", Self.name(tls.maximumVersion)] }
    for (option, list) in [("-cipher", tls.ciphers), ("-ciphersuites", tls.tls13Ciphers), ("-groups", tls.groups)]
    where !list.isEmpty {
      words += [option, list.joined(separator: ":")]
    }
    if let protocols = tls.alpn, !protocols.isEmpty { words += ["-alpn", protocols.joined(separator: ",")] }
    return words
  }

  private static func name(_ version: RequestTLS.Version) -> String {
    version == .tls10 ? "TLSv1" : "TLSv\(version.rawValue)"
  }

  /// A proxy that `openssl s_client` can ask for a tunnel: one of plain HTTP without a password.
  private var proxyAddress: String? {
    let proxy = request.options.proxy
    guard request.scheme == "https", proxy.hasPrefix("http://"), !proxy.contains("@") else { return nil }
    return proxy.dropFirst("http://".count).split(separator: "/").first.map(String.init)
  }

  /// The command that compresses a file to standard output.
  static func compressing(_ path: String, _ coding: ContentCoding) -> String {
    let program =
      switch coding {
      case .identity: "cat"
      case .gzip: "gzip -c"
      case .deflate: "pigz -c -z"
      case .br: "brotli -c"
      case .zstd: "zstd -c"
      }
    return "\(program) -- \(ShellQuoting.word(path))"
  }
}
