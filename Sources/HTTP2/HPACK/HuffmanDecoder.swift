/// Reads text in HPACK's Huffman code (RFC 7541 §5.2).
enum HuffmanDecoder {
  /// A code of at most 8 bits, looked up by the next 8 bits of the text.
  private struct ShortCode {
    var symbol: UInt8
    /// Zero where the code is longer than 8 bits.
    var length: UInt8
  }

  private static let shortCodes: [ShortCode] = {
    var table = [ShortCode](repeating: ShortCode(symbol: 0, length: 0), count: 256)
    for symbol in 0...255 where HuffmanCode.lengths[symbol] <= 8 {
      let length = HuffmanCode.lengths[symbol]
      let first = Int(HuffmanCode.codes[symbol]) << Int(8 - length)
      for index in first..<(first + 1 << Int(8 - length)) {
        table[index] = ShortCode(symbol: UInt8(symbol), length: length)
      }
    }
    return table
  }()

  /// What is known of the codes of one length.
  private struct Row {
    /// One more than the highest code, in the high bits of a word.
    var end: UInt64 = 0
    var firstCode: UInt32 = 0
    /// Index in `HuffmanCode.symbols` of the first code's symbol.
    var firstSymbol = 0
  }

  private static let rows: [Row] = {
    var rows = [Row](repeating: Row(), count: HuffmanCode.longest + 1)
    for (index, symbol) in HuffmanCode.symbols.enumerated() {
      let length = Int(HuffmanCode.lengths[Int(symbol)])
      let code = HuffmanCode.codes[Int(symbol)]
      if rows[length].end == 0 {
        rows[length].firstCode = code
        rows[length].firstSymbol = index
      }
      // The highest code of all is all ones: one more than it does not fit.
      rows[length].end = (UInt64(code) + 1) << UInt64(64 - length)
      if length == HuffmanCode.longest { rows[length].end = .max }
    }
    return rows
  }()

  /// Adds the text to `text`; the coding error, if there is one.
  ///
  /// Complexity: linear; at most 8/5 of the count of bytes is added.
  static func decode(_ bytes: UnsafeRawBufferPointer, into text: inout [UInt8]) -> HPACKError.Reason? {
    var pending: UInt64 = 0
    var count = 0
    var index = 0
    text.reserveCapacity(text.count + bytes.count * 8 / 5)
    while true {
      while count <= 56, index < bytes.count {
        pending |= UInt64(bytes[index]) << UInt64(56 - count)
        count += 8
        index += 1
      }
      guard count > 0 else { return nil }
      let short = shortCodes[Int(pending >> 56)]
      if short.length > 0, Int(short.length) <= count {
        text.append(short.symbol)
        pending <<= UInt64(short.length)
        count -= Int(short.length)
        continue
      }
      guard let (symbol, length) = longCode(pending), length <= count else {
        return remainderError(pending, count: count)
      }
      guard symbol != HuffmanCode.endOfString else { return .huffmanEnd }
      text.append(UInt8(truncatingIfNeeded: symbol))
      pending <<= UInt64(length)
      count -= length
    }
  }

  private static func longCode(_ pending: UInt64) -> (symbol: UInt16, length: Int)? {
    for length in 5...HuffmanCode.longest where pending < rows[length].end {
      let row = rows[length]
      let place = Int(pending >> UInt64(64 - length)) - Int(row.firstCode) + row.firstSymbol
      guard place < HuffmanCode.symbols.count, place >= 0 else { return nil }
      return (HuffmanCode.symbols[place], length)
    }
    return nil
  }

  /// What remains must be fewer than 8 bits, all ones.
  private static func remainderError(_ pending: UInt64, count: Int) -> HPACKError.Reason? {
    guard count < 8 else { return count >= HuffmanCode.longest ? .huffmanEnd : .huffmanPadding }
    return pending >> UInt64(64 - count) == (1 << UInt64(count)) - 1 ? nil : .huffmanPadding
  }
}
