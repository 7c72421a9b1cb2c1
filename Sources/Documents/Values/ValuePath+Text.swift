/// A place as the languages of queries write it.
extension ValuePath {
  /// As a normalized path of JSONPath (RFC 9535 §2.7): `$['items'][3]['name']`, shorter where a name allows it.
  package var jsonPath: String {
    steps.reduce(into: "$") { path, step in
      switch step {
      case .element(let index): path += "[\(index)]"
      case .member(let name): path += Self.isPlain(name) ? ".\(name)" : "['\(Self.escaped(name, quote: "'"))']"
      }
    }
  }

  /// As jq takes it: `.items[3].name`.
  package var jq: String {
    let path = steps.reduce(into: "") { path, step in
      switch step {
      case .element(let index): path += path.isEmpty ? ".[\(index)]" : "[\(index)]"
      case .member(let name):
        if Self.isPlain(name) {
          path += ".\(name)"
        } else {
          path += (path.isEmpty ? "." : "") + "[\"\(Self.escaped(name, quote: "\""))\"]"
        }
      }
    }
    return path.isEmpty ? "." : path
  }

  /// Whether a name needs no quotes in either.
  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F
    }
  }

  private static func escaped(_ name: String, quote: Unicode.Scalar) -> String {
    var text = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if scalar == quote || scalar == "\\" {
        text.append("\\")
        text.append(scalar)
      } else if scalar.value < 0x20 {
        let digits = String(scalar.value, radix: 16)
        text.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
