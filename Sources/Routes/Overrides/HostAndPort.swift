/// Texts of hosts, ports and more with colons between them, where an IPv6 address stands in brackets.
enum HostAndPort {
  /// The pieces between colons, at most `limit`.
  ///
  /// The last one keeps its colons. Nil where a bracket stays open.
  static func pieces(of text: Substring, limit: Int) -> [String]? {
    var pieces: [String] = []
    var rest = text
    while pieces.count + 1 < limit {
      var search = rest
      if rest.hasPrefix("[") {
        guard let end = rest.firstIndex(of: "]") else { return nil }
        search = rest[end...]
      }
      guard let colon = search.firstIndex(of: ":") else { break }
      pieces.append(String(rest[..<colon]))
      rest = rest[rest.index(after: colon)...]
    }
    return pieces + [String(rest)]
  }

  /// A host without its brackets, in small letters; nil where brackets have no IPv6 address in them.
  static func host(_ text: String) -> String? {
    guard text.hasPrefix("[") else { return text.contains("]") ? nil : text.lowercased() }
    let inner = text.dropFirst().dropLast()
    guard text.hasSuffix("]"), let address = IPLiteral(String(inner)), address.isIPv6 else { return nil }
    return "\(address)"
  }

  /// Whether two hosts without brackets are the same: by value where they are addresses.
  static func isSame(_ one: String, _ other: String) -> Bool {
    if let address = IPLiteral(one) { return address == IPLiteral(other) }
    return one.lowercased() == other.lowercased()
  }
}
