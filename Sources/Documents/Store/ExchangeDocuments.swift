import ContentCodings
import Exchanges
import HTTPMessages
import Pictures
import Recordings

/// All documents of one exchange, over its newest recording.
final class ExchangeDocuments {
  private(set) var recording: ExchangeRecording
  private let spool: SpoolConfiguration
  private let limits: ContentDecoderLimits
  private var contents: [MessageKind: MessageContent] = [:]
  /// The last filter of each message.
  private var filters: [MessageKind: (number: Int, content: FilteredContent)] = [:]
  private var documents: [DocumentKey: any Document] = [:]
  /// The layout that a document of content was made with.
  private var layouts: [DocumentKey: ContentLayout] = [:]
  private var layoutNotes: [DocumentKey: String] = [:]
  private var isLayoutSettled: Set<DocumentKey> = []
  private var wrapped: [DocumentKey] = []
  /// What was folded by hand, by the key without columns: it stays so however wide the rows are.
  private var folds: [DocumentKey: Folds] = [:]
  /// Columns of the widest row that was shown of each document.
  var widestRows: [DocumentKey: Int] = [:]

  init(_ recording: ExchangeRecording, spool: SpoolConfiguration, limits: ContentDecoderLimits) {
    self.recording = recording
    self.spool = spool
    self.limits = limits
  }

  var hasEnded: Bool { !recording.summary.outcome.isRunning }

  /// The direction in which a kind of message goes.
  static func direction(of kind: MessageKind) -> Direction { kind == .request ? .sent : .received }

  /// The message whose content is read: the request, or the newest response.
  func message(_ kind: MessageKind) -> MessageIndex? {
    kind == .request ? recording.request : recording.responses.last
  }

  /// The parts of one direction.
  func parts(_ direction: Direction) -> MessageParts {
    direction == .sent ? MessageParts(sentOf: recording) : MessageParts(receivedOf: recording)
  }

  /// The version that carried the messages, where their bytes have another one.
  private var version: String? { recording.frames == nil ? nil : "HTTP/2" }

  /// The bytes that a reference is about.
  func log(of reference: ByteReference) -> ByteLogSnapshot {
    switch reference.layer {
    case .messages: recording.plain[reference.direction]
    case .frames: recording.frames?.connection[reference.direction] ?? .empty
    }
  }

  /// The bytes that stand in a document for those of a reference: over HTTP/2 the frames that carried them.
  func reference(_ reference: ByteReference, in key: DocumentKey) throws(RecordingError) -> ByteReference? {
    guard key.view == .wire, let frames = recording.frames, reference.layer == .messages else { return reference }
    let messages = reference.direction == .sent ? recording.request.map { [$0] } ?? [] : recording.responses
    return try FramePlaces(
      frames: frames, direction: reference.direction, messages: messages, log: recording.plain[reference.direction]
    ).place(of: reference.range.lowerBound)
  }

  /// The document of frames, where one is shown.
  var wire: WireDocument? {
    documents.first { $0.key.view == .wire }?.value as? WireDocument
  }

  /// Takes a newer recording of the exchange; documents follow it.
  func update(_ recording: ExchangeRecording) throws(RecordingError) {
    self.recording = recording
    for kind in [MessageKind.request, .response] where contents[kind] != nil { _ = try content(kind) }
    for key in documents.keys { try update(key) }
  }

  /// The content of a message; nil before its head has come.
  func content(_ kind: MessageKind) throws(RecordingError) -> MessageContent? {
    guard let index = message(kind), index.headEnd != nil else { return nil }
    let direction = Self.direction(of: kind)
    let log = recording.plain[direction]
    if let known = contents[kind], known.start == index.start {
      known.update(index, log: log, hasEnded: hasEnded)
      return known
    }
    let made = try MessageContent(
      index, log: log, direction: direction, hasEnded: hasEnded, spool: spool, limits: limits)
    contents[kind] = made
    for key in documents.keys where key.message == kind { forget(key) }
    folds = folds.filter { $0.key.message != kind }
    return made
  }

