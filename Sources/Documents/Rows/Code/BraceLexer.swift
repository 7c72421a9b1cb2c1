/// Roles of CSS and of JavaScript: what they share are comments, strings, words, numbers and braces.
///
/// A `/` of JavaScript begins a regular expression where no value stands before it; a name before a colon is a key
/// behind `{` or `,`. In CSS a word that begins a statement is a property unless a `{` comes before the statement's end.
struct BraceLexer: CodeLexer {
  private enum Mode: UInt8 {
    case between, word, longWord, behindWord, number, slash, lineComment, blockComment, string, template, expression
    case flags, address
  }

  /// What stands before a token.
  private enum Before: UInt8 {
    /// A brace or a comma, behind which a name may be a member's.
    case member
    case value
    case other
  }

  /// Templates within expressions of templates that are kept apart.
  private static let nestingLimit = 8

  private let language: CodeLanguage
  private var mode = Mode.between
  private var before = Before.other
  private var quote: UInt8 = 0
  private var isEscaped = false
  /// In a class of an expression; behind the star of a comment; behind the dollar of a template; behind a number's e.
  private var isMarked = false
  private var held: UInt16 = 0
  private var word = ElementName.empty
  private var wordLength: UInt16 = 0
  private var firstOfWord: UInt8 = 0
  /// Behind the word that is held stands a colon.
  private var hasColon = false
  /// Open braces in the expression of each open template.
  private var braces = InlineArray<8, UInt16>(repeating: 0)
  private var templates = 0
  /// Of CSS: at the beginning of a statement; behind a property's colon; before an address in `url(`.
  private var isStatement = true
  private var isInValue = false
  private var isAddress = false

  init(_ language: CodeLanguage) {
    self.language = language
  }

  private var isCSS: Bool { language == .css }

