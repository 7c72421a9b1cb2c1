/// Roles of YAML 1.2: keys, scalars of all styles, anchors, aliases, tags, comments and marks.
struct YAMLLexer: CodeLexer {
  private enum Mode: UInt8 {
    case lineStart, between, mark, plain, longPlain, heldQuoted, behindQuoted, quoted, property, comment
    case blockHeader, blockIndent, blockText
  }

  private var mode = Mode.lineStart
  /// Columns before the next byte, and before the token.
  private var column = 0
  private var tokenColumn = 0
  /// Where the last key or dash stands; what a block scalar must be indented more than.
  private var parentColumn = -1
  private var flowDepth: UInt16 = 0
  private var isAfterBlank = true
  private var held: UInt16 = 0
  private var quote: UInt8 = 0
  private var isEscaped = false
  /// Of a plain scalar: its letters, how long it is without blanks at its end, whether a colon is its last byte.
  private var word = ElementName.empty
  private var length: UInt16 = 0
  private var endsWithColon = false
  private var hasDigit = false
  private var isNumber = true

  mutating func take(_ byte: UInt8) -> CodeVerdict {
    let verdict = step(byte)
    switch verdict {
    case .before(_, let count):
      column = tokenColumn + count
      held = 0
    case .held, .part:
      column = CodeByte.isLineEnd(byte) ? 0 : column + 1
      isAfterBlank = CodeByte.isBlank(byte) || CodeByte.isLineEnd(byte)
    }
    return verdict
  }

  private mutating func step(_ byte: UInt8) -> CodeVerdict {
    let isLineEnd = CodeByte.isLineEnd(byte)
    switch mode {
    case .lineStart, .between: return begin(byte)
    case .mark: return takeBehindMark(byte)
    case .plain: return takePlain(byte)
    case .longPlain:
      if isLineEnd || endsFlow(byte) || byte == UInt8(ascii: "#") && isAfterBlank { return goOn(byte) }
      return .part(.string)
    case .heldQuoted: return takeHeldQuoted(byte)
    case .behindQuoted:
      mode = .between
      if byte == UInt8(ascii: ":") { parentColumn = tokenColumn }
      return .before(byte == UInt8(ascii: ":") ? .key : .string, count: Int(held))
    case .quoted:
      if endsQuoted(byte) { mode = .between }
      return .part(.string)
    case .property:
      if isLineEnd || CodeByte.isBlank(byte) || endsFlow(byte) { return goOn(byte) }
      return .part(.partName)
    case .comment:
      if isLineEnd { mode = .lineStart }
      return .part(.comment)
    case .blockHeader:
      if isLineEnd { mode = .blockIndent }
      return .part(byte == UInt8(ascii: "#") || isLineEnd ? .comment : .punctuation)
    case .blockIndent:
      if byte == 0x20 || isLineEnd { return .part(.plain) }
      guard column > parentColumn else {
        mode = .lineStart
        return begin(byte)
      }
      mode = .blockText
      return .part(.string)
    case .blockText:
      if isLineEnd { mode = .blockIndent }
      return .part(.string)
    }
  }

  private mutating func goOn(_ byte: UInt8) -> CodeVerdict {
    mode = .between
    return begin(byte)
  }

  private mutating func hold(_ mode: Mode) -> CodeVerdict {
    self.mode = mode
    if held == 0 { tokenColumn = column }
    held += 1
    return .held
  }

