import HTTPMessages

/// An http or https URL, read by the rules of WHATWG's URL standard so that a request can be sent to it.
///
/// A text without a scheme, such as `localhost:8080/path`, is read as http. Variables must be resolved before.
package struct RequestURL: Sendable, Hashable {
  /// "http" or "https".
  package let scheme: String
  /// The name in ASCII (after IDNA) or the address; an IPv6 address has no brackets here.
  package let host: String
  package let port: Int
  /// Path and query, percent-encoded; begins with "/".
  package let target: String
  /// The decoded user and password before an "@", or nil.
  package let user: String?
  package let password: String?
  /// What stood after "#", which is never sent; nil without one.
  package let fragment: String?

  /// Whether the port is the scheme's own and so left out of the Host field.
  package var hasDefaultPort: Bool {
    port == (scheme == "https" ? 443 : 80)
  }

  /// The value of the Host field: the host, and the port where it is not the scheme's own.
  package var authority: String {
    let host = bracketedHost
    return hasDefaultPort ? host : "\(host):\(port)"
  }

  /// The host as a URL writes it: an IPv6 address in brackets.
  package var bracketedHost: String {
    host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
  }

  /// The whole URL without user, password and fragment.
  package var text: String {
    "\(scheme)://\(authority)\(target)"
  }

  /// Reads a URL as typed.
  package init(_ text: String) throws(RequestURLError) {
    let bytes = Self.cleaned(text)
    if bytes.isEmpty { throw .empty }
    var rest = bytes[...]
    scheme = try Self.takeScheme(&rest)
    rest = rest.drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    let authority = rest.prefix { !Self.endsAuthority($0) }
    rest = rest[authority.endIndex...]

    var hostAndPort = authority
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
      let userinfo = authority[..<at].split(
        separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
      hostAndPort = authority[(at + 1)...]
      let decoded = userinfo.map { String(decoding: PercentDecoding.decode($0), as: UTF8.self) }
      let isEmpty = decoded.allSatisfy(\.isEmpty)
      user = isEmpty ? nil : decoded[0]
      password = isEmpty || decoded.count == 1 ? nil : decoded[1]
    } else {
      user = nil
      password = nil
    }
    let (hostBytes, portBytes) = Self.split(hostAndPort)
    if hostBytes.isEmpty { throw .missingHost }
    let host = try HostParser.host(hostBytes)
    self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    port = try Self.port(portBytes) ?? (scheme == "https" ? 443 : 80)

    let hash = rest.firstIndex(of: UInt8(ascii: "#"))
    fragment = hash.map { String(decoding: rest[($0 + 1)...], as: UTF8.self) }
    let pathAndQuery = rest[..<(hash ?? rest.endIndex)]
    let path = pathAndQuery.prefix { $0 != UInt8(ascii: "?") }
    var target = Self.path(path)
    if path.endIndex < pathAndQuery.endIndex {
      target.append(UInt8(ascii: "?"))
      target += PercentEncoding.encode(pathAndQuery[(path.endIndex + 1)...], .query)
    }
    self.target = String(decoding: target, as: UTF8.self)
  }

  /// The text without control characters and spaces around it, and without any tab or line break.
  private static func cleaned(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8.drop { $0 <= 0x20 })
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    bytes.removeAll { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return bytes
  }

  /// Takes "http:" or "https:"; a text with neither and without "://" is http.
  private static func takeScheme(_ rest: inout ArraySlice<UInt8>) throws(RequestURLError) -> String {
    let name = rest.prefix { isSchemeByte($0) }
    guard let first = name.first, first | 0x20 >= UInt8(ascii: "a"), first | 0x20 <= UInt8(ascii: "z"),
      rest[name.endIndex...].first == UInt8(ascii: ":")
    else {
      // "/path" alone is half a URL; "//host" is whole.
      if rest.first == UInt8(ascii: "/"), rest.dropFirst().first != UInt8(ascii: "/") { throw .missingHost }
      return "http"
    }
    let scheme = String(decoding: name, as: UTF8.self).lowercased()
    let after = rest[(name.endIndex + 1)...]
    if scheme == "http" || scheme == "https" {
      rest = after
      return scheme
    }
    if after.starts(with: "//".utf8) { throw .unsupportedScheme(scheme) }
    return "http"
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  /// Host and port around the first colon that is outside brackets.
  private static func split(_ bytes: ArraySlice<UInt8>) -> (host: [UInt8], port: [UInt8]) {
    var isInBrackets = false
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "["): isInBrackets = true
      case UInt8(ascii: "]"): isInBrackets = false
      case UInt8(ascii: ":") where !isInBrackets: return (Array(bytes[..<index]), Array(bytes[(index + 1)...]))
      default: break
      }
    }
    return (Array(bytes), [])
  }

  private static func port(_ bytes: [UInt8]) throws(RequestURLError) -> Int? {
    if bytes.isEmpty { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }), let port = UInt16(text) else {
      throw .invalidPort(text)
    }
    return Int(port)
  }

  /// The path with dot segments removed, backslashes as slashes and the path percent-encode set encoded.
  private static func path(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var segments: [[UInt8]] = []
    var rest = bytes
    if let first = rest.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "\\") { rest.removeFirst() }
    let typed = rest.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    for (index, segment) in typed.enumerated() {
      let isLast = index == typed.count - 1
      switch dots(segment) {
      case 1:
        if isLast { segments.append([]) }
      case 2:
        if !segments.isEmpty { segments.removeLast() }
        if isLast { segments.append([]) }
      default: segments.append(PercentEncoding.encode(segment, .path))
      }
    }
    return segments.flatMap { [UInt8(ascii: "/")] + $0 }
  }

  /// 1 for a single-dot segment, 2 for a double-dot segment, also where dots are written as %2e; else 0.
  private static func dots(_ segment: ArraySlice<UInt8>) -> Int {
    var count = 0
    var rest = segment
    while let first = rest.first {
      if first == UInt8(ascii: ".") {
        rest.removeFirst()
      } else if rest.count >= 3, rest.starts(with: "%2e".utf8) || rest.starts(with: "%2E".utf8) {
        rest.removeFirst(3)
      } else {
        return 0
      }
      count += 1
    }
    return count <= 2 ? count : 0
  }
}
