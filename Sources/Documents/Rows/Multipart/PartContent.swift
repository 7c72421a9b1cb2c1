/// The content of a part, as it is shown.
enum PartContent: Sendable {
  /// Shown by nothing: a folded part's.
  case hidden
  /// Not known yet, as far as it has come.
  case sample([UInt8])
  /// So many bytes of it are shown.
  case binary(Int)
  case text(TextRows, TextEncoding)
  case json(JSONRows)
  case markup(MarkupRows, TextEncoding)
  case form(FormRows)
  case brace(CodeRows<BraceLexer>, TextEncoding)
  case yaml(CodeRows<YAMLLexer>, TextEncoding)

  /// Bytes that are looked at where a type does not tell enough.
  static let sampleSize = 256
  /// Bytes that are shown of what is no text.
  static let binaryShown = 16

  /// The content of a type that tells how it is to be read; else a sample, to look at it first.
  static func begin(_ head: PartHead, at start: Int, folds: Folds, columns: Int) -> PartContent {
    let type = head.mediaType
    let tells =
      type.isJSON || type.isForm || type.markupForm != nil || type.codeLanguage != nil
      || type.name.hasPrefix("text/") && (type.name != "text/plain" || type.charset != nil)
    if head.transferEncoding == nil, !tells { return isNeverText(type) ? .binary(0) : .sample([]) }
    // Without bytes to look at, a charset that is not told is UTF-8.
    let encoding = type.charset.flatMap { TextEncoding(charset: $0) } ?? .utf8
    let layout: ContentLayout
    if head.transferEncoding != nil {
      layout = .text(encoding)
    } else if type.isJSON {
      layout = .json(type.jsonForm)
    } else if let form = type.markupForm {
      layout = .markup(form, encoding)
    } else if let language = type.codeLanguage {
      layout = .code(language, encoding)
    } else {
      layout = type.isForm ? .form : .text(encoding)
    }
    return PartContent(layout, at: start, folds: folds, columns: columns)
  }

  /// The content by its type and its beginning.
  static func choose(
    _ head: PartHead, _ sample: [UInt8], at start: Int, folds: Folds, columns: Int
  ) -> PartContent {
    let layout = ContentLayout.choose(for: head.mediaType, beginning: sample, isPretty: true).layout
    if case .text(let encoding) = layout, encoding == .utf8 || encoding == .windows1252,
      sample.contains(where: isBinary)
    {
      return .binary(0)
    }
    return PartContent(layout, at: start, folds: folds, columns: columns)
  }

  private init(_ layout: ContentLayout, at start: Int, folds: Folds, columns: Int) {
    switch layout {
    case .json(let form):
      var rows = JSONRows(form, folds: folds, columns: columns)
      rows.position = start
      rows.rowStart = start
      self = .json(rows)
    case .markup(let form, let encoding):
      var rows = MarkupRows(form, folds: folds, columns: columns)
      rows.position = start
      rows.rowStart = start
      self = .markup(rows, encoding)
    case .form: self = .form(FormRows())
    case .code(.yaml, let encoding):
      self = .yaml(CodeRows(YAMLLexer(), encoding: encoding, columns: columns), encoding)
    case .code(let language, let encoding):
      self = .brace(CodeRows(BraceLexer(language), encoding: encoding, columns: columns), encoding)
    case .text(let encoding): self = .text(TextRows(encoding: encoding, columns: columns), encoding)
    // Parts within parts are the parts' own, and members without brackets are a filter's.
    case .multipart, .members: self = .text(TextRows(encoding: .utf8, columns: columns), .utf8)
    }
  }

  private static func isNeverText(_ type: MediaType) -> Bool {
    ["image/", "audio/", "video/", "font/"].contains { type.name.hasPrefix($0) }
      || ["application/pdf", "application/zip", "application/gzip"].contains(type.name)
  }

  /// A byte that no text has (WHATWG MIME Sniffing §3).
  private static func isBinary(_ byte: UInt8) -> Bool {
    byte < 0x09 || byte == 0x0B || 0x0E...0x1A ~= byte || 0x1C...0x1F ~= byte
  }

  /// Whether what is folded in it is passed over.
  var isPassingOver: Bool {
    switch self {
    case .json(let rows): rows.isPassingOver
    case .markup(let rows, _): rows.isPassingOver
    default: false
    }
  }

  /// How many containers of the content itself are around the place.
  var level: Int {
    switch self {
    case .json(let rows): rows.level
    case .markup(let rows, _): rows.level
    default: 0
    }
  }

  /// Where its first container begins, once that has come.
  var firstContainer: Int? {
    switch self {
    case .json(let rows): rows.firstContainer
    case .markup(let rows, _): rows.firstContainer
    default: nil
    }
  }

  /// Whether rows of it that begin at one place are the same.
  func meets(_ other: PartContent) -> Bool {
    switch (self, other) {
    case (.json(let rows), .json(let others)): rows.meets(others)
    case (.markup(let rows, _), .markup(let others, _)): rows.meets(others)
    default: true
    }
  }

  mutating func fold(by folds: Folds) {
    switch self {
    case .json(var rows):
      rows.folds = folds
      self = .json(rows)
    case .markup(var rows, let encoding):
      rows.folds = folds
      self = .markup(rows, encoding)
    default: break
    }
  }
}
