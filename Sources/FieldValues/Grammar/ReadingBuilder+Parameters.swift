/// Pairs of names and values (RFC 9110 §5.6.6), and quoted strings (§5.6.4).
extension ReadingBuilder {
  /// Which unquoted values are taken without a finding.
  enum UnquotedValue {
    case token
    /// Anything but separators, as in fields whose own grammar is wider.
    case anything
  }

  /// Reads `name`, `name=token` or `name="quoted"`; nil, with a finding, where there is no name.
  ///
  /// Older RFCs allow spaces around “=”; the newer ones call them bad.
  mutating func parameter(
    in range: Range<Int>, _ unquoted: UnquotedValue = .token, rule: FieldRule = .parameters,
    allowsSpaces: Bool = false
  ) -> FieldParameter? {
    let sign = first(ASCII.equals, in: range)
    let name = trimmed(range.lowerBound..<(sign ?? range.upperBound))
    guard isToken(name) else {
      let what = name.isEmpty ? "A value stands here without a name." : "A name can only have the letters of a token."
      find(.error, name.isEmpty ? range : name, rule, what)
      return nil
    }
    var parameter = FieldParameter(range: range, name: name, key: lowered(name))
    guard let sign else { return parameter }
    let value = trimmed(sign + 1..<range.upperBound)
    if !allowsSpaces, name.upperBound < sign || value.lowerBound > sign + 1 && !value.isEmpty {
      find(.warning, name.upperBound..<value.lowerBound, rule, "There must be no whitespace around “=”.")
    }
    parameter.valueRange = value
    if value.first.map({ bytes[$0] }) == ASCII.quote {
      parameter.isQuoted = true
      parameter.value = quotedString(value)
    } else {
      parameter.value = Array(bytes[value])
      if value.isEmpty {
        find(.error, sign..<sign + 1, rule, "The value after “=” is missing.")
      } else if unquoted == .token, !isToken(value) {
        find(.error, value, rule, "A value with such characters must stand in quotes.")
      }
    }
    return parameter
  }

  /// The parameters that follow at semicolons, of which empty ones are skipped as the RFC wants it.
  mutating func parameters(
    _ pieces: some Sequence<Range<Int>>, _ unquoted: UnquotedValue = .token, rule: FieldRule = .parameters,
    allowsSpaces: Bool = false
  ) -> [FieldParameter] {
    var found: [FieldParameter] = []
    for piece in pieces where !piece.isEmpty {
      if let parameter = parameter(in: piece, unquoted, rule: rule, allowsSpaces: allowsSpaces) {
        found.append(parameter)
      }
    }
    return found
  }

  /// Finds names that stand more than once.
  mutating func findDuplicates(
    _ parameters: [FieldParameter], _ severity: FieldFinding.Severity, _ rule: FieldRule, _ what: String
  ) {
    var seen: Set<String> = []
    for parameter in parameters where !seen.insert(parameter.key).inserted {
      find(severity, parameter.range, rule, "“\(shown(parameter.name))” stands more than once: \(what).")
    }
  }

  /// Undoes the quotes of `"…"`, with findings where it does not end or goes on behind its end.
  mutating func quotedString(_ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    var index = range.lowerBound + 1
    while index < range.upperBound {
      var byte = bytes[index]
      if byte == ASCII.quote {
        if index + 1 < range.upperBound {
          find(.error, index + 1..<range.upperBound, .quotedString, "Something follows the closing quote.")
        }
        return text
      }
      if byte == ASCII.backslash {
        index += 1
        guard index < range.upperBound else { break }
        byte = bytes[index]
      }
      if byte < 0x20 && byte != ASCII.tab || byte == 0x7F {
        find(.error, index..<index + 1, .quotedString, "A control character cannot stand in a quoted string.")
      }
      text.append(byte)
      index += 1
    }
    find(.error, range, .quotedString, "The quoted string has no closing quote.")
    return text
  }
}
