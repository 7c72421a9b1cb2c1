/// The Huffman code of HPACK (RFC 7541 appendix B).
///
/// The code is canonical: codes of one length are consecutive numbers in the order of their symbols, and shorter codes
/// come first. So the lengths alone, in bits, are the whole table.
enum HuffmanCode {
  /// Bits of each byte's code; the last one is the code for the end, which must never be sent.
  static let lengths: [UInt8] = [
    13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 30, 28,
    28, 28, 28, 28, 28, 28, 28, 28, 6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6,
    5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10, 13, 6, 7, 7, 7, 7, 7, 7,
    7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6,
    15, 5, 6, 5, 6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5, 6, 7, 6, 5, 5, 6, 7, 7,
    7, 7, 7, 15, 11, 14, 13, 28, 20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23, 23, 23, 23, 24, 23,
    24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24, 22, 21, 20, 22, 22, 23, 23, 21,
    23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21, 23, 22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23,
    26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25, 19, 21, 26, 27, 27, 26, 27, 24,
    21, 21, 26, 26, 28, 27, 27, 27, 20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23,
    26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26, 30,
  ]

  /// A code is one of 5 to 30 bits.
  static let longest = 30
  static let endOfString: UInt16 = 256

  /// Symbols ordered by their codes.
  static let symbols: [UInt16] = (0...endOfString).sorted {
    (lengths[Int($0)], $0) < (lengths[Int($1)], $1)
  }

  /// The code of each symbol, in its low bits.
  static let codes: [UInt32] = {
    var codes = [UInt32](repeating: 0, count: symbols.count)
    var next: UInt32 = 0
    var length: UInt8 = 0
    for symbol in symbols {
      next <<= UInt32(lengths[Int(symbol)] - length)
      length = lengths[Int(symbol)]
      codes[Int(symbol)] = next
      next += 1
    }
    return codes
  }()

  /// Count of bytes that a text takes in this code.
  static func encodedCount(of text: [UInt8]) -> Int {
    lengths.withUnsafeBufferPointer { lengths in
      (text.reduce(0) { $0 + Int(lengths[Int($1)]) } + 7) / 8
    }
  }

  /// Adds a text in this code, filled with ones to whole bytes.
  static func encode(_ text: [UInt8], into bytes: inout [UInt8]) {
    var pending: UInt64 = 0
    var count = 0
    for byte in text {
      let length = Int(lengths[Int(byte)])
      pending = pending << UInt64(length) | UInt64(codes[Int(byte)])
      count += length
      while count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: pending >> UInt64(count)))
      }
    }
    if count > 0 { bytes.append(UInt8(truncatingIfNeeded: pending << UInt64(8 - count)) | 0xff >> UInt8(count)) }
  }
}
