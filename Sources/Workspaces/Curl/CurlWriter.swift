/// Writes the shell command that sends what a prepared request sends.
struct CurlWriter {
  private let request: PreparedRequest
  private var words = ["curl"]

  static func command(for request: PreparedRequest) -> CurlCommand.Text {
    var writer = CurlWriter(request: request)
    guard let command = writer.curl() else {
      let pipe = SocketPipe(request: request)
      return CurlCommand.Text(command: pipe.command, omissions: pipe.omissions)
    }
    let hasRate = rate(request.options.networkCondition) != nil
    return CurlCommand.Text(command: command, omissions: CurlOmissions.words(request, hasRate: hasRate))
  }

  private init(request: PreparedRequest) {
    self.request = request
  }

  // MARK: curl

  /// The curl command, or nil for a request that curl cannot be told to send.
  private mutating func curl() -> String? {
    let isFile = request.filePath != nil || request.codedFile != nil
    // Of a request with a file only the head is at hand: it is read with the length that it announces left out.
    guard let parts = isFile ? CurlHead(request.bytes) : (try? RawRequestParts(request.bytes)).map(CurlHead.init),
      parts.isExpressible, parts.method != "CONNECT"
    else { return nil }
    if let version = version(parts) { words.append(version) }
    let hasBody = isFile || !parts.content.isEmpty || parts.announcesNothing
    if parts.method == "HEAD", !hasBody {
      words.append("--head")
    } else if parts.method != (hasBody ? "POST" : "GET") {
      words += ["-X", parts.method]
    }
    appendOptions()
    if let login = request.digestLogin {
      guard ShellQuoting.canQuote(login.user), ShellQuoting.canQuote(login.password) else { return nil }
      words += ["--digest", "--user", "\(login.user):\(login.password)"]
    }
    appendFields(parts, hasBody: hasBody)
    var input: String?
    if let (path, coding) = request.codedFile {
      words += ["--data-binary", "@-"]
      input = SocketPipe.compressing(path, coding)
    } else if let path = request.filePath {
      guard ShellQuoting.canQuote(path) else { return nil }
      words += ["--data-binary", "@\(path)"]
    } else if hasBody {
      if let text = String(validating: parts.content, as: UTF8.self), ShellQuoting.canQuote(text) {
        words += ["--data-raw", text]
      } else {
        words += ["--data-binary", "@-"]
        input = ShellQuoting.printf(parts.content)
      }
    }
    appendURL(parts.target)
    let command = words.map(ShellQuoting.word).joined(separator: " ")
    return input.map { "\($0) | \(command)" } ?? command
  }

  private func version(_ parts: CurlHead) -> String? {
    let isSecure = request.scheme == "https"
    if request.options.httpVersion == .http2Upgrade { return "--http2" }
    if request.options.httpVersion == .http2 { return isSecure ? "--http2" : "--http2-prior-knowledge" }
    return parts.version == "HTTP/1.0" ? "--http1.0" : isSecure ? "--http1.1" : nil
  }

  private mutating func appendOptions() {
    let options = request.options
    let standard = RequestOptions()
    if !options.verifiesCertificates { words.append("--insecure") }
    if request.scheme == "https" { words += CurlTLS.words(options.tls) }
    if options.redirects == .follow {
      words.append("--location")
      if options.redirectLimit != standard.redirectLimit { words += ["--max-redirs", String(options.redirectLimit)] }
    }
    if options.connectTimeoutMilliseconds != standard.connectTimeoutMilliseconds {
      words += ["--connect-timeout", Self.seconds(options.connectTimeoutMilliseconds)]
    }
    if options.totalTimeoutMilliseconds > 0 { words += ["--max-time", Self.seconds(options.totalTimeoutMilliseconds)] }
    if options.continueTimeoutMilliseconds != standard.continueTimeoutMilliseconds {
      words += ["--expect100-timeout", Self.seconds(options.continueTimeoutMilliseconds)]
    }
    if options.socketPath.hasPrefix("@") {
      words += ["--abstract-unix-socket", String(options.socketPath.dropFirst())]
    } else if !options.socketPath.isEmpty {
      words += ["--unix-socket", options.socketPath]
    }
    if let rate = Self.rate(options.networkCondition) { words += ["--limit-rate", rate] }
    if !options.proxy.isEmpty { words += ["--proxy", options.proxy == "direct" ? "" : options.proxy] }
    switch options.addresses {
    case .any: break
    case .ipv4: words.append("--ipv4")
    case .ipv6: words.append("--ipv6")
    }
  }

  /// The rate of a condition that lets as much pass each way and does nothing else, which curl can do, too.
  private static func rate(_ condition: String) -> String? {
    let pieces = condition.split(separator: ",").map { $0.split(separator: "=").map(String.init) }
    guard pieces.count == 2, pieces.allSatisfy({ $0.count == 2 }), pieces[0][1] == pieces[1][1],
      Set(pieces.map { $0[0] }) == ["up", "down"]
    else { return nil }
    return pieces[0][1]
  }

  private static func seconds(_ milliseconds: Int) -> String { String(Double(milliseconds) / 1000) }

  private mutating func appendFields(_ parts: CurlHead, hasBody: Bool) {
    let url = try? RequestURL("\(request.scheme)://\(host):\(request.port)/")
    for (name, value) in parts.fields {
      let key = name.lowercased()
      // curl asks for the upgrade by itself.
      if request.options.httpVersion == .http2Upgrade, ["connection", "upgrade", "http2-settings"].contains(key) {
        continue
      }
      if key == "host", value == url?.authority { continue }
      if key == "content-length", value == String(parts.length(request)) { continue }
      words += ["-H", value.isEmpty ? "\(name);" : "\(name): \(value)"]
      if key == "accept-encoding", !words.contains("--compressed") { words.append("--compressed") }
    }
    // What curl would add by itself and the request does not have.
    var own = ["Host", "User-Agent", "Accept"]
    if hasBody { own.append("Content-Type") }
    if hasBody, parts.length(request) > 1024 { own.append("Expect") }
    for name in own where !parts.fields.contains(where: { $0.name.lowercased() == name.lowercased() }) {
      words += ["-H", "\(name):"]
    }
  }

  private mutating func appendURL(_ target: String) {
    let port = request.port == (request.scheme == "https" ? 443 : 80) ? "" : ":\(request.port)"
    let origin = "\(request.scheme)://\(host)\(port)"
    let isPath = target.hasPrefix("/") && (try? RequestURL("http://h\(target)"))?.target == target
    if !isPath { words += ["--request-target", target] }
    let url = origin + (isPath ? target : "/")
    // Brackets and braces are patterns to curl.
    if url.contains(where: { "[]{}".contains($0) }) { words.append("--globoff") }
    words.append(url)
  }

  private var host: String {
    request.host.contains(":") ? "[\(request.host)]" : request.host
  }
}