  private mutating func begin(_ byte: UInt8) -> CodeVerdict {
    if CodeByte.isLineEnd(byte) || byte == 0 {
      mode = .lineStart
      return .part(.plain)
    }
    if CodeByte.isBlank(byte) { return .part(.plain) }
    let isFirst = column == 0
    mode = .between
    switch byte {
    case UInt8(ascii: "#") where isAfterBlank || isFirst, UInt8(ascii: "%") where isFirst && flowDepth == 0:
      mode = .comment
      return .part(.comment)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      quote = byte
      isEscaped = false
      return hold(.heldQuoted)
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
      mode = .property
      return .part(.partName)
    case UInt8(ascii: "|") where flowDepth == 0, UInt8(ascii: ">") where flowDepth == 0:
      mode = .blockHeader
      return .part(.punctuation)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      flowDepth = min(flowDepth, .max - 1) + 1
      return .part(.punctuation)
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      flowDepth = max(flowDepth, 1) - 1
      return .part(.punctuation)
    case UInt8(ascii: ",") where flowDepth > 0: return .part(.punctuation)
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      word = ElementName.empty
      length = 0
      hasDigit = false
      isNumber = true
      add(byte)
      return hold(.mark)
    default:
      word = ElementName.empty
      length = 0
      hasDigit = false
      isNumber = true
      add(byte)
      return hold(.plain)
    }
  }

  /// What stands behind `-`, `?` or `:` tells whether that is a mark or begins a scalar.
  private mutating func takeBehindMark(_ byte: UInt8) -> CodeVerdict {
    let isMark = CodeByte.isBlank(byte) || CodeByte.isLineEnd(byte) || byte == 0 || endsFlow(byte)
    guard isMark || endsWithColon && flowDepth > 0 else {
      mode = .plain
      return takePlain(byte)
    }
    mode = .between
    if !endsWithColon { parentColumn = tokenColumn }
    return .before(.punctuation, count: 1)
  }

  private mutating func takePlain(_ byte: UInt8) -> CodeVerdict {
    let isEnd = CodeByte.isLineEnd(byte) || byte == 0
    if endsWithColon, length > 1, isEnd || CodeByte.isBlank(byte) || endsFlow(byte) {
      parentColumn = tokenColumn
      mode = .between
      return .before(.key, count: Int(length) - 1)
    }
    if isEnd || endsFlow(byte) || byte == UInt8(ascii: "#") && isAfterBlank {
      mode = .between
      return .before(roleOfScalar(), count: Int(length))
    }
    if held >= CodeByte.heldLimit {
      mode = .longPlain
      return .before(.string, count: Int(held))
    }
    add(byte)
    return hold(.plain)
  }

  private mutating func add(_ byte: UInt8) {
    endsWithColon = byte == UInt8(ascii: ":")
    if CodeByte.isBlank(byte) { return }
    let blanks = held - length
    // A blank inside makes it another word.
    if blanks > 0 { word = ElementName.adding(0x20, to: word, isHTML: true) }
    word = ElementName.adding(byte, to: word, isHTML: true)
    length = held + 1
    if CodeByte.isDigit(byte) { hasDigit = true }
    isNumber = isNumber && blanks == 0 && (CodeByte.isDigit(byte) || Self.numberMarks.contains(byte))
  }

  private mutating func roleOfScalar() -> TextRole {
    if word == Self.documentStart || word == Self.documentEnd, tokenColumn == 0 {
      parentColumn = -1
      return .punctuation
    }
    if isNumber, hasDigit { return .number }
    return Self.literals.contains(word) ? .literal : .string
  }

  private mutating func takeHeldQuoted(_ byte: UInt8) -> CodeVerdict {
    if CodeByte.isLineEnd(byte) || byte == 0 || held >= CodeByte.heldLimit {
      mode = .quoted
      return .before(.string, count: Int(held))
    }
    return hold(endsQuoted(byte) ? .behindQuoted : .heldQuoted)
  }

  private mutating func endsQuoted(_ byte: UInt8) -> Bool {
    if isEscaped {
      isEscaped = false
      return false
    }
    // Two single quotes are one of the text: as two texts they look the same.
    isEscaped = quote == UInt8(ascii: "\"") && byte == UInt8(ascii: "\\")
    return byte == quote
  }

  private func endsFlow(_ byte: UInt8) -> Bool {
    guard flowDepth > 0 else { return false }
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): return true
    default: return false
    }
  }

  private static let documentStart = ElementName.of("---")
  private static let documentEnd = ElementName.of("...")
  private static let literals = ElementName.all("true false null yes no on off ~ .nan .inf -.inf")
  private static let numberMarks = Set(".+-_:exo".utf8)
}
