/// Reads the primitives of HPACK out of a header block (RFC 7541 §5).
struct HPACKReader {
  private let bytes: [UInt8]
  private(set) var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next byte, which stays.
  var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  func failure(_ reason: HPACKError.Reason, from start: Int) -> HPACKError {
    HPACKError(reason: reason, range: start..<max(index, start))
  }

  /// Reads a number whose first byte has `prefix` bits for it, from 1 to 8 (§5.1).
  mutating func integer(prefix: Int) throws(HPACKError) -> Int {
    let start = index
    guard let first = next else { throw failure(.truncated, from: start) }
    index += 1
    let mask = 0xff >> (8 - prefix)
    var value = Int(first) & mask
    guard value == mask else { return value }
    // Five bytes hold 35 bits: more are zeros, which would only waste the reader's time.
    for place in 0..<5 {
      guard let byte = next else { throw failure(.truncated, from: start) }
      index += 1
      value += Int(byte & 0x7f) << (7 * place)
      if byte < 0x80 {
        guard value <= Int(UInt32.max) else { break }
        return value
      }
    }
    throw failure(.integerTooLarge, from: start)
  }

  /// Reads a text (§5.2).
  mutating func string() throws(HPACKError) -> (text: [UInt8], isHuffmanCoded: Bool) {
    let start = index
    let isHuffmanCoded = (next ?? 0) >= 0x80
    let count = try integer(prefix: 7)
    guard count <= bytes.count - index else {
      index = bytes.count
      throw failure(.truncated, from: start)
    }
    let coded = bytes[index..<(index + count)]
    index += count
    guard isHuffmanCoded else { return (Array(coded), false) }
    var text: [UInt8] = []
    let reason = coded.withUnsafeBytes { HuffmanDecoder.decode($0, into: &text) }
    if let reason { throw failure(reason, from: start) }
    return (text, true)
  }
}
