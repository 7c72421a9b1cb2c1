/// The fields that must not stand in a trailer section, because they are for framing, routing, authentication, for
/// changing a request, controlling a response or reading the content (RFC 9110 §6.5.1; RFC 7230 §4.1.2 named them).
enum ForbiddenTrailers {
  /// True where the name, in any case, is one of them.
  static func contains(_ name: UnsafeRawBufferPointer) -> Bool {
    guard let first = name.first else { return false }
    switch (name.count, first | 0x20) {
    case (2, 0x74): return name.matches("te")
    case (3, 0x61): return name.matches("age")
    case (4, 0x64): return name.matches("date")
    case (4, 0x68): return name.matches("host")
    case (4, 0x76): return name.matches("vary")
    case (5, 0x72): return name.matches("range")
    case (6, 0x63): return name.matches("cookie")
    case (6, 0x65): return name.matches("expect")
    case (6, 0x70): return name.matches("pragma")
    case (7, 0x65): return name.matches("expires")
    case (7, 0x74): return name.matches("trailer")
    case (7, 0x75): return name.matches("upgrade")
    case (8, 0x69): return name.matches("if-match") || name.matches("if-range")
    case (8, 0x6c): return name.matches("location")
    case (10, 0x63): return name.matches("connection")
    case (10, 0x6b): return name.matches("keep-alive")
    case (10, 0x73): return name.matches("set-cookie")
    case (11, 0x72): return name.matches("retry-after")
    case (12, 0x63): return name.matches("content-type")
    case (12, 0x6d): return name.matches("max-forwards")
    case (13, 0x61): return name.matches("authorization")
    case (13, 0x63): return name.matches("content-range") || name.matches("cache-control")
    case (13, 0x69): return name.matches("if-none-match")
    case (14, 0x63): return name.matches("content-length")
    case (16, 0x63): return name.matches("content-encoding")
    case (16, 0x70): return name.matches("proxy-connection")
    case (16, 0x77): return name.matches("www-authenticate")
    case (17, 0x69): return name.matches("if-modified-since")
    case (17, 0x74): return name.matches("transfer-encoding")
    case (18, 0x70): return name.matches("proxy-authenticate")
    case (19, 0x69): return name.matches("if-unmodified-since")
    case (19, 0x70): return name.matches("proxy-authorization")
    default: return false
    }
  }
}
