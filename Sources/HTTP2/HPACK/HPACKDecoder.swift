/// Decodes the header blocks of one direction of a connection, and tells how each field was coded (RFC 7541 §3.2).
///
/// A value: a copy at a frame's boundary is a checkpoint from which the blocks behind it can be decoded again.
package struct HPACKDecoder: Sendable, Hashable {
  /// What one block said.
  package struct Block: Sendable, Hashable {
    package var fields: [CodedField] = []
    package var tableSizeUpdates: [TableSizeUpdate] = []
    /// Count of all fields, also those that were not kept.
    package var fieldCount = 0
    /// Bytes of all fields as `HeaderField.size` counts, also of those that were not kept.
    package var size = 0
    /// Fields are missing because a limit was met.
    package var isCut: Bool { fieldCount > fields.count }

    package init() {}
  }

  private var table: DynamicTable
  /// The size that the encoder may use.
  private var announced: Int
  /// The encoder must begin its next block with a change of size to at most this (§4.2).
  private var dueSize: Int?

  /// - Parameters:
  ///   - tableSize: Bytes of the table that both sides begin with.
  ///   - announced: Bytes that the encoder may raise it to.
  package init(tableSize: Int = 4096, announced: Int? = nil) {
    table = DynamicTable(capacity: tableSize)
    self.announced = announced ?? tableSize
  }

  /// Bytes that the dynamic table takes now.
  package var tableSize: Int { table.size }
  /// Count of fields in the dynamic table.
  package var tableCount: Int { table.count }

  /// The encoder may use tables up to this size from the next block on; a smaller one than before it must confirm.
  package mutating func announce(tableSize: Int) {
    if tableSize < table.capacity { dueSize = min(tableSize, dueSize ?? .max) }
    announced = tableSize
  }

  /// Decodes a whole block.
  ///
  /// - Parameters:
  ///   - bytes: The block, out of its frames.
  ///   - sizeLimit: Bytes of fields that are kept, as `HeaderField.size` counts; the rest is decoded, for the table's
  ///     sake, and dropped.
  ///   - countLimit: Count of fields that are kept.
  ///   - block: Gets what the block says.
  /// - Throws: Where the block cannot be decoded. `block` has what came before.
  package mutating func decode(
    _ bytes: [UInt8], sizeLimit: Int = .max, countLimit: Int = .max, into block: inout Block
  ) throws(HPACKError) {
    var reader = HPACKReader(bytes)
    while let first = reader.next {
      if first & 0xe0 == 0x20 {
        try updateSize(&reader, &block)
        continue
      }
      if dueSize != nil { throw reader.failure(.tableSizeMissing, from: reader.index) }
      let field = try readField(first, &reader)
      block.fieldCount += 1
      block.size += field.field.size
      if block.size <= sizeLimit, block.fieldCount <= countLimit { block.fields.append(field) }
    }
    // Also a block without fields has to confirm (§4.2).
    if dueSize != nil { throw reader.failure(.tableSizeMissing, from: reader.index) }
  }

  private mutating func updateSize(_ reader: inout HPACKReader, _ block: inout Block) throws(HPACKError) {
    let start = reader.index
    let size = try reader.integer(prefix: 5)
    guard block.fieldCount == 0 else { throw reader.failure(.tableSizeMisplaced, from: start) }
    guard size <= announced else { throw reader.failure(.tableSizeTooLarge, from: start) }
    if let due = dueSize, size <= due { dueSize = nil }
    table.resize(to: size)
    // Two say all: the smallest size in between and the last one. The bytes of others are looked at and forgotten.
    if block.tableSizeUpdates.count < 8 {
      block.tableSizeUpdates.append(TableSizeUpdate(size: size, range: start..<reader.index))
    }
  }

  private mutating func readField(_ first: UInt8, _ reader: inout HPACKReader) throws(HPACKError) -> CodedField {
    let start = reader.index
    if first >= 0x80 {
      let index = try reader.integer(prefix: 7)
      guard let (field, source) = entry(index) else { throw reader.failure(.indexInvalid, from: start) }
      return CodedField(
        field: field, representation: .indexed, nameSource: source, valueSource: source, range: start..<reader.index,
        byteCount: reader.index - start)
    }
    let representation: CodedField.Representation =
      first >= 0x40 ? .literalIndexed : first >= 0x10 ? .literalNeverIndexed : .literalNotIndexed
    let index = try reader.integer(prefix: representation == .literalIndexed ? 6 : 4)
    var name: [UInt8]
    var nameSource: CodedField.Source
    if index > 0 {
      guard let (field, source) = entry(index) else { throw reader.failure(.indexInvalid, from: start) }
      (name, nameSource) = (field.name, source)
    } else {
      let (text, isHuffmanCoded) = try reader.string()
      (name, nameSource) = (text, .literal(isHuffmanCoded: isHuffmanCoded))
    }
    let (value, isHuffmanCoded) = try reader.string()
    let field = HeaderField(
      name: name, value: value, isNeverIndexed: representation == .literalNeverIndexed)
    if representation == .literalIndexed { table.insert(field) }
    return CodedField(
      field: field, representation: representation, nameSource: nameSource,
      valueSource: .literal(isHuffmanCoded: isHuffmanCoded), range: start..<reader.index,
      byteCount: reader.index - start)
  }

  private func entry(_ index: Int) -> (HeaderField, CodedField.Source)? {
    guard index > 0 else { return nil }
    guard index > StaticTable.count else { return (StaticTable.fields[index - 1], .staticTable(index)) }
    return table[index - StaticTable.count].map { ($0, .dynamicTable(index)) }
  }
}
