import ContentCodings
package import Exchanges
package import Recordings
import TerminalText

/// Answers with rows of documents, however large: reads recordings, keeps sparse indices, never a second copy of a body.
///
/// Give it each newer snapshot of an exchange with `update`, ask for windows of rows, and `close` the exchange when it
/// is no longer kept. Work goes on in slices between which other questions are answered, so that none waits for a
/// whole document.
package actor DocumentStore {
  /// Bytes of source that are divided into rows before other questions get their turn: well under a millisecond.
  static let slice = 128 << 10
  /// Bytes that are checked before others get theirs, which takes some times as long.
  private static let checkedSlice = 32 << 10

  /// A pulse whenever documents have grown by work of the store itself; ask for the window again.
  package nonisolated let changes: AsyncStream<Void>
  let pulse: AsyncStream<Void>.Continuation
  let spool: SpoolConfiguration
  private let limits: ContentDecoderLimits
  private var exchanges: [ExchangeID: ExchangeDocuments] = [:]
  private var indexed: Set<DocumentKey> = []

  /// A store that spools decoded content by `spool`, at most `decodedLimit` bytes of each message.
  package init(spool: SpoolConfiguration = SpoolConfiguration(), decodedLimit: Int = 16 << 30) {
    self.spool = spool
    limits = ContentDecoderLimits(decodedCount: decodedLimit)
    (changes, pulse) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  deinit {
    pulse.finish()
  }

  /// Takes a newer snapshot of an exchange; documents that are made of it go on where they were.
  package func update(_ recording: ExchangeRecording) throws(DocumentError) {
    let id = recording.summary.id
    if let known = exchanges[id] {
      try reading { () throws(RecordingError) in try known.update(recording) }
    } else {
      exchanges[id] = ExchangeDocuments(recording, spool: spool, limits: limits)
    }
  }

  /// Whether there are documents of an exchange.
  package func isOpen(_ exchange: ExchangeID) -> Bool { exchanges[exchange] != nil }

  /// Forgets an exchange: its documents, and its recording if nobody else keeps it.
  package func close(_ exchange: ExchangeID) {
    exchanges[exchange] = nil
  }

  /// Some rows of a document.
  ///
  /// Rows that are not known (yet) are left out: where `rows` goes beyond the end, the window is the last one of that
  /// size. While `isComplete` is false more rows may come: by themselves, after a pulse of `changes`, where only the
  /// index is behind, else after an `update`. `highlighting` adds spans of the role `match`.
  package func window(
    _ key: DocumentKey, rows: Range<Int>, generation: Int = 0, highlighting search: DocumentSearch? = nil
  ) async throws(DocumentError) -> DocumentWindow {
    let documents = try documents(for: key)
    return try reading { () throws(RecordingError) in
      var document = try documents.document(key)
      if rows.upperBound > document.rowCount || !document.isComplete {
        // A small document is whole at its first window; rows that are known need not wait for those behind them.
        let budget = rows.upperBound > document.rowCount ? Self.slice : Self.slice / 32
        if try documents.advance(key, budget: budget) || documents.hasUnchecked(key) { index(key) }
        document = try documents.document(key)
      }
      let total = document.rowCount
      let first = max(0, min(rows.lowerBound, total - rows.count))
      let range = first..<min(total, first + rows.count)
      var shown = try document.rows(in: range)
      if let search, let pattern = document.pattern(for: search) {
        for match in try document.matches(pattern, in: range) {
          shown[match.row - first].spans.append(DocumentRow.Span(range: match.range, role: .match))
        }
      }
      let widest = shown.reduce(documents.widestRows[key] ?? 0) { max($0, TerminalWidth.columns(of: $1.text)) }
      documents.widestRows[key] = widest
      return DocumentWindow(
        key: key, generation: generation, firstRow: first, rows: shown, totalRows: total,
        isComplete: document.isComplete, indexedFraction: document.indexedFraction, widestRow: widest,
        note: document.note, problem: try problem(of: key, documents))
    }
  }

  private func problem(of key: DocumentKey, _ documents: ExchangeDocuments) throws(RecordingError) -> String? {
    switch key.view {
    case .pretty, .text, .hexContent: try documents.content(key.message)?.problem
    case .filtered: documents.filtered(key)?.problem
    case .headers, .hex, .wire, .wireText, .difference: nil
    }
  }

  /// The number of the row that shows the first byte of a reference; nil when no row of the document does.
  ///
  /// Waits for the index to come so far, with other questions answered between.
  package func row(containing reference: ByteReference, in key: DocumentKey) async throws(DocumentError) -> Int? {
    while true {
      let documents = try documents(for: key)
      let (row, hasMore) = try reading { () throws(RecordingError) in
        if let row = try documents.document(key).row(holding: reference) { return (Optional(row), false) }
        return (nil, try documents.advance(key, budget: Self.slice))
      }
      if row != nil || !hasMore {
        if let row { return row }
        // The last slice may just have brought it.
        return try reading { () throws(RecordingError) in try documents.document(key).row(holding: reference) }
      }
      try await giveWay()
    }
  }

  /// The bytes that stand in a document for those of a reference; nil where it has none.
  ///
  /// They are the same ones, but for the frames of HTTP/2 that carried bytes of a message.
  package func reference(_ reference: ByteReference, in key: DocumentKey) throws(DocumentError) -> ByteReference? {
    let documents = try documents(of: key.exchange)
    return try reading { () throws(RecordingError) in try documents.reference(reference, in: key) }
  }

  /// Which part of its message a byte is, in words ("value of Content-Type"); nil for a byte of no message.
  package func part(at reference: ByteReference, of exchange: ExchangeID) throws(DocumentError) -> String? {
    let documents = try documents(of: exchange)
    return try reading { () throws(RecordingError) in
      switch reference.layer {
      case .messages: try documents.parts(reference.direction).name(ofByteAt: reference.range.lowerBound)
      case .frames: try documents.wire?.name(ofFrameByte: reference)
      }
    }
  }

  /// The bytes of a reference as they are in the recording, at most `limit` of them.
  package func bytes(
    at reference: ByteReference, of exchange: ExchangeID, limit: Int = 1 << 20
  ) throws(DocumentError) -> [UInt8] {
    let log = try documents(of: exchange).log(of: reference)
    let range = reference.range.clamped(to: 0..<log.count)
    guard range.count <= limit else { throw .tooLarge(bytes: range.count, limit: limit) }
    return try reading { () throws(RecordingError) in try log.bytes(in: range) }
  }

  // MARK: For the rest of the store

  /// The documents of an exchange that is open.
  func documents(of exchange: ExchangeID) throws(DocumentError) -> ExchangeDocuments {
    guard let documents = exchanges[exchange] else { throw .unknownExchange(exchange) }
    return documents
  }

  /// The documents in which that of a key is, with its difference made if it is one.
  func documents(for key: DocumentKey) throws(DocumentError) -> ExchangeDocuments {
    let own = try documents(of: key.exchange)
    if let comparison = key.comparison {
      let other = try documents(of: comparison.other)
      try reading { () throws(RecordingError) in try own.compare(key, comparison, with: other) }
    }
    return own
  }

  /// Lets other questions be answered, and ends work that nobody waits for.
  func giveWay() async throws(DocumentError) {
    await Task.yield()
    if Task.isCancelled { throw .cancelled }
  }

  /// Runs what reads recordings.
  func reading<R>(_ body: () throws(RecordingError) -> R) throws(DocumentError) -> R {
    do throws(RecordingError) {
      return try body()
    } catch {
      throw .recording(error)
    }
  }

  /// Goes on dividing a document into rows, by itself, until that has caught up, and then checking what it shows.
  private func index(_ key: DocumentKey) {
    guard indexed.insert(key).inserted else { return }
    Task(priority: .utility) { await self.finishIndex(of: key) }
  }

  private func finishIndex(of key: DocumentKey) async {
    while true {
      // What has come meanwhile has its rows before more is checked. An error is told when rows are asked for.
      if (try? exchanges[key.exchange]?.advance(key, budget: Self.slice)) == true {
        pulse.yield()
      } else {
        guard let step = try? exchanges[key.exchange]?.check(key, budget: Self.checkedSlice) else { break }
        if step.isNews { pulse.yield() }
        if !step.hasMore { break }
      }
      await Task.yield()
    }
    pulse.yield()
    indexed.remove(key)
  }
}
