package import HTTPMessages

extension MessageIndex {
  /// A parser that reads on from the last known line at or before `offset`, one of this message's bytes.
  ///
  /// What it tells from there on is right up to the end of the section in which it begins: to `headEnd` in the head,
  /// to the message's end behind it. Content that is not chunked needs no parser: it is one extent.
  package func parser(before offset: Int) -> MessageParser {
    let field = fieldLines.last(atOffset: offset)
    guard let headEnd, offset >= headEnd else {
      guard let field else { return MessageParser(resumingMessagesAt: start, of: kind) }
      return MessageParser(resumingFieldsAt: field.offset, of: kind, isInTrailers: false)
    }
    if !content.isChunked, let trailerStart, offset >= trailerStart {
      let line = max(trailerStart, field?.offset ?? trailerStart)
      return MessageParser(resumingFieldsAt: line, of: kind, isInTrailers: true)
    }
    let chunk = content.chunkLines.last(atOffset: offset)?.offset ?? headEnd
    if let field, field.offset > chunk {
      return MessageParser(resumingFieldsAt: field.offset, of: kind, isInTrailers: true)
    }
    return MessageParser(resumingChunkedContentAt: chunk, of: kind)
  }
}
