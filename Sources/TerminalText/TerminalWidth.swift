/// How many columns of a terminal a text takes, by one table and one rule: one spacing scalar per cell.
///
/// Flags, joined emoji and skin tones are shown as their parts, because terminals and libc disagree about the whole:
/// every spacing scalar has its own cell or two, and combining marks, joiners, variation selectors and skin tones take
/// no column. Widths are those of what `TerminalFilter` lets through: a control character is one picture wide.
package enum TerminalWidth {
  /// The columns of a scalar: 0 for one that joins the scalar before it, 2 for a wide one, else 1.
  @inline(__always)
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x300 ? 1 : columnsByTable(scalar.value)
  }

  /// The columns of a character: those of its scalars together.
  package static func columns(of character: Character) -> Int {
    character.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns of a text on one line: those of its scalars together.
  package static func columns(of text: some StringProtocol) -> Int {
    if let columns = text.utf8.withContiguousStorageIfAvailable(columnsOfNarrow).flatMap({ $0 }) { return columns }
    var sum = 0
    for scalar in String(text).unicodeScalars { sum += columns(of: scalar) }
    return sum
  }

  /// The columns of UTF-8 whose scalars are all below U+0300 and so take one each; nil for others.
  private static func columnsOfNarrow(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var sum = 0
    var most: UInt8 = 0
    for byte in bytes {
      sum += byte & 0xC0 == 0x80 ? 0 : 1
      most = max(most, byte)
    }
    return most < 0xCC ? sum : nil
  }

  /// The text cut to at most `limit` columns, with an ellipsis as its last column where something was cut off.
  ///
  /// A limit of zero or less gives nothing.
  package static func truncated(_ text: some StringProtocol, toColumns limit: Int, ellipsis: Unicode.Scalar = "…")
    -> String
  {
    guard limit > 0 else { return "" }
    var used = 0
    var cut: String.Index?
    for index in text.unicodeScalars.indices {
      let width = columns(of: text.unicodeScalars[index])
      if cut == nil, used + width > limit - columns(of: ellipsis) { cut = index }
      used += width
      if used > limit {
        var result = String(text[..<(cut ?? index)])
        result.unicodeScalars.append(ellipsis)
        return result
      }
    }
    return String(text)
  }

  /// Finds the last step at or before the scalar.
  private static func columnsByTable(_ value: UInt32) -> Int {
    // Box drawing and blocks come in every frame, pictures of control characters in every binary body.
    if value >= 0x2400 && value < 0x25FD { return 1 }
    let key = value << 2 | 3
    return TerminalWidthTable.steps.withUnsafeBufferPointer { steps in
      var low = 0
      var high = steps.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if steps[middle] <= key { low = middle } else { high = middle }
      }
      return Int(steps[low] & 3)
    }
  }
}
