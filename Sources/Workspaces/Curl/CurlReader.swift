/// Makes the request that a curl command line would send.
struct CurlReader {
  private var request = SavedRequest(name: "From curl")
  private var method: String?
  private var data: [(kind: CurlOption.DataKind, option: String, text: String)] = []
  private var cookies: [String] = []
  private var query: [String] = []
  private var uploadFile: String?
  private var sendsDataAsQuery = false
  private var asksForHead = false
  private var isDigest = false
  private var proxy: (text: String, scheme: String)?
  private var proxyUser: String?
  private var notes: [String] = []
  private var tls = CurlTLS()

  static func request(_ words: [String]) throws(CurlError) -> SavedRequest {
    let arguments = try CurlArguments(words)
    if arguments.urls.count > 1 { throw .severalURLs }
    guard let url = arguments.urls.first else { throw .missingURL }
    var reader = CurlReader()
    reader.request.url = url
    for (name, option, value) in arguments.options { try reader.take(name, option, value) }
    return try reader.finish()
  }

  // MARK: Options

  private mutating func take(_ name: String, _ option: CurlOption, _ value: String) throws(CurlError) {
    switch option {
    case .method: method = value
    case .header: try takeHeader(value)
    case .data(let kind): data.append((kind, name, value))
    case .user:
      let halves = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      request.auth = .basic(user: halves[0], password: halves.count > 1 ? halves[1] : "")
    case .bearer: request.auth = .bearer(token: value)
    case .cookie:
      guard value.contains("=") else { throw .notSupported(option: name, reason: "files of cookies are not read") }
      cookies.append(value)
    case .userAgent: takeField("User-Agent", value)
    case .referer:
      let referer = value.hasSuffix(";auto") ? String(value.dropLast(5)) : value
      if !referer.isEmpty { request.fields.append(NamedValue("Referer", referer)) }
    case .url: break
    case .urlQuery: query.append(value)
    case .maxTime: request.options.totalTimeoutMilliseconds = try milliseconds(name, value)
    case .connectTimeout: request.options.connectTimeoutMilliseconds = try milliseconds(name, value)
    case .continueTimeout: request.options.continueTimeoutMilliseconds = try milliseconds(name, value)
    case .unixSocket: request.options.socketPath = value
    case .abstractSocket: request.options.socketPath = "@" + value
    case .proxy(let scheme): takeProxy(value, scheme)
    case .proxyUser: proxyUser = value
    case .limitRate: request.options.networkCondition = "down=\(value),up=\(value)"
    case .maxRedirects: request.options.redirectLimit = try redirectLimit(name, value)
    case .uploadFile: uploadFile = value
    case .authorities, .certificate, .certificateType, .tlsText, .tlsList, .maximumTLS, .minimumTLS, .noALPN,
      .noSessions:
      try tls.take(name, option, value)
    case .get: sendsDataAsQuery = true
    case .head: asksForHead = true
    case .digest: isDigest = true
    case .insecure: request.options.verifiesCertificates = false
    case .followRedirects: request.options.redirects = .follow
    case .http10: request.options.httpVersion = .http10
    case .http11: request.options.httpVersion = .http11
    case .http2: request.options.httpVersion = .http2Upgrade
    case .http2PriorKnowledge: request.options.httpVersion = .http2
    case .ipv4: request.options.addresses = .ipv4
    case .ipv6: request.options.addresses = .ipv6
    case .noted(let words), .notedValue(let words): notes.append("\(name) was left out: \(words).")
    case .ignored, .ignoredValue, .refused, .refusedValue: break
    }
  }

  /// "Name: value" is a field, "Name;" one without a value, "Name:" takes curl's own away.
  private mutating func takeHeader(_ text: String) throws(CurlError) {
    if text.hasPrefix("@") { throw .notSupported(option: "-H", reason: "files of fields are not read") }
    if let colon = text.firstIndex(of: ":") {
      takeField(String(text[..<colon]), Self.trimmed(text[text.index(after: colon)...]))
    } else if text.hasSuffix(";") {
      request.fields.append(NamedValue(String(text.dropLast()), ""))
    } else {
      throw .wrongValue(option: "-H", value: text)
    }
  }

  private mutating func takeField(_ name: String, _ value: String) {
    if value.isEmpty {
      request.droppedAutomaticFields.insert(name.lowercased())
    } else {
      request.fields.append(NamedValue(name, value))
    }
  }

  /// An empty one says that there is none.
  private mutating func takeProxy(_ text: String, _ scheme: String) {
    proxy = text.isEmpty ? nil : (text, scheme)
    request.options.proxy = text.isEmpty ? "direct" : ""
  }

  private func milliseconds(_ name: String, _ value: String) throws(CurlError) -> Int {
    guard let seconds = Double(value), seconds >= 0, seconds < 1_000_000_000 else {
      throw .wrongValue(option: name, value: value)
    }
    return Int((seconds * 1000).rounded())
  }

  /// curl's -1 is as many as there are.
  private func redirectLimit(_ name: String, _ value: String) throws(CurlError) -> Int {
    guard let count = Int(value), count >= -1 else { throw .wrongValue(option: name, value: value) }
    return count < 0 ? 1000 : min(count, 1000)
  }

