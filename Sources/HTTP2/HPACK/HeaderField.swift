/// A field of a header section: its name and value as bytes, as they stand in HTTP/2.
package struct HeaderField: Sendable, Hashable {
  package var name: [UInt8]
  package var value: [UInt8]
  /// No intermediary may put it into a table, because it is secret (RFC 7541 §7.1.3).
  package var isNeverIndexed: Bool

  package init(name: [UInt8], value: [UInt8], isNeverIndexed: Bool = false) {
    self.name = name
    self.value = value
    self.isNeverIndexed = isNeverIndexed
  }

  package init(_ name: String, _ value: String, isNeverIndexed: Bool = false) {
    self.init(name: Array(name.utf8), value: Array(value.utf8), isNeverIndexed: isNeverIndexed)
  }

  /// Size in bytes as tables and limits count it: 32 more than name and value (RFC 7541 §4.1).
  package var size: Int { name.count + value.count + 32 }

  /// A field that is no field of HTTP: its name begins with a colon (RFC 9113 §8.3).
  package var isPseudo: Bool { name.first == Byte.colon }

  /// Its value lets somebody in: whoever looks at a history need not see it.
  package var holdsCredentials: Bool {
    ["authorization", "proxy-authorization", "cookie", "set-cookie"].contains { isNamed($0) }
  }

  /// True where the name is this text.
  package func isNamed(_ text: StaticString) -> Bool { name.equals(text) }
}

extension [HeaderField] {
  /// The value of the first field of this name.
  package func first(_ name: StaticString) -> [UInt8]? { first { $0.isNamed(name) }?.value }
}
