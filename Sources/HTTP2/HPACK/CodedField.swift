/// A field as a header block coded it: what it is, where its bytes are and how they say it (RFC 7541 §6).
package struct CodedField: Sendable, Hashable {
  /// The kinds of representation.
  package enum Representation: UInt8, Sendable, Hashable {
    /// Name and value come from a table (§6.1).
    case indexed
    /// A literal that goes into the dynamic table (§6.2.1).
    case literalIndexed
    /// A literal that does not (§6.2.2).
    case literalNotIndexed
    /// A literal that no one on the way may put into a table (§6.2.3).
    case literalNeverIndexed

    /// The representation in words.
    package var name: String {
      switch self {
      case .indexed: "indexed"
      case .literalIndexed: "literal, indexed"
      case .literalNotIndexed: "literal, not indexed"
      case .literalNeverIndexed: "literal, never indexed"
      }
    }
  }

  /// Where a name or a value comes from.
  package enum Source: Sendable, Hashable {
    /// An entry of the static table, from 1 to 61.
    case staticTable(Int)
    /// An entry of the dynamic table, from 62 on, as it was when the field was read.
    case dynamicTable(Int)
    case literal(isHuffmanCoded: Bool)
  }

  package var field: HeaderField
  package var representation: Representation
  package var nameSource: Source
  package var valueSource: Source
  /// Offsets of the representation: in the block as `HPACKDecoder` tells it, in the stream everywhere else.
  ///
  /// Where a CONTINUATION begins inside of a field, its frame header is in the range too.
  package var range: Range<Int>
  /// Count of bytes of the representation.
  package var byteCount: Int
}

/// A change of the dynamic table's size at the beginning of a header block (RFC 7541 §6.3).
package struct TableSizeUpdate: Sendable, Hashable {
  package var size: Int
  package var range: Range<Int>
}
