import Glibc

/// What was typed to filter by, ready to be looked for in many texts without regard to case.
struct SearchedText: Sendable {
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = Self.folded(text)
  }

  /// Lower case in UTF-8; nearly all names are ASCII, for which no character need be looked up.
  static func folded(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return Array(text.lowercased().utf8) }
    for index in bytes.indices where 0x41...0x5A ~= bytes[index] { bytes[index] |= 0x20 }
    return bytes
  }

  /// Whether a text that was folded holds it.
  func isIn(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let first = bytes.first, text.count >= bytes.count else { return bytes.isEmpty }
    return bytes.withUnsafeBytes { needle in
      guard let wanted = needle.baseAddress else { return true }
      var place = text[...text.index(text.endIndex, offsetBy: -bytes.count)]
      while let here = Self.firstIndex(of: first, in: place) {
        if let candidate = text.baseAddress?.advanced(by: here), memcmp(candidate, wanted, needle.count) == 0 {
          return true
        }
        place = place[(here + 1)...]
      }
      return false
    }
  }

  private static func firstIndex(of byte: UInt8, in text: Slice<UnsafeRawBufferPointer>) -> Int? {
    let rebased = UnsafeRawBufferPointer(rebasing: text)
    guard let base = rebased.baseAddress, let found = memchr(base, Int32(byte), rebased.count) else { return nil }
    return text.startIndex + (UnsafeRawPointer(found) - base)
  }

  func isIn(_ text: String) -> Bool { Self.folded(text).withUnsafeBytes { isIn($0) } }
}
