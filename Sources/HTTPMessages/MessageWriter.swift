/// Writes messages as bytes, exactly as it is told: nothing is checked, added or mended.
package struct MessageWriter: Sendable {
  /// What was written so far; take it and empty it to write in pieces.
  package var bytes: [UInt8]

  package init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Writes "GET /path HTTP/1.1" and a line end (RFC 9112 §3).
  package mutating func requestLine(method: String, target: String, version: String = "HTTP/1.1") {
    text(method)
    bytes.append(Byte.space)
    text(target)
    bytes.append(Byte.space)
    text(version)
    lineEnd()
  }

  /// Writes "HTTP/1.1 200 OK" and a line end; the space before the reason also without one (RFC 9112 §4).
  package mutating func statusLine(version: String = "HTTP/1.1", status: Int, reason: String = "") {
    text(version)
    bytes.append(Byte.space)
    text(String(status))
    bytes.append(Byte.space)
    text(reason)
    lineEnd()
  }

  /// Writes a field line "Name: value" (RFC 9112 §5), in a head or in trailers.
  package mutating func field(name: String, value: String) {
    text(name)
    fieldSeparator()
    text(value)
    lineEnd()
  }

  /// Writes a field line of any bytes.
  package mutating func field(name: some Collection<UInt8>, value: some Collection<UInt8>) {
    bytes.append(contentsOf: name)
    fieldSeparator()
    bytes.append(contentsOf: value)
    lineEnd()
  }

  /// Writes the blank line that ends a head, or a trailer section and its message.
  package mutating func endOfHead() { lineEnd() }

  /// Writes one chunk (RFC 9112 §7.1); nothing for no bytes, because a chunk of size zero would end the content.
  ///
  /// `chunkExtension` is what stands after the semicolon; empty for none.
  package mutating func chunk(_ content: some Collection<UInt8>, chunkExtension: String = "") {
    guard !content.isEmpty else { return }
    chunkHead(size: content.count, chunkExtension: chunkExtension)
    bytes.append(contentsOf: content)
    lineEnd()
  }

  /// Writes the chunk line of a chunk whose `size` bytes and line end are written otherwise.
  package mutating func chunkHead(size: Int, chunkExtension: String = "") {
    text(String(size, radix: 16))
    if !chunkExtension.isEmpty {
      bytes.append(Byte.semicolon)
      text(chunkExtension)
    }
    lineEnd()
  }

  /// Writes the chunk of size zero; trailers may follow, then `endOfHead()` ends the message.
  package mutating func lastChunk() {
    text("0")
    lineEnd()
  }

  /// Writes a message as it stands, part by part.
  package mutating func message(_ message: ExactMessage) {
    bytes += message.emptyLines
    line(message.startLine)
    for field in message.fields { self.field(field) }
    bytes += message.headEnd
    bytes += message.content
    for chunk in message.chunks {
      line(chunk.line)
      bytes += chunk.content
      bytes += chunk.lineEnd
    }
    for field in message.trailers { self.field(field) }
    bytes += message.trailerEnd
  }

  /// Writes the messages of a stream as they stand, and what is left over.
  package mutating func stream(_ stream: ExactStream) {
    for message in stream.messages { self.message(message) }
    bytes += stream.leftover
  }

  /// Writes a field line with its own white space and line end.
  package mutating func field(_ field: ExactMessage.Field) {
    bytes += field.name
    bytes += field.spaceBeforeColon
    if field.hasColon { bytes.append(Byte.colon) }
    bytes += field.spaceBeforeValue
    bytes += field.value
    bytes += field.spaceAfterValue
    bytes += field.lineEnd
  }

  /// Writes the pieces of a line.
  package mutating func line(_ line: ExactMessage.Line) {
    for piece in line.pieces { bytes += piece.bytes }
  }

  /// Writes CR LF.
  package mutating func lineEnd() {
    bytes.append(Byte.carriageReturn)
    bytes.append(Byte.lineFeed)
  }

  /// Writes text as UTF-8.
  package mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func fieldSeparator() {
    bytes.append(Byte.colon)
    bytes.append(Byte.space)
  }
}
