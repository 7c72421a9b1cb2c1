/// Rows of content that is made of parts (RFC 2046 §5.1): of each part its boundary with words of what it is, its
/// fields, its content as its own type is shown, and how much that is.
///
/// Looks ahead where it must: along a line that may be a boundary, through the head of a part to name it, and over the
/// beginning of a content whose type does not tell what it is; then goes back and shows it.
struct MultipartRows: FoldingWalker, RereadingWalker {
  typealias Problem = MultipartProblem

  /// A content of parts that is open.
  struct Level: Sendable {
    let multipart: Multipart
    var parts = 0
    /// Where the boundary of the present part stands, or -1.
    var start = -1

    init(_ multipart: Multipart) { self.multipart = multipart }
  }

  enum Mode: UInt8, Sendable {
    /// In the content of a part, or in what is in none.
    case content
    /// At the end of a content: what of it is not shown yet, its size, parts in it that were not closed.
    case ending, size, unclosed
    /// At the line end before a boundary.
    case lineEnd
    /// Looking through a head, to name its part.
    case head
    /// At a boundary whose part is known; in what is told of its head; in the fields.
    case heading, headProblem, fields
    /// At a last boundary.
    case closing
    /// Behind a boundary with something wrong behind it.
    case boundaryProblem
    /// Nothing more is to be shown.
    case over
  }

  /// Levels of parts within parts that are read.
  static let levelLimit = 8
  /// Bytes of a part's head that are read.
  static let headLimit = 16 << 10

  var position = 0
  var isRowEmpty = true
  var isContinuation = false
  var rowStart = 0
  var rowIndent = 0
  let columns: Int
  var fold = FoldProgress()
  var problems = 0
  var told = -1
  var folds: Folds { didSet { content.fold(by: contentFolds) } }

  var levels: [Level]
  var mode = Mode.content
  var match = DelimiterMatch()
  /// Up to where it is known that the bytes are content.
  var knownEnd = 0
  /// The level whose boundary was found, -1 for the end of everything, and whether it is its last one.
  var found = (level: -1, isLast: false)
  /// A head that is looked through, and where its present line begins in it.
  var lines: [UInt8] = []
  var lineStart = 0
  var head = PartHead()
  var field = FieldState.lineStart
  /// Where the line of the present field begins.
  var fieldStart = 0
  /// Where the present boundary stands, and whether something stands behind it.
  var boundaryStart = 0
  var isOdd = false
  var isBehindReturn = false
  var content = PartContent.text(TextRows(encoding: .utf8), .utf8)
  var contentStart = 0
  /// Whether the content is in no part, and whether that was told.
  var isOutside = true
  var hasToldOutside = false
  var hasToldLineEnd = false

  /// Rows of parts with a boundary between, some of them folded.
  init(_ multipart: Multipart, folds: Folds = Folds(), columns: Int = 0) {
    levels = [Level(multipart)]
    self.folds = folds
    self.columns = columns
    beginOutside()
  }

  mutating func take<Sink: RowSink<Self>>(_ bytes: UnsafeRawBufferPointer, into sink: inout Sink) -> Bool {
    let base = position
    while true {
      if !step(into: &sink) { return false }
      // What is shown next may be in a piece before this one.
      guard position >= base, position - base < bytes.count else { return true }
      var index = position - base
      switch mode {
      case .lineEnd: if !takeLineEnd(bytes[index], into: &sink) { return false }
      case .head: lookThroughHead(bytes[index])
      case .heading, .closing: if !takeBoundary(bytes, &index, into: &sink) { return false }
      case .fields: if !takeField(bytes, &index, into: &sink) { return false }
      default: if !takeContent(bytes, index, into: &sink) { return false }
      }
    }
  }

  /// Goes over what takes no bytes; false when the sink wants no more.
  private mutating func step<Sink: RowSink<Self>>(into sink: inout Sink) -> Bool {
    while true {
      switch mode {
      case .ending: if !endContent(into: &sink) { return false }
      case .size: if !showSize(into: &sink) { return false }
      case .unclosed: if !closeLevels(into: &sink) { return false }
      case .heading where position >= head.end: if !endHeading(into: &sink) { return false }
      case .boundaryProblem:
        if isOdd, !tell(.behindBoundary, at: position, into: &sink) { return false }
        isOdd = false
        mode = .headProblem
        if levels.isEmpty || isOutside { mode = .content }
      case .headProblem:
        if let problem = head.problem, let start = levels.last?.start {
          if !tell(problem, at: start, into: &sink) { return false }
        }
        mode = .fields
      case .fields where field == .wrong:
        if !tell(.noField, at: fieldStart, into: &sink) { return false }
        field = .lineStart
      case .fields where position >= head.end:
        if !isRowEmpty, !breakRow(isContinued: false, into: &sink) { return false }
        beginContent()
      default: return true
      }
    }
  }

  mutating func settle() -> Bool {
    if let delimiter = match.atEnd(levels) {
      find(delimiter)
      return true
    }
    if match.isActive {
      knownEnd = position
      position = match.start
      match.end()
      if position < knownEnd { return true }
    }
    if mode == .head {
      endHead()
      return true
    }
    if mode == .content, case .sample(let bytes) = content, !bytes.isEmpty {
      chooseContent(bytes)
      return true
    }
    return mode == .content && settleContent()
  }

  mutating func finish<Sink: RowSink<Self>>(into sink: inout Sink) {
    guard step(into: &sink) else { return }
    if mode == .closing, !endClosing(into: &sink) || !step(into: &sink) { return }
    if mode == .content {
      found = (-1, false)
      mode = .ending
      guard step(into: &sink) else { return }
    }
    if !isRowEmpty { _ = breakRow(isContinued: false, into: &sink) }
  }

  // MARK: Rows

  var indentedLevel: Int? {
    if isContinuation { return nil }
    return mode == .heading || mode == .closing ? levels.count - 1 : levels.count
  }

  /// Knows the blanks before a row whose first bytes come, so that it is known how many fit.
  mutating func indentRow() {
    if isRowEmpty { rowIndent = 2 * (indentedLevel ?? 0) }
  }

  /// Blanks before the content of the present part.
  var contentIndent: Int { 2 * max(0, isOutside ? levels.count - 1 : levels.count) }

  /// Begins a row of words.
  mutating func beginRow<Sink: RowSink<Self>>(into sink: inout Sink) {
    if isRowEmpty { sink.append(blanks: contentIndent) }
    isRowEmpty = false
  }
}
