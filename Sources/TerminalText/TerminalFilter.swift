/// What may reach a terminal, and what is shown in its place.
///
/// A terminal acts on control characters: C0 (U+0000–U+001F), DEL, C1 (U+0080–U+009F), and its text layout on line
/// separators and on the controls of bidirectional text. None of them may come from a server, a file or a user to a
/// terminal; C0 and DEL are shown as their pictures (␀ … ␡), the others as �.
package enum TerminalFilter {
  /// What is shown for a scalar: itself where it is harmless.
  @inline(__always)
  package static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F { return scalar }
    return visibleOutsideASCII(scalar)
  }

  /// True when the scalar reaches a terminal as it is.
  package static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    visible(scalar) == scalar
  }

  /// The text as it may be printed; line ends and tabs stay themselves only where asked for.
  ///
  /// With `keepingNewlines` a CR before a LF is dropped: the terminal does its part by itself.
  package static func filtered(
    _ text: some StringProtocol, keepingNewlines: Bool = false, keepingTabs: Bool = false
  ) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(text) }
    var stream = TerminalFilterStream(keepingNewlines: keepingNewlines, keepingTabs: keepingTabs)
    var output: [UInt8] = []
    stream.filter(text.utf8, into: &output)
    stream.finish(into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The bytes, read as UTF-8, as they may be printed; bytes that are not UTF-8 become �.
  package static func filtered(
    _ bytes: some Sequence<UInt8>, keepingNewlines: Bool = false, keepingTabs: Bool = false
  ) -> [UInt8] {
    var stream = TerminalFilterStream(keepingNewlines: keepingNewlines, keepingTabs: keepingTabs)
    var output: [UInt8] = []
    stream.filter(bytes, into: &output)
    stream.finish(into: &output)
    return output
  }

  private static func visibleOutsideASCII(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? replacement
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: replacement
    default: scalar
    }
  }

  static let replacement: Unicode.Scalar = "\u{FFFD}"
}
