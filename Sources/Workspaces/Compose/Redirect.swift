/// The request that follows a redirect, as browsers make it (RFC 9110 §15.4, Fetch's HTTP-redirect fetch).
package enum Redirect {
  /// The next request, with its URL made absolute.
  ///
  /// `base` is the URL of the request that was answered, variables resolved; `location` is the Location field's value. 303,
  /// and 301 and 302 after POST, become GET without content; 307 and 308 repeat the request. Credentials are dropped when
  /// the origin changes.
  package static func request(
    after request: SavedRequest, at base: RequestURL, location: String, status: Int
  ) throws(RequestURLError) -> SavedRequest {
    let url = try RequestURL(absolute(location, from: base))
    var next = request
    next.url = url.text
    next.disabledParameters = []
    next.rawBytes = nil
    if status == 303 && request.method != "HEAD" || [301, 302].contains(status) && request.method == "POST" {
      next.method = "GET"
      next.body = .none
      next.fields.removeAll { $0.name.lowercased().hasPrefix("content-") }
    }
    next.fields.removeAll { $0.name.lowercased() == "host" }
    let isSameOrigin = url.scheme == base.scheme && url.host == base.host && url.port == base.port
    if !isSameOrigin {
      next.auth = .none
      next.fields.removeAll { ["authorization", "cookie", "proxy-authorization"].contains($0.name.lowercased()) }
    }
    return next
  }

  /// A reference resolved against a base (RFC 3986 §5.2); dot segments are removed when the result is read.
  static func absolute(_ reference: String, from base: RequestURL) -> String {
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
