import TerminalText

/// Finds where in a row's columns a text stands.
enum RowColumns {
  /// The columns of each place where `needle` stands in `text`, without regard to ASCII case.
  static func matches(of needle: String, in text: String) -> [Range<Int>] {
    let wanted = needle.utf8.map(lowered)
    let bytes = Array(text.utf8)
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return [] }
    var found: [Range<Int>] = []
    var index = 0
    while index + wanted.count <= bytes.count {
      guard (0..<wanted.count).allSatisfy({ lowered(bytes[index + $0]) == wanted[$0] }) else {
        index += 1
        continue
      }
      let before = TerminalWidth.columns(of: String(decoding: bytes[..<index], as: UTF8.self))
      let width = TerminalWidth.columns(of: String(decoding: bytes[index..<index + wanted.count], as: UTF8.self))
      found.append(before..<before + width)
      index += wanted.count
    }
    return found
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
