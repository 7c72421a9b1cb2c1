/// Why a header block cannot be decoded; the connection is lost with it, because the tables differ from now on.
package struct HPACKError: Error, Sendable, Hashable {
  package enum Reason: UInt8, Sendable, Hashable, CaseIterable {
    /// A number of more than 32 bits, or in more bytes than that needs (RFC 7541 §5.1).
    case integerTooLarge
    /// The block ends inside of a number or text.
    case truncated
    /// The Huffman code for the end stands in a text (§5.2).
    case huffmanEnd
    /// The bits after the last character are not fewer than 8 ones (§5.2).
    case huffmanPadding
    /// Index 0, or one that no table has (§2.3.3).
    case indexInvalid
    /// A size above the announced one (§6.3).
    case tableSizeTooLarge
    /// A change of size behind a field (§4.2).
    case tableSizeMisplaced
    /// The size was lowered and the block does not begin with the change (§4.2).
    case tableSizeMissing
  }

  package var reason: Reason
  /// Offsets in the block.
  package var range: Range<Int>
}
