/// A redirect that is followed: the next request, as browsers make it (RFC 9110 §15.4, Fetch's HTTP-redirect fetch).
package struct Redirect: Sendable, Hashable {
  /// What a person should know of the next request.
  package enum Note: Sendable, Hashable {
    case methodBecameGET(from: String)
    /// The server of the next request is another one; the names are as typed.
    case credentialsDropped([String], origin: String)
    /// From https to http: everybody on the way can read and change it.
    case downgraded(String)
    /// The bytes of a detached draft fit one server only; the form's parts go out.
    case bytesDropped
  }

  /// The next request, with its URL made absolute.
  package let request: SavedRequest
  /// The same URL, read.
  package let url: RequestURL
  /// The URL of the request that was answered.
  package let base: RequestURL
  package let notes: [Note]

  /// Follows a redirect.
  ///
  /// 303, and 301 and 302 after POST, become GET without content; 307 and 308 repeat the request. A Location that is no
  /// redirect (201) is fetched. Credentials are dropped when the origin changes. Where the Location has no fragment the
  /// old one stays (RFC 9110 §10.2.2).
  ///
  /// - Parameters:
  ///   - request: The request that was answered.
  ///   - base: Its URL with variables resolved.
  ///   - location: The value of the Location field.
  ///   - status: The answer's status code.
  /// - Throws: `RequestURLError` where the Location leads to no URL that a request can be sent to.
  package init(
    after request: SavedRequest, at base: RequestURL, location: String, status: Int
  ) throws(RequestURLError) {
    let url = try RequestURL(Self.absolute(location, from: base))
    let isSameOrigin = url.scheme == base.scheme && url.host == base.host && url.port == base.port
    var next = request
    var notes: [Note] = []
    next.url = Self.text(of: url, userFrom: isSameOrigin ? base : nil)
    next.disabledParameters = []
    if next.raw != nil { notes.append(.bytesDropped) }
    next.raw = nil
    if Self.becomesGET(request.method, status) {
      if request.method != "GET" { notes.append(.methodBecameGET(from: request.method)) }
      next.method = "GET"
      next.body = .none
      next.fields.removeAll { Self.isAboutContent($0.name.lowercased()) }
    }
    next.fields.removeAll { $0.name.lowercased() == "host" }
    if !isSameOrigin {
      let dropped = Self.dropCredentials(of: &next, base)
      if !dropped.isEmpty { notes.append(.credentialsDropped(dropped, origin: "\(url.scheme)://\(url.authority)")) }
    }
    if base.scheme == "https", url.scheme == "http" { notes.append(.downgraded(url.authority)) }
    self.request = next
    self.url = url
    self.base = base
    self.notes = notes
  }

  private static func becomesGET(_ method: String, _ status: Int) -> Bool {
    switch status {
    case 301, 302: method == "POST"
    case 303, 200..<300: method != "HEAD"
    default: false
    }
  }

  /// Fields that say something about content, or announce it.
  private static func isAboutContent(_ name: String) -> Bool {
    name.hasPrefix("content-") || ["transfer-encoding", "trailer", "expect"].contains(name)
  }

  /// Drops what tells a server who asks; gives what was dropped.
  private static func dropCredentials(of request: inout SavedRequest, _ base: RequestURL) -> [String] {
    let isSecret = { (field: NamedValue) in
      ["authorization", "cookie", "proxy-authorization"].contains(field.name.lowercased())
    }
    var dropped = request.fields.filter { isSecret($0) && $0.isEnabled }.map(\.name)
    if request.auth != .none || base.user != nil { dropped.insert("Authorization", at: 0) }
    request.auth = .none
    request.fields.removeAll(where: isSecret)
    return dropped
  }

  /// The URL as a request saves it: with fragment, with the user and password of a URL of the same origin, and without
  /// anything that would be read as a variable, because a server wrote it.
  private static func text(of url: RequestURL, userFrom base: RequestURL?) -> String {
    var authority = url.authority
    if let base, let user = base.user {
      let userinfo = [user, base.password].compactMap { $0 }.map { text in
        String(decoding: PercentEncoding.encode(text.utf8, .form), as: UTF8.self)
      }
      authority = userinfo.joined(separator: ":") + "@" + authority
    }
    let fragment = url.fragment.map { "#\($0)" } ?? ""
    return "\(url.scheme)://\(authority)\(url.target)\(fragment)".replacing("{{", with: "%7B%7B")
  }

  /// A reference resolved against a base (RFC 3986 §5.2); dot segments are removed when the result is read.
  static func absolute(_ reference: String, from base: RequestURL) -> String {
    guard let fragment = base.fragment, !reference.contains("#") else { return resolved(reference, from: base) }
    return resolved(reference, from: base) + "#" + fragment
  }

  private static func resolved(_ reference: String, from base: RequestURL) -> String {
    let scheme = reference.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    if scheme.endIndex < reference.endIndex, reference[scheme.endIndex] == ":", !scheme.isEmpty,
      reference[scheme.endIndex...].hasPrefix("://")
    {
      return reference
    }
    let origin = "\(base.scheme)://\(base.authority)"
    if reference.hasPrefix("//") { return "\(base.scheme):\(reference)" }
    if reference.hasPrefix("/") { return origin + reference }
    let path = base.target.prefix { $0 != "?" }
    if reference.hasPrefix("?") { return origin + path + reference }
    if reference.isEmpty || reference.hasPrefix("#") { return origin + base.target + reference }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return origin + folder + reference
  }
}

extension Redirect.Note: CustomStringConvertible {
  package var description: String {
    switch self {
    case .methodBecameGET(let method): "The redirect turns \(method) into GET, and the content is not sent again."
    case .credentialsDropped(let names, let origin):
      "\(names.joined(separator: ", ")): not sent to \(origin), because it is another server."
    case .downgraded(let authority):
      "The redirect leads from https to http: everybody on the way to \(authority) can read and change what is sent."
    case .bytesDropped: "The request's own bytes are not sent to the redirect's URL; its form is."
    }
  }

  /// Whether a person should be warned rather than told.
  package var isWarning: Bool {
    if case .downgraded = self { true } else { false }
  }
}
