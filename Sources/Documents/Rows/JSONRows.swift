/// Rows of JSON (RFC 8259), indented by two blanks for each level, everything else as it was sent.
///
/// A scanner of its own beside `JSONTokenizer`, because it must go on behind what is wrong, and begin again inside of
/// a string of any length: what was sent has to be readable whatever it is. A wrong place gets a row of its own that
/// says what is wrong, and reading goes on as if the expected thing had been there. Rows end after 4 KiB of source.
struct JSONRows: FoldingWalker {
  typealias Problem = JSONProblem

  enum Expectation: UInt8, Sendable {
    case value, valueOrClose, keyOrClose, key, colon, commaOrClose, end
  }

  /// How many JSON texts there are, and what divides them.
  enum Form: UInt8, Sendable {
    /// One.
    case text
    /// One a line (NDJSON, JSON Lines).
    case lines
    /// Each behind a record separator (RFC 7464).
    case sequence
  }

  enum Token: UInt8, Sendable {
    case none, key, string, number, literal, other
  }

  /// Levels whose kind is remembered, to check that brackets fit; deeper ones are only counted.
  static let checkedDepth = 256
  /// Levels whose place is kept, to say where a value stands and to fold what it stands in.
  static let placedDepth = 32

  var position = 0
  var isRowEmpty = true
  var isContinuation = false
  var rowStart = 0
  var rowIndent = 0
  var expectation = Expectation.value
  var token = Token.none
  /// Characters of an escape that have not come: 1 after the backslash, 4 to 1 of the digits of `\u`.
  var escape = Escape.none
  var literal = Literal()
  var number = NumberState.start
  var depth = 0
  /// One bit for each checked level; set for an object.
  var kinds = InlineArray<4, UInt64>(repeating: 0)
  /// Bytes of a byte order mark that have come, while it is not whole.
  var markBytes: UInt8 = 0
  var problems = 0
  var told = -1
  /// Where each open container begins.
  var starts = InlineArray<32, Int>(repeating: 0)
  /// The index of the present element of each open array; where the present name of each open object begins, or -1.
  var members = InlineArray<32, Int>(repeating: 0)
  /// Which text it is, counted from zero.
  var texts = 0
  let columns: Int
  var folds: Folds
  var fold = FoldProgress()
  let form: Form
  /// Levels that are open from the beginning, and have no brackets.
  var outerDepth = 0

  /// Rows of one JSON text, or of several, with some containers folded.
  init(_ form: Form, folds: Folds = Folds(), columns: Int = 0) {
    self.form = form
    self.folds = folds
    self.columns = columns
  }

  /// Rows of one JSON text, or of several one after the other.
  init(acceptsSequence: Bool) {
    self.init(acceptsSequence ? .sequence : .text)
  }

  var acceptsSequence: Bool { form != .text }

  /// Rows of an object's members, commas between them, without its brackets.
  static func ofMembers(folds: Folds = Folds()) -> JSONRows {
    var rows = JSONRows(.text, folds: folds)
    rows.push(isObject: true)
    rows.outerDepth = 1
    rows.expectation = .keyOrClose
    return rows
  }

  mutating func take<Sink: RowSink<Self>>(_ bytes: UnsafeRawBufferPointer, into sink: inout Sink) -> Bool {
    let base = position
    var index = 0
    // Where rows could not be passed over they are not tried again.
    var tried = -1
    while index < bytes.count {
      position = base + index
      if tried != rowStart, canPass {
        if !pass(bytes, &index, into: &sink) { return false }
        tried = rowStart
        if index == bytes.count { break }
        position = base + index
      }
      if !limitRow(before: bytes[index], into: &sink) { return false }
      let end = min(bytes.count, index + max(1, rowLimit - (position - rowStart)))
      let goesOn: Bool
      switch token {
      case .none: goesOn = begin(bytes, &index, into: &sink)
      case .key, .string: goesOn = takeString(bytes, &index, end, into: &sink)
      case .number: goesOn = takeNumber(bytes, &index, end, into: &sink)
      case .literal: goesOn = takeLiteral(bytes, &index, end, into: &sink)
      case .other: goesOn = takeOther(bytes, &index, end, into: &sink)
      }
      if !goesOn { return false }
    }
    position = base + index
    return true
  }

  mutating func finish<Sink: RowSink<Self>>(into sink: inout Sink) {
    if fold.isActive { endFold(upTo: position, into: &sink) }
    let isCut = (token == .literal && !literal.isComplete) || (token == .number && !number.isComplete)
    if isCut { _ = tell(.endsInside, at: position, into: &sink) }
    if token == .number || token == .literal || token == .other { endWord() }
    let isInside = depth > outerDepth || token == .key || token == .string || expectation == .colon
    let isMissing = expectation == .value && !acceptsSequence && problems == 0
    if isInside || isMissing { _ = tell(.endsInside, at: position, into: &sink) }
    if !isRowEmpty { _ = breakRow(isContinued: false, into: &sink) }
  }

  // MARK: Rows

  var indentedLevel: Int? { isContinuation ? nil : depth - outerDepth }
  var isInToken: Bool { token != .none }

  // MARK: Levels

  mutating func push(isObject: Bool) {
    if depth < Self.placedDepth {
      starts[depth] = position
      members[depth] = isObject ? -1 : 0
    }
    if depth < Self.checkedDepth {
      let bit = UInt64(1) << UInt64(depth & 63)
      if isObject { kinds[depth >> 6] |= bit } else { kinds[depth >> 6] &= ~bit }
    }
    depth += 1
  }

  /// Whether the innermost open container is an object; nil where it is too deep to know.
  var isInObject: Bool? {
    guard depth > 0, depth <= Self.checkedDepth else { return nil }
    let level = depth - 1
    return kinds[level >> 6] & (UInt64(1) << UInt64(level & 63)) != 0
  }
}

/// What is wrong at a place of a JSON text.
enum JSONProblem: WalkerProblem {
  case expectedValue, expectedKey, expectedColon, expectedComma, expectedEnd
  case closesOther, closesNothing, nothingAfterComma
  case controlInString, wrongEscape, wrongNumber, unknownWord, endsInside, wrongMark

  static var role: TextRole { .diagnosticError }

  var message: String {
    switch self {
    case .expectedValue: "a value is expected here"
    case .expectedKey: "a name in quotes is expected here"
    case .expectedColon: "a colon is expected here"
    case .expectedComma: "a comma or a closing bracket is expected here"
    case .expectedEnd: "the JSON text has ended, but more follows"
    case .closesOther: "this bracket does not fit the one that is open"
    case .closesNothing: "this bracket closes nothing"
    case .nothingAfterComma: "nothing follows the comma"
    case .controlInString: "a control character in a string must be escaped"
    case .wrongEscape: "this is no escape that JSON has"
    case .wrongNumber: "this is no number of JSON's form"
    case .unknownWord: "this is no word of JSON"
    case .wrongMark: "the byte order mark is not whole"
    case .endsInside: "the text ends before its JSON does"
    }
  }
}