  /// Puts a filter in the place of a message's last one.
  func beginFilter(_ filter: ContentFilter, number: Int, of kind: MessageKind) -> FilteredContent {
    let filtered = FilteredContent(filter, spool: spool, limit: limits.decodedCount)
    filters[kind]?.content.cancel()
    filters[kind] = (number, filtered)
    for key in documents.keys where key.view == .filtered && key.message == kind { forget(key) }
    return filtered
  }

  /// The filter that a key means.
  func filtered(_ key: DocumentKey) -> FilteredContent? {
    filters[key.message].flatMap { $0.number == key.filter ? $0.content : nil }
  }

  /// The document of a key, made if need be.
  func document(_ key: DocumentKey) throws(RecordingError) -> any Document {
    if let known = documents[key] { return known }
    let made: any Document
    let direction = Self.direction(of: key.message)
    switch key.view {
    case .headers:
      made = HeadersDocument(parts: parts(direction), isComplete: hasEnded, version: version)
    case .hex:
      // Its head tells which codings it has.
      _ = try content(key.message)
      made = HexDocument(parts: parts(direction), isComplete: hasEnded, bytesPerRow: key.bytesPerRow)
    case .hexContent:
      guard let content = try content(key.message) else { return noMessage(key.message) }
      made = ContentHexDocument(
        source: content.source, direction: direction, bytesPerRow: key.bytesPerRow)
    case .wire, .wireText:
      let source = try WireSource(recording, bytesPerRow: key.bytesPerRow, asText: key.view == .wireText)
      made = try WireDocument(source: source)
    case .difference: made = NoDocument(note: "nothing to compare with", isComplete: true)
    case .filtered:
      // Until the filter has begun nothing is kept of it.
      guard let read = try readContent(key) else { return NoDocument(note: "no filter yet", isComplete: false) }
      made = try makeContentDocument(key, read)
    case .pretty, .text:
      guard let read = try readContent(key) else { return noMessage(key.message) }
      made = try makeContentDocument(key, read)
      if key.columns > 0 { keepWrapped(key) }
    }
    documents[key] = made
    note(key)
    return made
  }

  private func noMessage(_ kind: MessageKind) -> NoDocument {
    NoDocument(note: kind == .request || hasEnded ? "no \(kind)" : "no response yet", isComplete: hasEnded)
  }

  /// Makes the difference of a key, unless what there is of it is still right.
  func compare(_ key: DocumentKey, _ comparison: DocumentComparison, with other: ExchangeDocuments)
    throws(RecordingError)
  {
    let (before, after) = (try ComparedMessage(other, key.message), try ComparedMessage(self, key.message))
    if let known = documents[key] as? DifferenceDocument, known.isOf(before, after) { return }
    documents[key] = try DifferenceDocument(before, after, comparison)
  }

  /// Folds or unfolds, seen from a row; where the row's place is, nil where there is nothing to fold.
  func fold(_ change: FoldChange, atRow row: Int, in key: DocumentKey) throws(RecordingError) -> Int? {
    let document = try document(key)
    let place = try document.fold(change, atRow: row)
    folds[key.unwrapped] = document.folds
    // The same rows of another width are made again.
    for other in documents.keys where other != key && other.unwrapped == key.unwrapped { forget(other) }
    return place
  }

  /// Divides about `budget` more bytes of a document into rows; false when there is nothing more to do for now.
  func advance(_ key: DocumentKey, budget: Int) throws(RecordingError) -> Bool {
    var hasMore = false
    if key.view.isOfContent, let content = try content(key.message) {
      hasMore = try content.advance(budget: budget)
      if documents[key] != nil { try update(key) }
    } else if key.view == .filtered {
      try update(key)
    }
    let document = try document(key)
    if try document.advance(budget: budget) { hasMore = true }
    note(key)
    return hasMore
  }

