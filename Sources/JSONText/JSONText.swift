/// Whole JSON texts: whether they are right, and the text of their strings.
package enum JSONText {
  /// The first error of a whole JSON text, or nil when it is right (RFC 8259, UTF-8, surrogates paired, 512 levels at most).
  package static func check(_ bytes: UnsafeRawBufferPointer) -> JSONError? {
    var tokenizer = JSONTokenizer(.strict)
    var position = 0
    do throws(JSONError) {
      while try tokenizer.next(bytes, at: &position) != nil {}
      while try tokenizer.finish() != nil {}
      return nil
    } catch {
      return error
    }
  }

  package static func check(_ bytes: [UInt8]) -> JSONError? {
    bytes.withUnsafeBytes { check($0) }
  }

  /// The text of a key or string token without quotes and escapes; what is not UTF-8 or a lone surrogate becomes U+FFFD.
  ///
  /// `bytes` are the whole text, so that the token's range means bytes in it.
  package static func string(of token: JSONToken, in bytes: UnsafeRawBufferPointer) -> String {
    let inner = UnsafeRawBufferPointer(rebasing: bytes[token.range.lowerBound + 1..<token.range.upperBound - 1])
    guard token.hasEscapes else { return String(decoding: inner, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(inner.count)
    var index = 0
    while index < inner.count {
      let byte = inner[index]
      index += 1
      guard byte == UInt8(ascii: "\\"), index < inner.count else {
        text.append(byte)
        continue
      }
      let escape = inner[index]
      index += 1
      switch escape {
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"): appendUnicodeEscape(from: inner, at: &index, to: &text)
      default: text.append(escape)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads the digits of a \u escape, and the low surrogate's escape after a high one.
  private static func appendUnicodeEscape(
    from bytes: UnsafeRawBufferPointer, at index: inout Int, to text: inout [UInt8]
  ) {
    func unit(at start: Int) -> UInt32? {
      guard start + 4 <= bytes.count else { return nil }
      var value: UInt32 = 0
      for position in start..<start + 4 {
        guard let digit = JSONTokenizer.hexDigit(bytes[position]) else { return nil }
        value = value << 4 | UInt32(digit)
      }
      return value
    }
    guard var value = unit(at: index) else { return }
    index += 4
    if value & 0xFC00 == 0xD800, index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u"), let low = unit(at: index + 2), low & 0xFC00 == 0xDC00
    {
      value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
      index += 6
    }
    text.append(contentsOf: Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8))
  }
}
