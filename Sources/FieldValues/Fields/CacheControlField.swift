import RawStructuredFieldValues

/// `Cache-Control`: who may keep an answer, and for how long (RFC 9111 §5.2).
struct CacheControlField {
  /// The directives by name: seconds, or nil for those without.
  private var found: [String: Int?] = [:]
  private var fieldNames: [String: String] = [:]

  static func read(_ reading: inout ReadingBuilder) -> String {
    var field = CacheControlField()
    var parameters: [FieldParameter] = []
    for member in reading.listMembers() where !reading.isFull {
      guard let parameter = reading.parameter(in: member, .anything, rule: FieldRule(9111, "5.2")) else { continue }
      parameters.append(parameter)
      field.take(parameter, &reading)
    }
    reading.findDuplicates(parameters, .warning, FieldRule(9111, "4.2.1"), "caches differ in which one they follow")
    field.findContradictions(reading.whole, &reading)
    return reading.inRequest ? field.requestWords : field.responseWords
  }

  private mutating func take(_ parameter: FieldParameter, _ reading: inout ReadingBuilder) {
    let name = reading.shown(parameter.name)
    guard let directive = CacheDirective.named(parameter.key, inRequest: reading.inRequest) else {
      reading.add(name, parameter.range, text: parameter.text)
      if let range = parameter.valueRange, !range.isEmpty, !parameter.isQuoted, !reading.isToken(range) {
        reading.find(.error, range, FieldRule(9111, "5.2"), "A value with such characters must stand in quotes.")
      }
      return
    }
    switch directive.argument {
    case .none:
      reading.add(name, parameter.range, text: parameter.text)
      if let range = parameter.valueRange {
        reading.find(.warning, range, directive.rule, "\(name) has no argument: what follows “=” is ignored.")
      }
      keep(parameter.key, nil)
    case .fieldNames:
      reading.add(name, parameter.range, text: parameter.text)
      if let range = parameter.valueRange {
        fieldNames[parameter.key] = Words.cut(parameter.text, to: 60)
        if !parameter.isQuoted {
          reading.find(.warning, range, directive.rule, "The list of field names must stand in quotes.")
        }
      } else {
        keep(parameter.key, nil)
      }
    case .seconds, .optionalSeconds:
      guard let value = parameter.value, let range = parameter.valueRange else {
        reading.add(name, parameter.range, text: "")
        if directive.argument == .seconds {
          reading.find(.error, parameter.range, directive.rule, "\(name) needs a number of seconds: \(name)=60.")
        } else {
          keep(parameter.key, nil)
        }
        return
      }
      guard let number = ASCII.number(value) else {
        reading.add(name, parameter.range, text: parameter.text)
        let hint =
          value.contains(ASCII.semicolon) ? "directives are divided by commas" : "caches take a bad one for stale"
        reading.find(.error, range, directive.rule, "The value must be a whole number of seconds; \(hint).")
        keep(parameter.key, 0)
        return
      }
      let seconds = min(number, NumberField.secondsLimit)
      reading.add(name, parameter.range, text: parameter.text, DurationWords.span(seconds))
      if parameter.isQuoted {
        reading.find(.warning, range, directive.rule, "The number must not stand in quotes.")
      }
      if number > seconds {
        reading.find(.note, range, FieldRule(9111, "1.2.2"), "Numbers beyond 2147483648 are taken for that one.")
      }
      keep(parameter.key, seconds)
    }
  }

  /// `CDN-Cache-Control`: the same directives as a structured field (RFC 9213 §2.1).
  static func readTargeted(_ members: [StructuredMember], _ reading: inout ReadingBuilder) -> String? {
    var field = CacheControlField()
    for member in members {
      guard let directive = CacheDirective.named(member.key, inRequest: false) else { continue }
      switch (directive.argument, member.item) {
      case (.seconds, .integer(let seconds)?) where seconds >= 0:
        field.found[member.key] = min(Int(seconds), NumberField.secondsLimit)
      case (.seconds, _):
        reading.find(
          .error, member.valueRange, FieldRule(9213, "2.1"),
          "\(member.key) needs a whole number of seconds: it is ignored.")
      case (_, .bool(false)?): break
      default: field.found[member.key] = .some(nil)
      }
    }
    return field.responseWords
  }

  /// Of several the first one holds.
  private mutating func keep(_ name: String, _ seconds: Int?) {
    if found[name] == nil { found[name] = .some(seconds) }
  }

  private func has(_ name: String) -> Bool { found[name] != nil }

  private func seconds(_ name: String) -> Int? { found[name].flatMap { $0 } }

  private func findContradictions(_ whole: Range<Int>, _ reading: inout ReadingBuilder) {
    guard !reading.inRequest else { return }
    if has("public"), has("private") {
      reading.find(
        .warning, whole, FieldRule(9111, "5.2.2.7"), "public and private contradict each other: private holds.")
    }
    if has("private"), has("s-maxage") {
      reading.find(
        .note, whole, FieldRule(9111, "5.2.2.10"), "s-maxage is for shared caches, which private keeps away.")
    }
    if has("no-store"), let other = ["max-age", "s-maxage", "public", "immutable"].first(where: { has($0) }) {
      reading.find(.note, whole, FieldRule(9111, "5.2.2.5"), "Beside no-store, \(other) has nothing to say.")
    }
  }

  // MARK: Words

  private var requestWords: String {
    var words: [String] = []
    if has("no-store") { words.append("no cache may keep the answer") }
    if has("no-cache") || seconds("max-age") == 0 {
      words.append("a kept answer must be checked with the server first")
    } else if let age = seconds("max-age") {
      words.append("a kept answer may be \(DurationWords.span(age)) old")
    }
    if let fresh = seconds("min-fresh") { words.append("it must stay fresh for \(DurationWords.span(fresh))") }
    if has("max-stale") {
      words.append(seconds("max-stale").map { "it may be stale for \(DurationWords.span($0))" } ?? "it may be stale")
    }
    if has("only-if-cached") { words.append("only an answer that is kept, else 504") }
    if has("no-transform") { words.append("nobody on the way may change the content") }
    return words.isEmpty ? "nothing that HTTP defines" : words.joined(separator: "; ")
  }

  private var responseWords: String {
    if has("no-store") { return "no cache may keep it" }
    var words: [String] = []
    if has("no-cache") {
      words.append("it must be checked with the server before each reuse")
    } else if let age = seconds("max-age") {
      words.append(age == 0 ? "stale at once" : "fresh for \(DurationWords.span(age))")
    }
    if has("private") {
      words.append("only the client's own cache may keep it")
    } else if let shared = seconds("s-maxage") {
      words.append(
        shared == 0 ? "stale at once for shared caches" : "shared caches keep it \(DurationWords.span(shared))")
    } else if has("public") {
      words.append("any cache may keep it")
    }
    if has("must-revalidate") {
      words.append("once stale it must be checked")
    } else if has("proxy-revalidate") {
      words.append("once stale, shared caches must check it")
    }
    if let stale = seconds("stale-while-revalidate") {
      words.append("\(DurationWords.span(stale)) longer while it is being checked")
    }
    if let stale = seconds("stale-if-error") { words.append("\(DurationWords.span(stale)) longer if the server fails") }
    if has("immutable") { words.append("it does not change while fresh") }
    if has("no-transform") { words.append("nobody on the way may change the content") }
    if let names = fieldNames["private"] { words.append("shared caches must not keep \(names)") }
    if let names = fieldNames["no-cache"] { words.append("\(names) not to be reused without a check") }
    return words.isEmpty ? "nothing that HTTP defines" : words.joined(separator: "; ")
  }
}
