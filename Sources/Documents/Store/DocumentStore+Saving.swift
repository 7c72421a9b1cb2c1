package import Exchanges
package import HTTPMessages
import Recordings

extension DocumentStore {
  /// Writes bytes of an exchange to a file, in slices; returns how many.
  ///
  /// They are written beside the file first and take its name when they are whole, so that a failure, or a cancelled
  /// task, leaves what was there. A file that exists is replaced only when `replacing` says so. Content that is still
  /// coming is written as far as it has come.
  @discardableResult
  package func save(
    _ what: SavedBytes, of exchange: ExchangeID, to path: String, replacing: Bool = false
  ) async throws(DocumentError) -> Int {
    let source = try await source(of: what, exchange)
    var file = try SavedFile(path: path, replacing: replacing)
    var position = 0
    while position < source.count {
      let range = position..<min(source.count, position + Self.slice)
      try source.forEachPiece(in: range) { bytes throws(DocumentError) in try file.write(bytes) }
      position = range.upperBound
      try await giveWay()
    }
    try file.finish()
    return position
  }

  /// A message's content with its codings undone, at most `limit` bytes.
  package func content(
    of kind: MessageKind, in exchange: ExchangeID, limit: Int = 1 << 20
  ) async throws(DocumentError) -> [UInt8] {
    let source = try await source(of: .content(kind), exchange)
    guard source.count <= limit else { throw .tooLarge(bytes: source.count, limit: limit) }
    var content: [UInt8] = []
    try source.forEachPiece(in: 0..<source.count) { bytes throws(DocumentError) in content.append(contentsOf: bytes) }
    return content
  }

  /// What is to be written, decoded as far as it has come.
  private func source(of what: SavedBytes, _ exchange: ExchangeID) async throws(DocumentError) -> SavedSource {
    switch what {
    case .bytes(let reference):
      let log = try documents(of: exchange).log(of: reference)
      return .log(log, reference.range.clamped(to: 0..<log.count))
    case .messages(let kind):
      let parts = try documents(of: exchange).parts(ExchangeDocuments.direction(of: kind))
      return .log(parts.log, parts.range)
    case .codedContent(let kind):
      let documents = try documents(of: exchange)
      let content = try reading { () throws(RecordingError) in try documents.content(kind) }
      guard let content else { throw .noMessage }
      return .content(content.codedSource, 0..<content.codedSource.count)
    case .content(let kind):
      let content = try await decodedContent(of: kind, in: exchange)
      return .content(content, 0..<content.count)
    case .contentPart(let kind, let range):
      let content = try await decodedContent(of: kind, in: exchange)
      return .content(content, range.clamped(to: 0..<content.count))
    }
  }

  /// A message's content, decoded as far as it has come.
  func decodedContent(of kind: MessageKind, in exchange: ExchangeID) async throws(DocumentError) -> ContentSource {
    while true {
      let documents = try documents(of: exchange)
      let content = try reading { () throws(RecordingError) in try documents.content(kind) }
      guard let content else { throw .noMessage }
      let hasMore = try reading { () throws(RecordingError) in try content.advance(budget: Self.slice) }
      if !hasMore { return content.source }
      try await giveWay()
    }
  }
}

/// Bytes to be written: a range of content or of a log.
private enum SavedSource: Sendable {
  case content(ContentSource, Range<Int>)
  case log(ByteLogSnapshot, Range<Int>)

  var count: Int {
    switch self {
    case .content(_, let range), .log(_, let range): range.count
    }
  }

  /// Shows the bytes of a range, counted from the first that is to be written.
  func forEachPiece(
    in range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(DocumentError) -> Void
  ) throws(DocumentError) {
    var failure: DocumentError?
    func show(_ bytes: UnsafeRawBufferPointer) -> Bool {
      do throws(DocumentError) {
        try body(bytes)
        return true
      } catch {
        failure = error
        return false
      }
    }
    do throws(RecordingError) {
      switch self {
      case .content(let source, let shown):
        let start = shown.lowerBound
        try source.forEachPiece(in: start + range.lowerBound..<start + range.upperBound) { _, bytes in show(bytes) }
      case .log(let log, let shown):
        let start = shown.lowerBound
        try log.forEachPiece(in: start + range.lowerBound..<start + range.upperBound) { _, bytes in show(bytes) }
      }
    } catch {
      throw .recording(error)
    }
    if let failure { throw failure }
  }
}