  /// The content that a document shows as JSON, and checks as such.
  private func checkedContent(_ key: DocumentKey) -> MessageContent? {
    guard key.view == .pretty, documents[key] is ContentDocument<JSONRows> else { return nil }
    return contents[key.message]
  }

  /// Whether a document is to be checked any further than it was.
  func hasUnchecked(_ key: DocumentKey) -> Bool {
    checkedContent(key).map { $0.repeatedNames.hasMore(in: $0.source) } ?? false
  }

  /// Checks about `budget` more bytes of what a document shows: whether there is more to do for now, and whether there is
  /// more to tell.
  func check(_ key: DocumentKey, budget: Int) throws(RecordingError) -> (hasMore: Bool, isNews: Bool) {
    guard let content = checkedContent(key) else { return (false, false) }
    let before = content.repeatedNames.found.count
    let hasMore = try content.repeatedNames.advance(content.source, budget: budget)
    let isNews = content.repeatedNames.found.count > before
    if isNews || !hasMore { note(key) }
    return (hasMore, isNews)
  }

  private func update(_ key: DocumentKey) throws(RecordingError) {
    let direction = Self.direction(of: key.message)
    switch documents[key] {
    // It stays as it is until it is asked for again.
    case is DifferenceDocument: return
    case let document as HeadersDocument:
      document.update(parts: parts(direction), isComplete: hasEnded, version: version)
    case let document as ContentHexDocument:
      guard let content = try content(key.message) else { return forget(key) }
      document.source = content.source
    case let document as HexDocument:
      _ = try content(key.message)
      document.update(parts: parts(direction), isComplete: hasEnded)
    case let document as WireDocument:
      let source = try WireSource(recording, bytesPerRow: key.bytesPerRow, asText: key.view == .wireText)
      if document.begins(like: source) { document.update(source) } else { forget(key) }
    default:
      guard let content = try readContent(key), documents[key] != nil else { return forget(key) }
      if !isLayoutSettled.contains(key), try layout(key, content) != layouts[key] { return forget(key) }
      switch documents[key] {
      case let document as ContentDocument<TextRows>: document.update(content.source)
      case let document as ContentDocument<JSONRows>: document.update(content.source)
      case let document as ContentDocument<MarkupRows>: document.update(content.source)
      case let document as ContentDocument<FormRows>: document.update(content.source)
      case let document as ContentDocument<MultipartRows>: document.update(content.source)
      case let document as ContentDocument<CodeRows<BraceLexer>>: document.update(content.source)
      case let document as ContentDocument<CodeRows<YAMLLexer>>: document.update(content.source)
      default: forget(key)
      }
    }
    note(key)
  }

  /// Of documents that are wrapped, as many as there are widths that a screen was given, the last two are kept.
  private func keepWrapped(_ key: DocumentKey) {
    wrapped.append(key)
    if wrapped.count > 2 { forget(wrapped.removeFirst()) }
  }

  private func forget(_ key: DocumentKey) {
    documents[key] = nil
    layouts[key] = nil
    layoutNotes[key] = nil
    isLayoutSettled.remove(key)
  }

  /// What a document of text is made of: a message's content, or what a filter let through of it.
  private func readContent(_ key: DocumentKey) throws(RecordingError) -> ReadContent? {
    if key.view == .filtered {
      // A filter does not say what it makes: that shows.
      return filtered(key).map { ReadContent(source: $0.source, mediaType: MediaType(""), layout: $0.layout) }
    }
    return try content(key.message).map {
      ReadContent(source: $0.source, mediaType: $0.mediaType, repeatedNames: $0.repeatedNames)
    }
  }

