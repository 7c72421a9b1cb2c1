import TerminalUI
import Testing

struct ClipboardSequenceTests {
  @Test(
    "bytes are copied in base64 (the test vectors of RFC 4648 section 10)",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"), ("\u{7FF}\u{1B}?>", "378bPz4="),
    ])
  func base64(text: String, encoded: String) {
    #expect(ClipboardSequence.copying(Array(text.utf8)) == Array("\u{1B}]52;c;\(encoded)\u{7}".utf8))
  }

  @Test("GNU screen hands the sequence on in strings that it takes")
  func screen() {
    let plain = ClipboardSequence.copying(Array(repeating: 0x61, count: 1000))
    let wrapped = ClipboardSequence.copying(Array(repeating: 0x61, count: 1000), throughScreen: true)
    let pieces = String(decoding: wrapped, as: UTF8.self).split(separator: "\u{1B}\\")
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count < 768 })
    #expect(Array(pieces.map { $0.dropFirst(2) }.joined().utf8) == plain)
  }
}
