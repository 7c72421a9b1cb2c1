import Glibc
import Testing

@testable import TerminalText

struct TerminalWidthTests {
  /// Where the table differs from libc on purpose, or by a newer edition of Unicode.
  static let documented: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x7F...0x9F,  // shown as one picture
    0x1F3FB...0x1F3FF,  // skin tones are not drawn
    0x2630...0x2637, 0x268A...0x268F, 0x4DC0...0x4DFF, 0x1D300...0x1D376,  // widened in Unicode 16
  ]

  @Test("the table agrees with libc, but for the documented ranges and what libc does not know")
  func agreesWithLibc() throws {
    // Swift's Glibc module hides wcwidth behind a feature macro.
    let symbol = try #require(dlsym(nil, "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> Int32).self)
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      freelocale(locale)
    }
    var differing: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if Self.documented.contains(where: { $0.contains(value) }) { continue }
      let libc = Int(wcwidth(wchar_t(value)))
      if libc >= 0 && libc != TerminalWidth.columns(of: scalar) {
        differing.append("U+\(String(value, radix: 16)): \(libc)")
      }
    }
    #expect(differing == [])
  }

  @Test(
    "a text takes one or two columns for each spacing scalar, and none for what joins",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한", 2), ("👍", 2), ("👍🏽", 2),
      ("👨\u{200D}👩\u{200D}👧", 6), ("❤\u{FE0F}", 1), ("🇩🇪", 2), ("a\u{0}b", 3), ("\r\n", 2), ("│─╭", 3), ("…", 1),
      ("\u{1100}\u{1161}", 2),
    ])
  func widths(text: String, columns: Int) {
    #expect(TerminalWidth.columns(of: text) == columns)
  }

  @Test(
    "a text is cut to columns, never in the middle of a wide scalar",
    arguments: [
      ("wire", 4, "wire"), ("wires", 4, "wir…"), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
      ("e\u{301}a\u{301}o\u{301}", 3, "e\u{301}a\u{301}o\u{301}"), ("e\u{301}a\u{301}o\u{301}", 2, "e\u{301}…"),
      ("long", 1, "…"), ("l", 1, "l"), ("long", 0, ""), ("long", -3, ""), ("", 0, ""), ("日", 1, "…"),
    ])
  func truncation(text: String, limit: Int, result: String) {
    #expect(TerminalWidth.truncated(text, toColumns: limit) == result)
    #expect(TerminalWidth.columns(of: TerminalWidth.truncated(text, toColumns: limit)) <= max(limit, 0))
  }
}
