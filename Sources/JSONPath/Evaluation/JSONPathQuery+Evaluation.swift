import JSONText

extension JSONPathQuery {
  /// How a query is evaluated.
  package struct Configuration: Sendable {
    /// Whether several texts may follow each other; then each is a `$` of its own.
    package var acceptsSequences = false
    /// How many matches wait for their order before the text is read ahead for it.
    package var heldLimit = 1 << 16

    /// Bytes that are read at once; a few times as many are kept.
    var blockSize = 128 << 10

    package init() {}
  }

  /// Finds the nodes of the query, in the order of RFC 9535, until `body` returns false; memory is bounded whatever the text.
  ///
  /// What `$` means is a whole text. A name that an object has twice is found twice, each time with the same path, for
  /// nothing that was sent is to be hidden; where a filter compares it, its first member counts.
  ///
  /// `isCancelled` is asked at every block of the text and now and then within a pattern. What came before a failure
  /// stands. The text that `body` is given is for reading what was found, as long as it runs.
  package func forEachMatch(
    in bytes: any JSONBytes, _ configuration: Configuration = Configuration(),
    isCancelled: @escaping () -> Bool = { Task.isCancelled },
    _ body: @escaping (JSONPathMatch, JSONPathText) throws(JSONPathFailure) -> Bool
  ) throws(JSONPathFailure) {
    let blocks = JSONBlocks(bytes, blockSize: configuration.blockSize, isCancelled: isCancelled)
    let run = JSONPathRun(self, blocks, heldLimit: configuration.heldLimit)
    run.mayStop = !configuration.acceptsSequences
    var number = 0
    var goesOn = true
    var start = try blocks.endOfBlanks(from: 0)
    repeat {
      let text = number
      let end = try run.evaluate(self, textFrom: start) { (range, location) throws(JSONPathFailure) in
        goesOn = try body(JSONPathMatch(range: range, text: text, location: location), JSONPathText(blocks: blocks))
        return goesOn
      }
      guard goesOn, let end else { return }
      start = try blocks.endOfBlanks(from: end)
      number += 1
      if start < bytes.count, !configuration.acceptsSequences { throw try blocks.notEnded(at: start) }
    } while start < bytes.count
  }
}

extension JSONBlocks {
  /// The offset of the first byte from `offset` on that is no white space and, between texts, no record separator (RFC 7464).
  fileprivate func endOfBlanks(from offset: Int) throws(JSONPathFailure) -> Int {
    var offset = offset
    while offset < count {
      let block = try block(holding: offset)
      while offset < block.end {
        switch block.bytes[offset - block.start] {
        case 0x20, 0x09, 0x0A, 0x0D, 0x1E: offset += 1
        default: return offset
        }
      }
    }
    return offset
  }

  fileprivate func notEnded(at offset: Int) throws(JSONPathFailure) -> JSONPathFailure {
    let byte = try bytes(in: offset..<offset + 1)[0]
    return .notJSON(
      JSONError(
        .unexpectedByte(byte, expected: .nothing), at: JSONPosition(offset: offset, line: 1, column: offset + 1)))
  }
}
