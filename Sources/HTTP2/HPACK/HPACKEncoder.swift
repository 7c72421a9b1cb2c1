/// Encodes the header blocks of one direction of a connection (RFC 7541 §3.1).
package struct HPACKEncoder: Sendable {
  /// When texts are written in the Huffman code.
  package enum HuffmanUse: UInt8, Sendable, Hashable, CaseIterable {
    case whereShorter
    case never
    case always
  }

  package var huffmanUse: HuffmanUse
  private var table: DynamicTable
  /// The smallest size since the last block, where it changed (§4.2).
  private var smallestSize: Int?
  /// Bytes that our own table takes at most, whatever the peer allows.
  private let ceiling: Int

  /// - Parameters:
  ///   - tableSize: Bytes of the dynamic table that the decoder begins with.
  ///   - ceiling: Bytes that the table takes at most, whatever the decoder allows later.
  ///   - huffmanUse: When texts are written in the Huffman code.
  package init(tableSize: Int = 4096, ceiling: Int = 65536, huffmanUse: HuffmanUse = .whereShorter) {
    table = DynamicTable(capacity: min(tableSize, ceiling))
    self.ceiling = ceiling
    self.huffmanUse = huffmanUse
    if tableSize > ceiling { smallestSize = ceiling }
  }

  /// The decoder announced the size in bytes of its table; the next block confirms it.
  package mutating func allow(tableSize: Int) {
    let size = min(tableSize, ceiling)
    guard size != table.capacity else { return }
    smallestSize = min(size, smallestSize ?? .max)
    table.resize(to: size)
  }

  /// Adds a block with these fields to `bytes`; all of it must be sent, and in the order of encoding.
  package mutating func encode(_ fields: [HeaderField], into bytes: inout [UInt8]) {
    if let smallest = smallestSize {
      if smallest < table.capacity { integer(smallest, prefix: 5, pattern: 0x20, &bytes) }
      integer(table.capacity, prefix: 5, pattern: 0x20, &bytes)
      smallestSize = nil
    }
    for field in fields { encode(field, &bytes) }
  }

  private mutating func encode(_ field: HeaderField, _ bytes: inout [UInt8]) {
    let matches = [StaticTable.match(field), dynamicMatch(field)].compactMap { $0 }
    if !field.isNeverIndexed, let whole = matches.first(where: { $0.isWhole }) {
      return integer(whole.index, prefix: 7, pattern: 0x80, &bytes)
    }
    let nameIndex = matches.first?.index ?? 0
    if field.isNeverIndexed {
      integer(nameIndex, prefix: 4, pattern: 0x10, &bytes)
    } else if Self.changesOften(field) || field.size > table.capacity {
      integer(nameIndex, prefix: 4, pattern: 0, &bytes)
    } else {
      integer(nameIndex, prefix: 6, pattern: 0x40, &bytes)
      table.insert(field)
    }
    if nameIndex == 0 { string(field.name, &bytes) }
    string(field.value, &bytes)
  }

  private func dynamicMatch(_ field: HeaderField) -> (index: Int, isWhole: Bool)? {
    table.match(field).map { (index: $0.index + StaticTable.count, isWhole: $0.isWhole) }
  }

  /// Such fields are hardly ever sent twice with one value: they would only push others out of the table.
  private static func changesOften(_ field: HeaderField) -> Bool {
    field.isNamed(":path") || field.isNamed("content-length") || field.isNamed("date") || field.isNamed("etag")
      || field.isNamed("last-modified") || field.isNamed("location") || field.isNamed("range")
      || field.isNamed("content-range")
  }

  private func integer(_ value: Int, prefix: Int, pattern: UInt8, _ bytes: inout [UInt8]) {
    let mask = 0xff >> (8 - prefix)
    guard value >= mask else { return bytes.append(pattern | UInt8(value)) }
    bytes.append(pattern | UInt8(mask))
    var rest = value - mask
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private func string(_ text: [UInt8], _ bytes: inout [UInt8]) {
    let huffmanCount = HuffmanCode.encodedCount(of: text)
    let isHuffmanCoded =
      switch huffmanUse {
      case .whereShorter: huffmanCount < text.count
      case .never: false
      case .always: true
      }
    integer(isHuffmanCoded ? huffmanCount : text.count, prefix: 7, pattern: isHuffmanCoded ? 0x80 : 0, &bytes)
    if isHuffmanCoded { HuffmanCode.encode(text, into: &bytes) } else { bytes += text }
  }
}
