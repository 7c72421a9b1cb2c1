/// One step on the way from the root of a JSON text to a value in it.
package enum JSONStep: Sendable, Hashable {
  case name(String)
  case index(Int)
}

extension JSONText {
  /// A way as RFC 9535's normalized path, such as `$['store']['book'][0]`.
  package static func normalizedPath(_ steps: [JSONStep]) -> String {
    var path = "$"
    for step in steps {
      switch step {
      case .index(let index): path += "[\(index)]"
      case .name(let name):
        path += "['"
        for scalar in name.unicodeScalars {
          switch scalar {
          case "'": path += "\\'"
          case "\\": path += "\\\\"
          case "\u{08}": path += "\\b"
          case "\u{0C}": path += "\\f"
          case "\n": path += "\\n"
          case "\r": path += "\\r"
          case "\t": path += "\\t"
          case "\u{0}"..."\u{1F}":
            path += scalar.value < 0x10 ? "\\u000" : "\\u00"
            path += String(scalar.value, radix: 16)
          default: path.unicodeScalars.append(scalar)
          }
        }
        path += "']"
      }
    }
    return path
  }

  /// A way as jq writes it, such as `.store.book[0]."full name"`.
  package static func jqPath(_ steps: [JSONStep]) -> String {
    guard !steps.isEmpty else { return "." }
    var path = ""
    for step in steps {
      switch step {
      case .index(let index):
        if path.isEmpty { path = "." }
        path += "[\(index)]"
      case .name(let name):
        path += "."
        if isPlainName(name) {
          path += name
        } else {
          var quoted: [UInt8] = []
          appendQuoted(name, to: &quoted)
          // A backslash and a parenthesis would begin an expression in jq, but every backslash here is JSON's.
          path += String(decoding: quoted, as: UTF8.self)
        }
      }
    }
    return path
  }

  /// Whether jq takes a name behind a dot without quotes.
  private static func isPlainName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }
  }
}
