import TerminalText
import Testing

struct TerminalFilterTests {
  @Test(
    "controls are shown, everything else stays",
    arguments: [
      ("\u{1B}[31mred", "␛[31mred"), ("\u{0}\u{7F}", "␀␡"), ("a\u{9B}2J", "a�2J"), ("\u{202E}gnp.exe", "�gnp.exe"),
      ("\u{2066}\u{2069}\u{200E}\u{200F}\u{61C}\u{202A}", "������"), ("a\r\nb\tc", "a␍␊b␉c"), ("日本 é", "日本 é"),
      ("a\u{2028}b", "a�b"), ("", ""),
    ])
  func controls(text: String, shown: String) {
    #expect(TerminalFilter.filtered(text) == shown)
  }

  @Test("no scalar that acts on a terminal comes through")
  func everyScalar() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let visible = TerminalFilter.visible(scalar)
      let acts = scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
      #expect(acts == (visible != scalar) || (0x2028...0x2029).contains(value), "U+\(String(value, radix: 16))")
    }
  }

  static let streams: [([UInt8], String)] = [
    (Array("line\r\nnext\n\ttab".utf8), "line\nnext\n\ttab"),
    (Array("a\rb\r\r\nc\r".utf8), "a␍b␍\nc␍"),
    ([0x61, 0xE2, 0x82, 0xAC, 0x62], "a€b"),
    ([0xC3, 0x28, 0xFF, 0xC0, 0x80], "�(���"),
    ([0xE2, 0x82, 0x41, 0xF0, 0x9F, 0x98], "�A�"),
    ([0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80], "�������"),
    ([0xF0, 0x9F, 0x98, 0x80, 0x1B, 0x5D, 0x07], "😀␛]␇"),
    ([0xC2, 0x9B, 0x9B], "��"),
    ([0xE2, 0x82, 0x0D, 0x0A, 0xC3], "�\n�"),
  ]

  @Test("a stream gives the same at every cut", arguments: streams)
  func cuts(bytes: [UInt8], shown: String) {
    for cut in 0...bytes.count {
      var stream = TerminalFilterStream()
      var output: [UInt8] = []
      stream.filter(bytes[..<cut], into: &output)
      stream.filter(bytes[cut...], into: &output)
      stream.finish(into: &output)
      #expect(String(decoding: output, as: UTF8.self) == shown, "cut at \(cut)")
    }
    var stream = TerminalFilterStream()
    var output: [UInt8] = []
    for byte in bytes { stream.filter([byte], into: &output) }
    stream.finish(into: &output)
    #expect(String(decoding: output, as: UTF8.self) == shown, "byte by byte")
  }

  @Test("ill-formed bytes become U+FFFD as in Swift's own strings")
  func illFormed() {
    var generator = SystemRandomNumberGenerator()
    let pool: [UInt8] = [
      0x41, 0x80, 0xBF, 0x9F, 0xA0, 0x90, 0x8F, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<2000 {
      let bytes = (0..<12).map { _ in pool.randomElement(using: &generator) ?? 0 }
      var decoder = UTF8Decoder()
      var scalars = String.UnicodeScalarView()
      for byte in bytes { decoder.decode(byte) { scalars.append($0) } }
      decoder.finish { scalars.append($0) }
      #expect(Array(String(scalars).utf8) == Array(String(decoding: bytes, as: UTF8.self).utf8), "\(bytes)")
    }
  }
}
