import TerminalText

/// How bytes are written where they are to be pasted.
package enum ByteForm: String, Sendable, Hashable, CaseIterable {
  case hex, cArray, base64, text

  /// What it is called in a list.
  package var title: String {
    switch self {
    case .hex: "Hex digits: 48 65 6c"
    case .cArray: "A C array: 0x48, 0x65, 0x6c"
    case .base64: "Base64"
    case .text: "Text: the bytes themselves"
    }
  }

  /// Bytes in this form.
  package func written(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .hex: Array(bytes.map(Self.digits).joined(separator: " ").utf8)
    case .cArray: Self.array(bytes)
    case .base64: Base64.text(bytes)
    case .text: bytes
    }
  }

  private static func digits(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  /// Twelve bytes a line.
  private static func array(_ bytes: [UInt8]) -> [UInt8] {
    var text = "unsigned char bytes[\(bytes.count)] = {"
    for (index, byte) in bytes.enumerated() {
      text += (index > 0 ? "," : "") + (index.isMultiple(of: 12) ? "\n  " : " ") + "0x" + digits(byte)
    }
    return Array((text + "\n};\n").utf8)
  }
}