  mutating func take(_ byte: UInt8) -> CodeVerdict {
    switch mode {
    case .between: return begin(byte)
    case .word:
      guard isWordByte(byte) else { return endWord(before: byte) }
      if held >= CodeByte.heldLimit {
        mode = .longWord
        return .part(.plain)
      }
      word = ElementName.adding(byte, to: word, isHTML: isCSS)
      return hold()
    case .longWord:
      if isWordByte(byte) { return .part(.plain) }
      return endValue(byte)
    case .behindWord: return lookBehindWord(at: byte)
    case .number:
      let isSign = (byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")) && isMarked
      let isPercent = isCSS && byte == UInt8(ascii: "%")
      guard CodeByte.isWord(byte) || byte == UInt8(ascii: ".") || isSign || isPercent else { return endValue(byte) }
      isMarked = byte | 0x20 == UInt8(ascii: "e")
      return .part(.number)
    case .slash: return takeBehindSlash(byte)
    case .lineComment:
      if CodeByte.isLineEnd(byte) { mode = .between }
      return .part(.comment)
    case .blockComment:
      if byte == UInt8(ascii: "/"), isMarked { mode = .between }
      isMarked = byte == UInt8(ascii: "*")
      return .part(.comment)
    case .string: return takeString(byte)
    case .template: return takeTemplate(byte)
    case .expression: return takeExpression(byte)
    case .flags:
      if CodeByte.isWord(byte) { return .part(.string) }
      return endValue(byte)
    case .address:
      if byte != UInt8(ascii: ")"), !CodeByte.isLineEnd(byte) { return .part(.string) }
      return endValue(byte)
    }
  }

  private mutating func hold() -> CodeVerdict {
    held += 1
    return .held
  }

  private mutating func decide(_ role: TextRole, count: UInt16) -> CodeVerdict {
    held = 0
    mode = .between
    return .before(role, count: Int(count))
  }

  private mutating func endValue(_ byte: UInt8) -> CodeVerdict {
    mode = .between
    before = .value
    return begin(byte)
  }

  private mutating func begin(_ byte: UInt8) -> CodeVerdict {
    held = 0
    isMarked = false
    if CodeByte.isBlank(byte) || CodeByte.isLineEnd(byte) || byte == 0 { return .part(.plain) }
    if isAddress, byte != UInt8(ascii: "("), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "'") {
      isAddress = false
      mode = byte == UInt8(ascii: ")") ? .between : .address
      return .part(byte == UInt8(ascii: ")") ? .punctuation : .string)
    }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      isAddress = false
      isStatement = false
      mode = .string
      quote = byte
      return .part(.string)
    case UInt8(ascii: "`") where !isCSS:
      mode = .template
      return .part(.string)
    case UInt8(ascii: "/"):
      mode = .slash
      return hold()
    case _ where CodeByte.isDigit(byte):
      mode = .number
      isStatement = false
      return .part(.number)
    case _ where beginsWord(byte):
      mode = .word
      word = ElementName.adding(byte, to: ElementName.empty, isHTML: isCSS)
      firstOfWord = byte
      return hold()
    default: return mark(byte)
    }
  }

  /// A brace or another mark.
  private mutating func mark(_ byte: UInt8) -> CodeVerdict {
    before = .other
    switch byte {
    case UInt8(ascii: "{"):
      before = .member
      isStatement = true
      isInValue = false
      if templates > 0 { braces[templates - 1] = min(braces[templates - 1], .max - 1) + 1 }
    case UInt8(ascii: "}"):
      before = .value
      isStatement = true
      isInValue = false
      if templates > 0 {
        if braces[templates - 1] == 0 {
          templates -= 1
          mode = .template
        } else {
          braces[templates - 1] -= 1
        }
      }
    case UInt8(ascii: ";"):
      isStatement = true
      isInValue = false
    case UInt8(ascii: ","): before = .member
    case UInt8(ascii: ")"), UInt8(ascii: "]"): before = .value
    case UInt8(ascii: ":") where isCSS: break
    default: isStatement = false
    }
    return .part(.punctuation)
  }

  // MARK: Words

  private func beginsWord(_ byte: UInt8) -> Bool {
    if CodeByte.isWord(byte) { return true }
    if !isCSS { return byte == UInt8(ascii: "$") || byte == UInt8(ascii: "#") }
    return byte == UInt8(ascii: "-") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "#") && isInValue
      || byte == UInt8(ascii: "!") && isInValue
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    CodeByte.isWord(byte) || byte == (isCSS ? UInt8(ascii: "-") : UInt8(ascii: "$"))
  }

  private mutating func endWord(before byte: UInt8) -> CodeVerdict {
    wordLength = held
    hasColon = false
    if isCSS {
      defer { if mode != .behindWord { isStatement = false } }
      switch firstOfWord {
      case UInt8(ascii: "@"), UInt8(ascii: "!"): return decide(.literal, count: held)
      case UInt8(ascii: "#"): return decide(.number, count: held)
      default: break
      }
      if isStatement, !isInValue {
        mode = .behindWord
        return lookBehindWord(at: byte)
      }
      isAddress = byte == UInt8(ascii: "(") && word == Self.address
      return decide(.plain, count: held)
    }
    if before == .member {
      mode = .behindWord
      return lookBehindWord(at: byte)
    }
    return endWordOfProgram()
  }

  private mutating func endWordOfProgram() -> CodeVerdict {
    let isValue = Self.values.contains(word)
    let isKeyword = Self.keywords.contains(word)
    before = isKeyword ? .other : .value
    return decide(isValue || isKeyword ? .literal : .plain, count: wordLength)
  }

  /// Looks on behind a word that may be a key.
  private mutating func lookBehindWord(at byte: UInt8) -> CodeVerdict {
    let isBlank = CodeByte.isBlank(byte) || CodeByte.isLineEnd(byte)
    guard isCSS else {
      if byte == UInt8(ascii: ":") {
        before = .value
        return decide(.key, count: wordLength)
      }
      return isBlank && held < CodeByte.heldLimit ? hold() : endWordOfProgram()
    }
    if !hasColon {
      if isBlank, held < CodeByte.heldLimit { return hold() }
      guard byte == UInt8(ascii: ":") else { return endSelector() }
      hasColon = true
      return hold()
    }
    switch byte {
    case UInt8(ascii: "{"): return endSelector()
    case UInt8(ascii: ";"), UInt8(ascii: "}"), 0: break
    default: if held < CodeByte.heldLimit { return hold() }
    }
    isStatement = false
    isInValue = true
    return decide(.key, count: wordLength)
  }

  private mutating func endSelector() -> CodeVerdict {
    isStatement = false
    return decide(.plain, count: wordLength)
  }

  // MARK: Strings and comments

  private mutating func takeBehindSlash(_ byte: UInt8) -> CodeVerdict {
    switch byte {
    case UInt8(ascii: "*"): mode = .blockComment
    case UInt8(ascii: "/") where !isCSS: mode = .lineComment
    default:
      if isCSS || before == .value {
        before = .other
        return decide(.punctuation, count: 1)
      }
      held = 0
      mode = .expression
      return .before(.string, count: 1)
    }
    held = 0
    return .part(.comment)
  }

  private mutating func takeString(_ byte: UInt8) -> CodeVerdict {
    if isEscaped {
      // The LF of a CR LF is escaped with it.
      isEscaped = byte == 0x0D
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == quote || CodeByte.isLineEnd(byte) {
      mode = .between
      before = .value
    }
    return .part(.string)
  }

  private mutating func takeTemplate(_ byte: UInt8) -> CodeVerdict {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "`") {
      mode = .between
      before = .value
    } else if byte == UInt8(ascii: "{"), isMarked, templates < Self.nestingLimit {
      isMarked = false
      braces[templates] = 0
      templates += 1
      mode = .between
      before = .other
      return .part(.punctuation)
    }
    isMarked = byte == UInt8(ascii: "$")
    return .part(.string)
  }

  private mutating func takeExpression(_ byte: UInt8) -> CodeVerdict {
    if CodeByte.isLineEnd(byte) {
      // It was none.
      isEscaped = false
      return endValue(byte)
    }
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "[") {
      isMarked = true
    } else if byte == UInt8(ascii: "]") {
      isMarked = false
    } else if byte == UInt8(ascii: "/"), !isMarked {
      mode = .flags
    }
    return .part(.string)
  }

  // MARK: Tables

  private static let address = ElementName.of("url")
  private static let values = ElementName.all("true false null undefined this super")
  private static let keywords = ElementName.all(
    "async await break case catch class const continue debugger default delete do else export extends finally for from "
      + "function get if import in instanceof let new of return set static switch throw try typeof var void while with "
      + "yield")
}