  // MARK: The request

  private mutating func finish() throws(CurlError) -> SavedRequest {
    if isDigest, request.auth.kind != .bearer {
      let (user, password) = request.auth.login ?? ("", "")
      request.auth = .digest(user: user, password: password)
    }
    if !cookies.isEmpty { request.fields.append(NamedValue("Cookie", cookies.joined(separator: "; "))) }
    if sendsDataAsQuery {
      query += try data.map { piece throws(CurlError) in try text(of: piece) }
    } else if let uploadFile {
      if uploadFile == "-" { throw .notSupported(option: "-T", reason: "there is no standard input here") }
      request.body = .file(path: uploadFile, contentType: takeContentType())
    } else if !data.isEmpty {
      try setBody()
    }
    if let proxy {
      request.options.proxy = ProxyText.url(proxy.text, scheme: proxy.scheme, user: proxyUser)
    }
    appendQuery()
    let standard =
      asksForHead ? "HEAD" : uploadFile != nil && !sendsDataAsQuery ? "PUT" : request.body == .none ? "GET" : "POST"
    request.method = method ?? standard
    request.options.tls = tls.options
    // Over TLS there is nothing to upgrade.
    if request.options.httpVersion == .http2Upgrade, request.url.lowercased().hasPrefix("https:") {
      request.options.httpVersion = .http2
    }
    request.note = notes.joined(separator: "\n")
    return request
  }

  private mutating func setBody() throws(CurlError) {
    let isJSON = data.contains { if case .json = $0.kind { true } else { false } }
    if isJSON {
      for (name, value) in [("Content-Type", RequestContent.jsonType), ("Accept", RequestContent.jsonType)]
      where !request.fields.contains(where: { $0.name.lowercased() == name.lowercased() }) {
        request.fields.append(NamedValue(name, value))
      }
    }
    if data.count == 1, let path = filePath(of: data[0]) {
      if path == "-" { throw .notSupported(option: data[0].option, reason: "there is no standard input here") }
      if case .plain = data[0].kind {
        notes.append("curl -d leaves out the line ends of “\(path)”; they are sent here.")
      }
      request.body = .file(path: path, contentType: takeContentType() ?? RequestContent.formType)
      return
    }
    let texts = try data.map { piece throws(CurlError) in try text(of: piece) }
    let content = texts.joined(separator: isJSON ? "" : "&")
    let type = takeContentType()
    switch type?.lowercased() {
    case RequestContent.jsonType: request.body = .json(content)
    case nil, RequestContent.formType:
      request.body =
        RequestContent.formEntries(Array(content.utf8)).map(RequestBody.form)
        ?? .text(content, contentType: RequestContent.formType)
    default: request.body = .text(content, contentType: type)
    }
  }

  /// Takes the Content-Type out of the fields, because the body has its own place for it.
  private mutating func takeContentType() -> String? {
    guard let index = request.fields.firstIndex(where: { $0.name.lowercased() == "content-type" }) else { return nil }
    return request.fields.remove(at: index).value
  }

  private mutating func appendQuery() {
    let pieces = query.filter { !$0.isEmpty }
    if pieces.isEmpty { return }
    let hash = request.url.firstIndex(of: "#") ?? request.url.endIndex
    let base = request.url[..<hash]
    let separator = base.contains("?") ? (base.hasSuffix("?") || base.hasSuffix("&") ? "" : "&") : "?"
    request.url = base + separator + pieces.joined(separator: "&") + request.url[hash...]
  }

  /// The file that a piece of data names, or nil where it is text.
  private func filePath(of piece: (kind: CurlOption.DataKind, option: String, text: String)) -> String? {
    switch piece.kind {
    case .plain, .binary, .json: piece.text.hasPrefix("@") ? String(piece.text.dropFirst()) : nil
    case .raw, .urlEncoded: nil
    }
  }

  private func text(
    of piece: (kind: CurlOption.DataKind, option: String, text: String)
  ) throws(CurlError) -> String {
    if filePath(of: piece) != nil {
      throw .notSupported(option: piece.option, reason: "a file can only be the whole body")
    }
    guard case .urlEncoded = piece.kind else { return piece.text }
    // "content", "=content", "name=content", "@file" or "name@file".
    let text = piece.text
    guard let mark = text.firstIndex(where: { $0 == "=" || $0 == "@" }) else { return Self.encoded(text[...]) }
    if text[mark] == "@" {
      throw .notSupported(option: piece.option, reason: "files are not read when a command is pasted")
    }
    let content = Self.encoded(text[text.index(after: mark)...])
    return mark == text.startIndex ? content : "\(text[..<mark])=\(content)"
  }

  private static func encoded(_ text: Substring) -> String {
    // As curl does: all but letters, digits and -._~.
    let bytes = PercentEncoding.encode(text.utf8, .form).flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: " "): Array("%20".utf8)
      case UInt8(ascii: "*"): Array("%2A".utf8)
      default: [byte]
      }
    }
    return String(decoding: bytes, as: UTF8.self).replacing("%7E", with: "~")
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" || last == "\r" || last == "\n" { text.removeLast() }
    return String(text)
  }
}
