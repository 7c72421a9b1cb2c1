import JSONText

/// The form in which a file holds bytes: pieces that are put together as they are.
///
/// A piece is text, normally a line with its line end (`"GET / HTTP/1.1\r\n"`), or, for bytes that are not UTF-8, an object
/// with hexadecimal digits (`{ "hex": "E9 FF" }`).
enum RawLines {
  private static let bytesPerHexPiece = 32

  static func read(_ name: String, _ cursor: inout JSONCursor) throws(WorkspaceFormatError) -> [UInt8] {
    var bytes: [UInt8] = []
    try cursor.array(name, of: "a list of text and {\"hex\": …}") { cursor throws(WorkspaceFormatError) in
      if cursor.kind == .string {
        bytes += Array(try cursor.string(name).utf8)
        return
      }
      let expected = "a list of text and {\"hex\": …}"
      try cursor.object(name, orElse: expected) { member, cursor throws(WorkspaceFormatError) in
        guard member == "hex" else { throw cursor.error(.unknownValue(member: name, value: member, known: ["hex"])) }
        let offset = cursor.offset
        let text = try cursor.string(member)
        guard let decoded = decodeHex(text) else { throw cursor.error(.invalidHex(text), at: offset) }
        bytes += decoded
      }
    }
    return bytes
  }

  static func write(_ bytes: [UInt8]) -> OrderedJSON {
    var pieces: [OrderedJSON] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      appendLine(bytes[start..<end], to: &pieces)
      start = end
    }
    return .array(pieces)
  }

  private static func appendLine(_ line: ArraySlice<UInt8>, to pieces: inout [OrderedJSON]) {
    if let text = String(validating: line, as: UTF8.self) {
      pieces.append(.string(text))
      return
    }
    var text = ""
    var odd: [UInt8] = []
    func flushOdd() {
      for start in stride(from: 0, to: odd.count, by: bytesPerHexPiece) {
        let piece = odd[start..<min(start + bytesPerHexPiece, odd.count)]
        pieces.append(.object([("hex", .string(piece.map(hex).joined(separator: " ")))], isInline: true))
      }
      odd = []
    }
    var rest = line
    while !rest.isEmpty {
      if let length = lengthOfScalar(rest) {
        flushOdd()
        text += String(decoding: rest.prefix(length), as: UTF8.self)
        rest.removeFirst(length)
      } else {
        if !text.isEmpty { pieces.append(.string(text)) }
        text = ""
        odd.append(rest.removeFirst())
      }
    }
    flushOdd()
    if !text.isEmpty { pieces.append(.string(text)) }
  }

  /// How many bytes the well-formed scalar at the start takes, or nil where there is none.
  private static func lengthOfScalar(_ bytes: ArraySlice<UInt8>) -> Int? {
    (1...4).first { length in
      bytes.count >= length && String(validating: bytes.prefix(length), as: UTF8.self) != nil
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  private static func decodeHex(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8.filter { $0 != UInt8(ascii: " ") })
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard digits[index] != UInt8(ascii: "+"),
        let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}
