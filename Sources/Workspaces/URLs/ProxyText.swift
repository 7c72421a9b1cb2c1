/// Proxies as a command line names them, written as one URL.
package enum ProxyText {
  /// `text` with a scheme, unless it has one, and with another user and password where they are given as
  /// `user:password`.
  package static func url(_ text: String, scheme: String = "http", user: String? = nil) -> String {
    let hasScheme = text.contains("://")
    guard let user else { return hasScheme ? text : "\(scheme)://\(text)" }
    let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    let address = text[start...].split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    let halves = user.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map { half in
      String(decoding: PercentEncoding.encode(half.utf8, .form), as: UTF8.self).replacing(" ", with: "%20")
    }
    return "\(hasScheme ? String(text[..<start]) : "\(scheme)://")\(halves.joined(separator: ":"))@\(address)"
  }
}
