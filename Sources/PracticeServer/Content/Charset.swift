/// A character encoding that `/charset/{name}` writes.
enum Charset: String, CaseIterable {
  case utf8 = "utf-8"
  case latin1 = "iso-8859-1"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"
  case shiftJIS = "shift_jis"

  /// The places of Windows-1252 that differ from Latin-1 and that ``sample`` uses.
  private static let windowsPlaces: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "…": 0x85, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "–": 0x96, "—": 0x97, "™": 0x99,
  ]

  /// The places of Shift_JIS that ``sample`` uses.
  private static let japanesePlaces: [Unicode.Scalar: [UInt8]] = [
    "日": [0x93, 0xFA], "本": [0x96, 0x7B], "語": [0x8C, 0xEA], "の": [0x82, 0xCC], "表": [0x95, 0x5C], "示": [0x8E, 0xA6],
    "。": [0x81, 0x42],
  ]

  /// A text that this charset can write, with letters outside ASCII.
  var sample: String {
    switch self {
    case .latin1: "Grüße aus Köln: à la carte, naïve, ¿qué?, ½ £5.\n"
    case .windows1252: "“Grüße” – 5 € for a naïve café… it’s fine™.\n"
    case .shiftJIS: "日本語の表示。\n"
    default: "Grüße, 5 €, Ελλάδα, Привет, שלום, 日本語, 👋 wire.\n"
    }
  }

  /// The text in this charset; a letter that it lacks becomes `?`.
  func encode(_ text: String) -> [UInt8] {
    switch self {
    case .utf8: Array(text.utf8)
    case .latin1: text.unicodeScalars.map { UInt8(exactly: $0.value) ?? UInt8(ascii: "?") }
    case .windows1252:
      text.unicodeScalars.map { Self.windowsPlaces[$0] ?? UInt8(exactly: $0.value) ?? UInt8(ascii: "?") }
    case .shiftJIS:
      text.unicodeScalars.flatMap {
        Self.japanesePlaces[$0] ?? [$0.isASCII ? UInt8(truncatingIfNeeded: $0.value) : UInt8(ascii: "?")]
      }
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    }
  }
}