  private func makeContentDocument(
    _ key: DocumentKey, _ content: ReadContent
  ) throws(RecordingError) -> any Document {
    let layout = try layout(key, content)
    layouts[key] = layout
    let source = content.source
    if key.view == .pretty, content.mediaType.name.hasPrefix("image/"),
      let header = PictureHeader(try source.bytes(in: 0..<min(source.count, PictureHeader.sampleSize)))
    {
      layoutNotes[key] = nil
      return PictureDocument(header, bytes: source.count, isComplete: source.isComplete)
    }
    switch layout {
    case .text(let encoding):
      return ContentDocument(
        source: source, start: TextRows(encoding: encoding, columns: key.columns), encoding: encoding,
        isRelaidOut: false)
    case .json(let form):
      // Several texts are a list of them at first, but not what somebody has just asked for.
      let depth = form == .text || key.view == .filtered ? nil : 0
      return ContentDocument(
        source: source, start: JSONRows(form, folds: Folds(depth: depth), columns: key.columns), encoding: .utf8,
        isRelaidOut: true, folds: folds[key.unwrapped], repeatedNames: content.repeatedNames)
    case .members:
      return ContentDocument(source: source, start: JSONRows.ofMembers(), encoding: .utf8, isRelaidOut: true)
    case .markup(let form, let encoding):
      return ContentDocument(
        source: source, start: MarkupRows(form, columns: key.columns), encoding: encoding, isRelaidOut: true,
        folds: folds[key.unwrapped])
    case .form:
      return ContentDocument(source: source, start: FormRows(), encoding: .utf8, isRelaidOut: false)
    case .multipart(let multipart):
      return ContentDocument(
        source: source, start: MultipartRows(multipart, columns: key.columns), encoding: .utf8, isRelaidOut: true,
        folds: folds[key.unwrapped])
    case .code(.yaml, let encoding):
      let start = CodeRows(YAMLLexer(), encoding: encoding, columns: key.columns)
      return ContentDocument(source: source, start: start, encoding: encoding, isRelaidOut: false)
    case .code(let language, let encoding):
      let start = CodeRows(BraceLexer(language), encoding: encoding, columns: key.columns)
      return ContentDocument(source: source, start: start, encoding: encoding, isRelaidOut: false)
    }
  }

  /// How content is laid out, by its beginning; settled once enough of that has come.
  private func layout(_ key: DocumentKey, _ content: ReadContent) throws(RecordingError) -> ContentLayout {
    if let layout = content.layout { return layout }
    let source = content.source
    let beginning = try source.bytes(in: 0..<min(source.count, ContentLayout.sampleSize))
    let chosen = ContentLayout.choose(
      for: content.mediaType, beginning: beginning, isPretty: key.view != .text)
    layoutNotes[key] = chosen.note
    if beginning.count == ContentLayout.sampleSize || source.isComplete { isLayoutSettled.insert(key) }
    // Programs like jq write one text after the other.
    if key.view == .filtered, chosen.layout == .json(.text) { return .json(.sequence) }
    return chosen.layout
  }

  private func note(_ key: DocumentKey) {
    guard let document = documents[key], key.view != .difference else { return }
    var notes: [String] = []
    if key.view == .hex, let codings = contents[key.message]?.codings {
      notes.append("as it came: \(codings)")
    }
    if key.view.isOfContent, let content = contents[key.message] {
      if content.hasEnded, content.source.count == 0 { notes.append("no content") }
      if let note = content.note { notes.append(note) }
      if let note = layoutNotes[key] { notes.append(note) }
      if let note = checkedContent(key)?.repeatedNames.note { notes.append(note) }
    }
    if let filtered = filtered(key), key.view == .filtered { notes.append(filtered.note) }
    if let cut = recording.plain.cut { notes.append(cut.message) }
    document.note = notes.isEmpty ? nil : notes.joined(separator: "; ")
  }
}

/// Content to be laid out as text.
private struct ReadContent {
  var source: ContentSource
  var mediaType: MediaType
  /// Nil where type and beginning tell.
  var layout: ContentLayout?
  /// Nil where they are not looked for.
  var repeatedNames: RepeatedNames?
}
