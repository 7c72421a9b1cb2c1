package import JSONText

/// The text that a query is evaluated on, for reading what was found; it is mostly still at hand.
package struct JSONPathText {
  let blocks: JSONBlocks

  /// Shows the bytes of a range from front to back, in pieces.
  package func forEachPiece(
    in range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(JSONPathFailure) -> Void
  ) throws(JSONPathFailure) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let block = try blocks.block(holding: offset)
      let end = min(block.end, range.upperBound)
      try body(UnsafeRawBufferPointer(rebasing: block.bytes[offset - block.start..<end - block.start]))
      offset = end
    }
  }

  /// The way to a match, with its names.
  package func steps(to location: JSONLocation) throws(JSONPathFailure) -> [JSONStep] {
    try location.named { (range) throws(JSONPathFailure) in try blocks.bytes(in: range) }
  }
}
