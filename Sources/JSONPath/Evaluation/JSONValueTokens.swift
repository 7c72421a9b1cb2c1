import JSONText

/// The tokens of one value, from its first byte on; their ranges count from the beginning of the text.
///
/// A copy goes on by itself from where the original stood.
struct JSONValueTokens {
  private let blocks: JSONBlocks
  private var tokenizer: JSONTokenizer
  /// Where the tokenizer's offsets begin in the text.
  private let base: Int
  private var block: JSONBlocks.Block?
  /// The block's, or none.
  private var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
  private var index = 0

  /// Tokens of the value that begins at `start`, or behind white space there.
  init(_ blocks: JSONBlocks, from start: Int) {
    self.blocks = blocks
    base = start
    tokenizer = JSONTokenizer(.lenient)
  }

  /// Goes on from where other tokens stood at their `place`.
  init(_ blocks: JSONBlocks, from place: Place) {
    self.blocks = blocks
    base = place.base
    tokenizer = place.tokenizer
  }

  /// Where tokens stand, without the bytes.
  struct Place {
    fileprivate let base: Int
    fileprivate let tokenizer: JSONTokenizer
  }

  var place: Place { Place(base: base, tokenizer: tokenizer) }

  /// The offset of the next byte.
  var offset: Int { base + tokenizer.offset }

  /// The next token that is neither a comma nor a colon, or nil at the end of the text; deeper ones than `greatest` are
  /// passed over.
  mutating func next(upToDepth greatest: Int = .max, withMarks: Bool = false) throws(JSONPathFailure) -> JSONToken? {
    do throws(JSONError) {
      if let token = try tokenizer.next(bytes, at: &index, upToDepth: greatest, withMarks: withMarks) {
        return moved(token)
      }
    } catch {
      throw .notJSON(moved(error))
    }
    return try nextInOtherBlock(upToDepth: greatest, withMarks: withMarks)
  }

  private mutating func nextInOtherBlock(
    upToDepth greatest: Int, withMarks: Bool
  ) throws(JSONPathFailure) -> JSONToken? {
    while offset < blocks.count {
      let next = try blocks.block(holding: offset)
      block = next
      bytes = next.bytes
      index = offset - next.start
      do throws(JSONError) {
        if let token = try tokenizer.next(next.bytes, at: &index, upToDepth: greatest, withMarks: withMarks) {
          return moved(token)
        }
      } catch {
        throw .notJSON(moved(error))
      }
    }
    do throws(JSONError) {
      return try tokenizer.finish().map(moved)
    } catch {
      throw .notJSON(moved(error))
    }
  }

  private func moved(_ token: JSONToken) -> JSONToken {
    var moved = token
    moved.range = token.range.lowerBound + base..<token.range.upperBound + base
    return moved
  }

  private func moved(_ error: JSONError) -> JSONError {
    var moved = error
    moved.position.offset += base
    return moved
  }

  /// Reads on to the end of the container that `token` opens; the offset behind it.
  mutating func skip(_ token: JSONToken) throws(JSONPathFailure) -> Int {
    try skip(toDepth: token.depth)
  }

  /// Reads on to the end of the open container whose brackets have a depth; the offset behind it.
  mutating func skip(toDepth depth: Int) throws(JSONPathFailure) -> Int {
    // What is open ends with a bracket or an error.
    _ = try next(upToDepth: depth)
    return offset
  }

  /// The text of a key or a string, as UTF-8 and without escapes.
  func text(of token: JSONToken) throws(JSONPathFailure) -> [UInt8] {
    if !token.hasEscapes { return try bytes(in: token.range.lowerBound + 1..<token.range.upperBound - 1) }
    return Array(JSONText.string(ofQuoted: try bytes(in: token.range)).utf8)
  }

  /// The bytes of a range that has been read.
  func bytes(in range: Range<Int>) throws(JSONPathFailure) -> [UInt8] {
    guard let block, block.start <= range.lowerBound, range.upperBound <= block.end else {
      return try blocks.bytes(in: range)
    }
    return Array(block.bytes[range.lowerBound - block.start..<range.upperBound - block.start])
  }

  /// Whether the text of a key is `name`, which is UTF-8.
  func isName(_ name: [UInt8], _ token: JSONToken) throws(JSONPathFailure) -> Bool {
    if token.hasEscapes { return try text(of: token) == name }
    guard token.range.count == name.count + 2 else { return false }
    guard let block, block.start <= token.range.lowerBound, token.range.upperBound <= block.end else {
      return try text(of: token) == name
    }
    let start = token.range.lowerBound + 1 - block.start
    return UnsafeRawBufferPointer(rebasing: bytes[start..<start + name.count]).elementsEqual(name)
  }
}
