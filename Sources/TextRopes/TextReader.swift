/// Reads a text from place to place; near the last place that costs no more than reading an array.
package struct TextReader: Sendable {
  private let root: TextNode
  /// The text's length in bytes.
  package let count: Int
  private var leaf: [UInt8]
  private var start: Int

  package init(_ rope: TextRope) {
    root = rope.root
    count = rope.count
    (leaf, start) = ([], 0)
  }

  init(_ bytes: [UInt8]) {
    root = .leaf(TextLeaf(bytes))
    count = bytes.count
    (leaf, start) = (bytes, 0)
  }

  package subscript(offset: Int) -> UInt8 {
    mutating get {
      if offset < start || offset - start >= leaf.count { seek(offset) }
      return leaf[offset - start]
    }
  }

  /// A few bytes, copied.
  package mutating func bytes(in range: Range<Int>) -> ArraySlice<UInt8> {
    if range.isEmpty { return [] }
    if range.lowerBound < start || range.lowerBound - start >= leaf.count { seek(range.lowerBound) }
    if range.upperBound - start <= leaf.count { return leaf[(range.lowerBound - start)..<(range.upperBound - start)] }
    return TextRope(root).bytes(in: range)[...]
  }

  private mutating func seek(_ offset: Int) {
    let (leaf, start) = root.leaf(at: offset)
    (self.leaf, self.start) = (leaf.bytes, start)
  }
}
