/// The words of a curl command line as options and URLs.
struct CurlArguments {
  private(set) var options: [(name: String, option: CurlOption, value: String)] = []
  private(set) var urls: [String] = []

  init(_ words: [String]) throws(CurlError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        urls += rest
        return
      }
      if word.hasPrefix("--") {
        try take(word, CurlOption.long(String(word.dropFirst(2))), attached: nil, &rest)
      } else if word.hasPrefix("-"), word != "-" {
        try takeLetters(word.dropFirst(), &rest)
      } else {
        urls.append(word)
      }
    }
  }

  /// Letters that stand together, the last perhaps with its value behind it.
  private mutating func takeLetters(_ letters: Substring, _ rest: inout ArraySlice<String>) throws(CurlError) {
    var letters = letters
    while let letter = letters.popFirst() {
      let option = CurlOption.short(letter)
      let hasValue = option?.hasValue == true
      try take("-\(letter)", option, attached: hasValue && !letters.isEmpty ? String(letters) : nil, &rest)
      if hasValue { return }
    }
  }

  private mutating func take(
    _ name: String, _ option: CurlOption?, attached: String?, _ rest: inout ArraySlice<String>
  ) throws(CurlError) {
    guard let option else { throw .unknownOption(name) }
    switch option {
    case .refused(let reason), .refusedValue(let reason): throw .notSupported(option: name, reason: reason)
    default: break
    }
    guard option.hasValue else {
      options.append((name, option, ""))
      return
    }
    guard let value = attached ?? rest.popFirst() else { throw .missingValue(option: name) }
    if case .url = option { urls.append(value) } else { options.append((name, option, value)) }
  }
}
