/// The control sequences in what a program has written to its terminal.
enum ControlSequences {
  /// Each sequence once, as its introducer, parameters and end: `ESC[?1049h`.
  static func all(in bytes: [UInt8]) -> Set<String> {
    var found: Set<String> = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == 0x1B else {
        // C1 controls in UTF-8 are two bytes; other C0 controls than these move or ring.
        if byte == 0xC2, index + 1 < bytes.count, (0x80..<0xA0).contains(bytes[index + 1]) {
          found.insert("C1 \(String(bytes[index + 1], radix: 16))")
        } else if byte < 0x20, ![0x08, 0x09, 0x0A, 0x0D, 0x0E, 0x0F].contains(byte) {
          found.insert("C0 \(String(byte, radix: 16))")
        }
        index += 1
        continue
      }
      let end = self.end(of: bytes[index...])
      found.insert("ESC" + String(decoding: bytes[index + 1..<end], as: UTF8.self))
      index = end
    }
    return found
  }

  /// Where the sequence that begins with ESC ends.
  private static func end(of bytes: ArraySlice<UInt8>) -> Int {
    var index = bytes.startIndex + 1
    guard index < bytes.endIndex else { return index }
    switch bytes[index] {
    case UInt8(ascii: "["):
      index += 1
      while index < bytes.endIndex, !(0x40...0x7E).contains(bytes[index]) { index += 1 }
      return min(index + 1, bytes.endIndex)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      while index < bytes.endIndex, bytes[index] != 0x07, bytes[index] != 0x1B { index += 1 }
      return min(index + 1, bytes.endIndex)
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "#"):
      return min(index + 2, bytes.endIndex)
    default:
      return index + 1
    }
  }

  /// Whether a sequence is one that Barewire and ncurses use to draw and to switch modes; no other may reach the terminal.
  static func isOwn(_ sequence: String) -> Bool {
    let keys = ["ESC=", "ESC>", "ESC7", "ESC8", "ESCM", "ESC(B", "ESC)0", "ESC(0", "ESCc"]
    if keys.contains(sequence) { return true }
    guard sequence.hasPrefix("ESC["), let final = sequence.last else { return false }
    let parameters = sequence.dropFirst(4).dropLast()
    switch final {
    case "h", "l":
      return parameters.hasPrefix("?")
        && parameters.dropFirst().split(separator: ";").allSatisfy {
          ["1", "7", "12", "25", "1000", "1002", "1004", "1006", "1049", "2004"].contains($0)
        } || parameters == "4" || parameters == "34"
    case "m": return !parameters.split(separator: ";").contains("5") || parameters.contains("8;5;")
    case "t": return parameters.hasPrefix("22;") || parameters.hasPrefix("23;")
    case "A", "B", "C", "D", "G", "H", "J", "K", "L", "M", "P", "S", "T", "X", "Z", "@", "b", "d", "r":
      return parameters.allSatisfy { $0.isNumber || $0 == ";" }
    default: return false
    }
  }
}
