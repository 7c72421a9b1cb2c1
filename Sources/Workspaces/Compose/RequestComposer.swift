import Foundation
import HTTPMessages

/// Turns a request into the exact bytes that are sent.
///
/// The order is: request line, Host, the form's fields in their order, then the automatic fields. An automatic field is
/// left out when the user dropped it or wrote a field of the same name. Names and values may break RFC 9110's rules, except
/// that no CR or LF gets into the head by accident. The bytes of a detached draft go out as they are.
package struct RequestComposer: Sendable {
  package var scope: VariableScope
  /// Where relative paths of body files start; nil means the working directory.
  package var baseDirectory: String?
  package var userAgent: String

  package init(scope: VariableScope, baseDirectory: String? = nil, userAgent: String) {
    self.scope = scope
    self.baseDirectory = baseDirectory
    self.userAgent = userAgent
  }

  /// The request's endpoint and bytes; reads only the size of a body's file.
  ///
  /// A request that is to authenticate by digest says nothing of it until it answers `challenges`: the values of the
  /// WWW-Authenticate fields that came for it.
  package func prepare(
    _ request: SavedRequest, answering challenges: [String] = []
  ) throws(ComposeError) -> PreparedRequest {
    let url = try self.url(of: request)
    let options = try self.options(request.options)
    if let raw = request.rawBytes { return prepareRaw(raw, request, url, options) }
    let method = try scope.resolveLine(request.method, at: .method)
    if method.isEmpty { throw .emptyMethod }
    var fields: [(name: String, value: String)] = []
    for field in request.fields where Self.isSent(field) {
      let name = try scope.resolveLine(field.name, at: .fieldName(field.name))
      fields.append((name, try scope.resolveLine(field.value, at: .fieldValue(field.name))))
    }
    let content = try content(of: request)
    if content.isCodedFile, request.options.httpVersion == .http10 { throw .codedFileNeedsChunks }
    let target = method == "CONNECT" ? "\(url.bracketedHost):\(url.port)" : url.target
    let digest = try digestLogin(request.auth, url)
    let authorization: String? =
      if let digest {
        try digest.authorization(answering: challenges, method: method, target: target)
      } else {
        try self.authorization(request.auth, url)
      }
    let automatic = AutomaticFields(
      method: method, authority: url.authority, fields: fields, content: content, authorization: authorization,
      version: request.options.httpVersion, userAgent: userAgent, dropped: request.droppedAutomaticFields,
      isSecure: url.scheme == "https")

    var head = MessageWriter()
    head.requestLine(method: method, target: target, version: request.options.httpVersion.inRequestLine)
    for field in automatic.first where field.isSent { head.field(name: field.name, value: field.value) }
    for field in fields { head.field(name: field.name, value: field.value) }
    for field in automatic.last where field.isSent { head.field(name: field.name, value: field.value) }
    head.endOfHead()

    var notes = Self.notes(url)
    if let user = url.user {
      let isSent = automatic.last.contains { $0.name == "Authorization" && $0.isSent } && request.auth == .none
      let isInDigest = request.auth.kind == .digest && request.auth.login?.user.isEmpty == true
      if !isInDigest { notes.append(isSent ? .userFromURL(user) : .userOfURLIgnored(user)) }
    }
    let body = automatic.isChunked ? content.chunkedParts : content.parts
    var prepared = PreparedRequest(
      scheme: url.scheme, host: url.host, port: url.port, method: method, target: target,
      parts: Self.joined([.bytes(head.bytes)] + body), options: options, isRaw: false, notes: notes)
    prepared.digestLogin = digest
    return prepared
  }

  /// The fields that Barewire adds to a request by itself, with their values as far as they can be told now.
  ///
  /// It never fails: an unknown variable stays as it is typed, a body that cannot be composed has no length.
  package func automaticFields(for request: SavedRequest) -> [AutomaticField] {
    if request.raw != nil { return [] }
    let urlText = Variables.resolveKnown(request.url, in: scope)
    let url = try? RequestURL(urlText)
    let fields = request.fields.filter(Self.isSent).map { field in
      (Variables.resolveKnown(field.name, in: scope), Variables.resolveKnown(field.value, in: scope))
    }
    let authorization = url.flatMap { try? self.authorization(request.auth, $0) } ?? Self.scheme(request.auth)
    let content = try? content(of: request)
    var automatic = AutomaticFields(
      method: Variables.resolveKnown(request.method, in: scope), authority: url?.authority ?? "", fields: fields,
      content: content ?? RequestContent(parts: [], length: 0, type: request.body.automaticType),
      authorization: authorization, version: request.options.httpVersion, userAgent: userAgent,
      dropped: request.droppedAutomaticFields, isSecure: url?.scheme == "https"
    ).all
    if content == nil, let index = automatic.firstIndex(where: { $0.name == "Content-Length" }) {
      automatic[index].value = "?"
    }
    return automatic
  }

  /// The body made ready, in the coding that the options ask for.
  func content(of request: SavedRequest) throws(ComposeError) -> RequestContent {
    try RequestContent(request.body, in: scope, baseDirectory: baseDirectory).coded(request.options.contentCoding)
  }

  /// The endpoint's URL with variables resolved.
  package func url(of request: SavedRequest) throws(ComposeError) -> RequestURL {
    let text = try scope.resolve(request.url, at: .url)
    do throws(RequestURLError) {
      return try RequestURL(text)
    } catch {
      throw .url(error)
    }
  }

  /// The options with their variables resolved; a relative path starts where that of a body's file does.
  private func options(_ typed: RequestOptions) throws(ComposeError) -> RequestOptions {
    var options = typed
    if !typed.socketPath.isEmpty {
      let path = try scope.resolve(typed.socketPath, at: .socketPath)
      options.socketPath = path.hasPrefix("@") ? path : BodyFile.absolute(path, baseDirectory: baseDirectory)
    }
    options.proxy = try scope.resolveLine(typed.proxy, at: .proxy)
    options.tls = try typed.tls.resolved(in: scope, baseDirectory: baseDirectory)
    return options
  }

  private func prepareRaw(
    _ raw: [UInt8], _ request: SavedRequest, _ url: RequestURL, _ options: RequestOptions
  ) -> PreparedRequest {
    // A server skips empty lines before the request line (RFC 9112 section 2.2).
    let line = raw.drop { $0 == 0x0D || $0 == 0x0A }.prefix { $0 != 0x0D && $0 != 0x0A }
    let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2).map { String(decoding: $0, as: UTF8.self) }
    return PreparedRequest(
      scheme: url.scheme, host: url.host, port: url.port, method: words.first ?? "",
      target: words.count > 1 ? words[1] : "", parts: [.bytes(raw)], options: options, isRaw: true,
      notes: Self.notes(url) + (url.user.map { [.userOfURLIgnored($0)] } ?? []))
  }

  /// The value of the Authorization field: of the form, else of the URL's user and password; nil without either.
  private func authorization(_ auth: RequestAuth, _ url: RequestURL) throws(ComposeError) -> String? {
    switch auth {
    case .none:
      guard let user = url.user else { return nil }
      return try Self.basic(user: user, password: url.password ?? "")
    case .basic(let user, let password):
      return try Self.basic(
        user: try scope.resolve(user, at: .user), password: try scope.resolve(password, at: .password))
    case .digest: return nil
    case .bearer(let token):
      return "Bearer " + (try scope.resolveLine(token, at: .token))
    }
  }

  /// Who answers a server's challenges by digest: the form's user, else the URL's.
  private func digestLogin(_ auth: RequestAuth, _ url: RequestURL) throws(ComposeError) -> DigestLogin? {
    guard case .digest(let user, let password) = auth else { return nil }
    if user.isEmpty, let user = url.user { return DigestLogin(user: user, password: url.password ?? "") }
    return DigestLogin(
      user: try scope.resolve(user, at: .user), password: try scope.resolve(password, at: .password))
  }

  /// RFC 7617, in UTF-8.
  private static func basic(user: String, password: String) throws(ComposeError) -> String {
    if user.utf8.contains(UInt8(ascii: ":")) { throw .colonInUserName }
    return "Basic " + Data("\(user):\(password)".utf8).base64EncodedString()
  }

  private static func scheme(_ auth: RequestAuth) -> String? {
    switch auth {
    case .none, .digest: nil
    case .basic: "Basic …"
    case .bearer: "Bearer …"
    }
  }

  private static func isSent(_ field: NamedValue) -> Bool {
    field.isEnabled && !(field.name.isEmpty && field.value.isEmpty)
  }

  private static func notes(_ url: RequestURL) -> [PreparedRequest.Note] {
    url.fragment.map { [.fragmentDropped($0)] } ?? []
  }

  /// Parts with neighbouring bytes made one, so that a small request leaves in one write.
  private static func joined(_ parts: [PreparedRequest.Part]) -> [PreparedRequest.Part] {
    var joined: [PreparedRequest.Part] = []
    for part in parts {
      if case .bytes(let more) = part, case .bytes(let bytes)? = joined.last {
        joined[joined.count - 1] = .bytes(bytes + more)
      } else {
        joined.append(part)
      }
    }
    return joined
  }
}

extension RequestBody {
  /// The Content-Type that Barewire adds, as typed.
  var automaticType: String? {
    switch self {
    case .none: nil
    case .text(_, let type): type ?? RequestContent.textType
    case .json: RequestContent.jsonType
    case .form: RequestContent.formType
    case .file(_, let type): type ?? RequestContent.fileType
    }
  }
}
