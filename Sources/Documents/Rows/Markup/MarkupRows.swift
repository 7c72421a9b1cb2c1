/// Rows of XML or HTML, indented by two blanks for each element that is open, the rest as it was sent.
///
/// An element without elements in it stays on its row; each other tag and each line of text has a row of its own. Reading
/// goes on behind whatever is wrong: an end tag closes the innermost element of its name, and where there is none that
/// is told. Of HTML the elements that have no end tag, or may go without, are known; nothing is put right otherwise.
struct MarkupRows: FoldingWalker, RereadingWalker {
  typealias Problem = MarkupProblem

  enum Form: UInt8, Sendable {
    case xml, html
  }

  enum Mode: UInt8, Sendable {
    case text, entity
    /// At a `<` whose tag is read to its name, to know what it is before it is shown.
    case peek
    case tagMark, name, inTag, attribute, beforeValue, value
    case comment, section, instruction, declaration
  }

  /// Levels whose element is remembered; deeper ones are only counted.
  static let namedDepth = 64
  static let nameLimit = 256

  var position = 0
  var isRowEmpty = true
  var isContinuation = false
  var rowStart = 0
  var rowIndent = 0
  let form: Form
  let columns: Int
  var folds: Folds
  var fold = FoldProgress()
  var mode = Mode.text
  var depth = 0
  /// The names of the open elements, hashed, and where each begins.
  var names = InlineArray<64, UInt32>(repeating: 0)
  var starts = InlineArray<64, Int>(repeating: 0)
  /// One bit for each open element with an element or more in it.
  var parents: UInt64 = 0
  /// The element whose text has no tags but its end (script), or 0.
  var rawName: UInt32 = 0
  /// The level of the element whose blanks are kept (pre), or -1.
  var keptLevel = -1
  /// Whether what was shown last begins an element, so that text may follow on its row.
  var isAfterStart = false
  /// Whether what was shown last is a tag.
  var isAfterTag = false
  /// Blanks of text that are shown if more text follows.
  var hasBlank = false

  /// The tag that is read: where it begins, and what is known of it.
  var tag = Tag()
  var quote: UInt8 = 0
  /// How much of an end mark (`-->`, `]]>`, `?>`) has come.
  var closing: UInt8 = 0
  /// Declarations within a document type.
  var nesting: UInt8 = 0
  var problems = 0
  var told = -1

  init(_ form: Form, folds: Folds = Folds(), columns: Int = 0) {
    self.form = form
    self.folds = folds
    self.columns = columns
  }

  /// What is known of a tag.
  struct Tag: Sendable {
    enum Kind: UInt8, Sendable {
      case unknown, start, end, comment, section, instruction, declaration, text
    }

    /// Where its `<` stands.
    var start = -1
    var kind = Kind.unknown
    var name = ElementName.empty
    var length = 0
    /// Its `<` is where it was decided what it is.
    var isDecided = false
    var isSelfClosing = false
    /// What it closes is closed.
    var hasClosed = false
  }

  mutating func take<Sink: RowSink<Self>>(_ bytes: UnsafeRawBufferPointer, into sink: inout Sink) -> Bool {
    let base = position
    var index = 0
    while index < bytes.count {
      position = base + index
      if mode != .peek || fold.isActive, !limitRow(before: bytes[index], into: &sink) { return false }
      let end = min(bytes.count, index + max(1, rowLimit - (position - rowStart)))
      let goesOn: Bool
      switch mode {
      case .text: goesOn = takeText(bytes, &index, end, into: &sink)
      case .entity: goesOn = takeEntity(bytes, &index, end, into: &sink)
      case .peek:
        peek(bytes, &index)
        // Decided: back to its beginning, which may be in a piece before this one.
        if tag.isDecided {
          mode = .text
          if tag.start < base {
            position = tag.start
            return true
          }
          index = tag.start - base
        }
        goesOn = true
      default: goesOn = takeTag(bytes, &index, end, into: &sink)
      }
      if !goesOn { return false }
    }
    position = base + index
    return true
  }

  mutating func finish<Sink: RowSink<Self>>(into sink: inout Sink) {
    if fold.isActive { endFold(upTo: position, into: &sink) }
    let isInTag = mode != .text && mode != .entity
    if isInTag || (form == .xml && depth > 0) || rawName != 0 {
      _ = tell(.endsInside, at: position, into: &sink)
    }
    if !isRowEmpty { _ = breakRow(isContinued: false, into: &sink) }
  }

  mutating func settle() -> Bool {
    guard mode == .peek else { return false }
    // A tag that nothing follows is shown as far as it goes.
    position = tag.start
    if tag.length == 0 { tag.kind = .text }
    tag.isDecided = true
    mode = .text
    return true
  }

  // MARK: Rows

  var indentedLevel: Int? {
    let isKept = keptLevel >= 0 || rawName != 0
    return isContinuation || isKept && !tag.isDecided ? nil : depth
  }

  mutating func breakRow<Sink: RowSink<Self>>(isContinued: Bool, into sink: inout Sink) -> Bool {
    hasBlank = false
    return endRow(isContinued: isContinued, into: &sink)
  }
}

/// What is wrong at a place of a markup text.
enum MarkupProblem: WalkerProblem {
  case closesNothing, closesOther, endsInside

  static var role: TextRole { .diagnosticWarning }

  var message: String {
    switch self {
    case .closesNothing: "this end tag closes nothing"
    case .closesOther: "this end tag closes an element with another one open in it"
    case .endsInside: "the text ends before its markup does"
    }
  }
}
