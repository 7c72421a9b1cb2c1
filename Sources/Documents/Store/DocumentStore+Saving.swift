package import Exchanges
package import HTTPMessages
package import Recordings
import TerminalText

extension DocumentStore {
  /// Writes bytes of an exchange to a file, in slices; returns how many.
  ///
  /// They are written beside the file first and take its name when they are whole, so that a failure, or a cancelled
  /// task, leaves what was there. A file that exists is replaced only when `replacing` says so. Content that is still
  /// coming is written as far as it has come. Nil for the `mode` gives the file that of any new one.
  @discardableResult
  package func save(
    _ what: SavedBytes, of exchange: ExchangeID, to path: String, replacing: Bool = false, mode: UInt32? = nil
  ) async throws(DocumentError) -> Int {
    // What cannot be had makes no file.
    let saved = try await saved(what, exchange)
    var file = try SavedFile(path: path, replacing: replacing)
    var count = 0
    try await forEachBatch(of: saved) { batch throws(DocumentError) in
      try file.write(batch)
      count += batch.count
    }
    try file.finish(mode: mode)
    return count
  }

  /// Writes bytes of an exchange to a file without a name, which goes with its last reference.
  package func spool(_ what: SavedBytes, of exchange: ExchangeID) async throws(DocumentError) -> SpoolFile {
    let saved = try await saved(what, exchange)
    let file = try reading { () throws(RecordingError) in try SpoolFile(directory: spool.directory) }
    var count = 0
    try await forEachBatch(of: saved) { batch throws(DocumentError) in
      let failure = batch.withUnsafeBytes { file.write($0, at: count) }.failure
      if let failure { throw .recording(failure) }
      count += batch.count
    }
    return file
  }

  /// The same bytes in memory, at most `limit` of them.
  package func bytes(
    _ what: SavedBytes, of exchange: ExchangeID, limit: Int = 1 << 20
  ) async throws(DocumentError) -> [UInt8] {
    let saved = try await saved(what, exchange)
    if let count = saved.count, count > limit { throw .tooLarge(bytes: count, limit: limit) }
    var bytes: [UInt8] = []
    try await forEachBatch(of: saved) { batch throws(DocumentError) in
      bytes += batch
      if bytes.count > limit { throw .tooLarge(bytes: bytes.count, limit: limit) }
    }
    return bytes
  }

  /// A message's content with its codings undone, at most `limit` bytes.
  package func content(
    of kind: MessageKind, in exchange: ExchangeID, limit: Int = 1 << 20
  ) async throws(DocumentError) -> [UInt8] {
    try await bytes(.content(kind), of: exchange, limit: limit)
  }

  /// What is to be written, decoded as far as it has come.
  private func saved(_ what: SavedBytes, _ exchange: ExchangeID) async throws(DocumentError) -> SavedSource {
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
    case .filtered(let number, let kind):
      let key = DocumentKey(exchange: exchange, view: .filtered, message: kind, filter: number)
      guard let filtered = try documents(of: exchange).filtered(key) else { throw .noMessage }
      let whole = 0..<filtered.source.count
      return filtered.layout == .members ? .members(filtered.source, whole) : .content(filtered.source, whole)
    case .rows(let key): return .rows(key)
    }
  }

  /// Shows the bytes from front to back, in slices between which other questions are answered.
  private func forEachBatch(
    of saved: SavedSource, _ body: ([UInt8]) throws(DocumentError) -> Void
  ) async throws(DocumentError) {
    switch saved {
    case .rows(let key): try await forEachBatch(ofRows: key, body)
    case .members(let source, let range):
      try body(Array("{\n".utf8))
      try await forEachBatch(of: .content(source, range), body)
      try body(Array("\n}\n".utf8))
    case .log(let log, let range):
      try await forEachSlice(of: range) { slice throws(DocumentError) in
        try body(try reading { () throws(RecordingError) in try log.bytes(in: slice) })
      }
    case .content(let source, let range):
      try await forEachSlice(of: range) { slice throws(DocumentError) in
        try body(try reading { () throws(RecordingError) in try source.bytes(in: slice) })
      }
    }
  }

  private func forEachSlice(
    of range: Range<Int>, _ body: (Range<Int>) throws(DocumentError) -> Void
  ) async throws(DocumentError) {
    var position = range.lowerBound
    while position < range.upperBound {
      let slice = position..<min(range.upperBound, position + Self.slice)
      try body(slice)
      position = slice.upperBound
      try await giveWay()
    }
  }

  private func forEachBatch(
    ofRows key: DocumentKey, _ body: ([UInt8]) throws(DocumentError) -> Void
  ) async throws(DocumentError) {
    var batch: [UInt8] = []
    var row = 0
    while true {
      let documents = try documents(for: key)
      let (rows, hasMore) = try reading { () throws(RecordingError) in
        var hasMore = false
        if try documents.document(key).rowCount <= row + Self.rowsAtOnce {
          hasMore = try documents.advance(key, budget: Self.slice)
        }
        let document = try documents.document(key)
        // The last row that is known may go on.
        let end = min(row + Self.rowsAtOnce, document.rowCount - (hasMore ? 1 : 0))
        return (end > row ? try document.rows(in: row..<end) : [], hasMore)
      }
      for next in rows {
        if row > 0, !next.isContinuation { batch.append(0x0A) }
        batch += TerminalFilter.filtered(next.text, keepingTabs: true).utf8
        row += 1
      }
      if batch.count >= Self.slice || rows.isEmpty && !hasMore {
        if rows.isEmpty, row > 0 { batch.append(0x0A) }
        try body(batch)
        batch.removeAll(keepingCapacity: true)
      }
      if rows.isEmpty, !hasMore { return }
      try await giveWay()
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

/// What is to be written.
private enum SavedSource: Sendable {
  case content(ContentSource, Range<Int>)
  /// Members of an object, to be put into its brackets.
  case members(ContentSource, Range<Int>)
  case log(ByteLogSnapshot, Range<Int>)
  case rows(DocumentKey)

  /// How many bytes, where that is known before.
  var count: Int? {
    switch self {
    case .content(_, let range), .members(_, let range), .log(_, let range): range.count
    case .rows: nil
    }
  }
}
