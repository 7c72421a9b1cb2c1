/// Splits a command line into words as a POSIX shell does, with $'…' as in Bash; carries nothing out.
struct ShellWords {
  private(set) var words: [String] = []
  private var rest: ArraySlice<Unicode.Scalar>
  private var word: [UInt8] = []
  private var isInWord = false

  /// The words of the first simple command; what stands after a pipe, a semicolon or a redirection is left out.
  static func split(_ text: String) throws(CurlError) -> [String] {
    var reader = ShellWords(rest: Array(text.unicodeScalars)[...])
    try reader.readWords()
    return reader.words
  }

  private init(rest: ArraySlice<Unicode.Scalar>) {
    self.rest = rest
  }

  private mutating func readWords() throws(CurlError) {
    while let scalar = rest.popFirst() {
      switch scalar {
      case " ", "\t", "\r": endWord()
      case "\n":
        endWord()
        if !words.isEmpty { return }
      case "\\": readBackslash()
      case "'": try readSingleQuoted()
      case "\"": try readDoubleQuoted()
      case "$": try readDollar()
      case "`": throw .shellSyntax("`")
      case "#" where !isInWord: rest = rest.drop { $0 != "\n" }
      case "|", ";", "<", ">", "(", ")":
        // "2>/dev/null": the digit belongs to the redirection.
        if scalar == ">" || scalar == "<", isInWord, word.allSatisfy({ (0x30...0x39).contains($0) }) {
          isInWord = false
        }
        endWord()
        return
      case "&":
        // A URL that was pasted without quotes has them inside; a shell's own stands at the end of a word.
        guard isInWord, let next = rest.first, next != " ", next != "&", next != "\n" else {
          endWord()
          return
        }
        append(scalar)
      default: append(scalar)
      }
    }
    endWord()
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    isInWord = true
    word += UTF8.encode(scalar).map(Array.init) ?? []
  }

  private mutating func endWord() {
    if isInWord { words.append(String(decoding: word, as: UTF8.self)) }
    word = []
    isInWord = false
  }

  /// A backslash outside of quotes: the next character as it is, or a line that goes on.
  private mutating func readBackslash() {
    guard let next = rest.popFirst() else { return append("\\") }
    if next == "\r", rest.first == "\n" {
      rest.removeFirst()
    } else if next != "\n" {
      append(next)
    }
  }

  private mutating func readSingleQuoted() throws(CurlError) {
    isInWord = true
    while let scalar = rest.popFirst() {
      if scalar == "'" { return }
      append(scalar)
    }
    throw .unclosedQuote("'")
  }

  private mutating func readDoubleQuoted() throws(CurlError) {
    isInWord = true
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return
      case "`": throw .shellSyntax("`")
      case "$":
        try refuseExpansion()
        append("$")
      case "\\":
        guard let next = rest.popFirst() else { throw .unclosedQuote("\"") }
        if next == "\n" { continue }
        if !["\"", "\\", "$", "`"].contains(next) { append("\\") }
        append(next)
      default: append(scalar)
      }
    }
    throw .unclosedQuote("\"")
  }

  private mutating func readDollar() throws(CurlError) {
    switch rest.first {
    case "'":
      rest.removeFirst()
      try readEscapedQuoted()
    case "\"":
      rest.removeFirst()
      try readDoubleQuoted()
    default:
      try refuseExpansion()
      append("$")
    }
  }

  /// After a dollar: a name, a brace or a parenthesis is an expansion.
  private func refuseExpansion() throws(CurlError) {
    guard let next = rest.first else { return }
    if next == "(" || next == "{" { throw .shellSyntax("$\(next)") }
    guard next == "_" || next.isASCII && next.properties.isAlphabetic else { return }
    let name = rest.prefix {
      $0 == "_" || $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
    }
    throw .shellSyntax("$" + String(String.UnicodeScalarView(name)))
  }

  /// The inside of $'…', whose backslash escapes are those of C.
  private mutating func readEscapedQuoted() throws(CurlError) {
    isInWord = true
    while let scalar = rest.popFirst() {
      if scalar == "'" { return }
      guard scalar == "\\" else {
        append(scalar)
        continue
      }
      guard let escape = rest.popFirst() else { break }
      switch escape {
      case "n": append("\n")
      case "r": append("\r")
      case "t": append("\t")
      case "a": append("\u{7}")
      case "b": append("\u{8}")
      case "e", "E": append("\u{1B}")
      case "f": append("\u{C}")
      case "v": append("\u{B}")
      case "\\", "'", "\"", "?": append(escape)
      case "x": word.append(UInt8(truncatingIfNeeded: hexadecimal(2) ?? 0))
      case "u": appendScalar(hexadecimal(4))
      case "U": appendScalar(hexadecimal(8))
      case "0"..."7":
        let first = UInt32(escape.value - 0x30)
        let more = octalDigits(2)
        word.append(UInt8(truncatingIfNeeded: more.reduce(first) { $0 << 3 | $1 }))
      default:
        append("\\")
        append(escape)
      }
    }
    throw .unclosedQuote("'")
  }

  private mutating func appendScalar(_ value: UInt32?) {
    append(value.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}")
  }

  /// Takes at most `length` hexadecimal digits.
  private mutating func hexadecimal(_ length: Int) -> UInt32? {
    var value: UInt32?
    for _ in 0..<length {
      guard let scalar = rest.first, scalar.isASCII, let digit = Character(scalar).hexDigitValue else { break }
      value = (value ?? 0) << 4 | UInt32(digit)
      rest.removeFirst()
    }
    return value
  }

  private mutating func octalDigits(_ length: Int) -> [UInt32] {
    var digits: [UInt32] = []
    while digits.count < length, let scalar = rest.first, ("0"..."7").contains(scalar) {
      digits.append(scalar.value - 0x30)
      rest.removeFirst()
    }
    return digits
  }
}
