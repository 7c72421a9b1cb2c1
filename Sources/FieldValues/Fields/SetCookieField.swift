/// `Set-Cookie` (RFC 6265 §4.1, and what browsers ask beyond it in RFC 6265bis).
struct SetCookieField {
  private static let rule = FieldRule(6265, "4.1.1")

  private var name = ""
  private var attributes: [String: FieldParameter] = [:]
  /// When it ends: seconds since 1970.
  private var end: Int?
  private var maximumAge: Int?
  private var isRefused = false

  static func read(_ reading: inout ReadingBuilder) -> String {
    var field = SetCookieField()
    // Quotes mean nothing to a cookie: each semicolon divides.
    let pieces = reading.bytes[reading.whole].split(
      separator: ASCII.semicolon, maxSplits: 200, omittingEmptySubsequences: false
    )
    .map { reading.trimmed($0.startIndex..<$0.endIndex) }
    guard let pair = pieces.first, field.readPair(pair, &reading) else { return "not a cookie: it is ignored" }
    for piece in pieces.dropFirst() where !piece.isEmpty && !reading.isFull { field.readAttribute(piece, &reading) }
    field.findContradictions(pair, &reading)
    return field.words(reading)
  }

  private mutating func readPair(_ range: Range<Int>, _ reading: inout ReadingBuilder) -> Bool {
    guard let sign = reading.first(ASCII.equals, in: range) else {
      reading.add("cookie", range)
      reading.find(.error, range, Self.rule, "A cookie is written name=value: there is no “=”.")
      return false
    }
    let nameRange = reading.trimmed(range.lowerBound..<sign)
    let value = reading.trimmed(sign + 1..<range.upperBound)
    name = reading.shown(nameRange)
    reading.add("name", nameRange)
    reading.add("value", value)
    guard !nameRange.isEmpty else {
      reading.find(.error, range, FieldRule(6265, "5.2"), "The cookie has no name.")
      return false
    }
    if !reading.isToken(nameRange) {
      reading.find(.error, nameRange, Self.rule, "The name of a cookie is a token: letters, digits and some marks.")
    }
    CookieField.checkValue(value, &reading)
    if range.count > 4096 {
      reading.find(.warning, range, FieldRule(6265, "6.1"), "Browsers need not take cookies beyond 4096 bytes.")
    }
    return true
  }

  private mutating func readAttribute(_ range: Range<Int>, _ reading: inout ReadingBuilder) {
    let sign = reading.first(ASCII.equals, in: range)
    let name = reading.trimmed(range.lowerBound..<(sign ?? range.upperBound))
    let value = sign.map { reading.trimmed($0 + 1..<range.upperBound) }
    let key = reading.lowered(name)
    let label = reading.shown(name)
    let attribute = FieldParameter(
      range: range, name: name, key: key, valueRange: value, value: value.map { Array(reading.bytes[$0]) })
    if attributes[key] != nil {
      reading.find(.warning, range, Self.rule, "\(label) stands more than once: browsers take the last one.")
    }
    attributes[key] = attribute
    reading.add(label, range, text: attribute.text)
    switch key {
    case "expires": readExpires(attribute, &reading)
    case "max-age": readMaximumAge(attribute, &reading)
    case "path" where attribute.value?.first != ASCII.slash:
      reading.find(
        .warning, attribute.place, FieldRule(6265, "5.2.4"), "A path that does not begin with “/” is ignored.")
    case "domain": readDomain(attribute, &reading)
    case "samesite" where !["strict", "lax", "none"].contains(ASCII.lowered(attribute.value ?? [])):
      reading.find(
        .warning, attribute.place, FieldRule("RFC 6265bis", "4.1.2.7"),
        "SameSite is Strict, Lax or None; others count as none given.")
    default: break
    }
  }

  private mutating func readExpires(_ attribute: FieldParameter, _ reading: inout ReadingBuilder) {
    let place = reading.parts.count - 1
    let range = attribute.place
    guard attribute.value?.isEmpty == false else {
      reading.find(.error, range, Self.rule, "Expires needs a date.")
      return
    }
    var dated = reading
    var moment: Int?
    dated.inside { moment = HTTPDateReader.read(range, in: &$0, allowsHyphens: true, rule: FieldRule(6265, "4.1.1")) }
    reading = dated
    end = moment
    if let moment { reading.explain(place, DurationWords.distance(moment, from: reading.now)) }
  }

  private mutating func readMaximumAge(_ attribute: FieldParameter, _ reading: inout ReadingBuilder) {
    let value = attribute.value ?? []
    let isNegative = value.first == ASCII.dash
    guard let number = ASCII.number(isNegative ? value.dropFirst() : value[...]) else {
      reading.find(
        .error, attribute.place, FieldRule(6265, "5.2.2"), "Max-Age must be a whole number of seconds: it is ignored.")
      return
    }
    if isNegative || number == 0 {
      if isNegative || value.count > 1 {
        reading.find(.note, attribute.place, Self.rule, "Max-Age should begin with a digit from 1 to 9.")
      }
      maximumAge = 0
    } else {
      maximumAge = number
      reading.explain(reading.parts.count - 1, DurationWords.span(number))
    }
  }

  private func readDomain(_ attribute: FieldParameter, _ reading: inout ReadingBuilder) {
    if attribute.text.isEmpty {
      reading.find(.warning, attribute.place, FieldRule(6265, "5.2.3"), "An empty domain is ignored.")
    } else if attribute.value?.first == ASCII.dot {
      reading.find(.note, attribute.place.prefix(1), FieldRule(6265, "5.2.3"), "The dot before a domain is ignored.")
    }
  }

  private mutating func findContradictions(_ pair: Range<Int>, _ reading: inout ReadingBuilder) {
    let isSecure = attributes["secure"] != nil
    func refuse(_ range: Range<Int>, _ rule: FieldRule, _ message: String) {
      reading.find(.error, range, rule, message + ": browsers refuse the cookie.")
      isRefused = true
    }
    if let site = attributes["samesite"], ASCII.lowered(site.value ?? []) == "none", !isSecure {
      refuse(site.range, FieldRule("draft-west-cookie-incrementalism", "3.2"), "SameSite=None without Secure")
    }
    if let partitioned = attributes["partitioned"], !isSecure {
      refuse(partitioned.range, FieldRule("draft-cutler-httpbis-partitioned-cookies"), "Partitioned without Secure")
    }
    let prefix = ASCII.lowered(name.utf8)
    if prefix.hasPrefix("__secure-"), !isSecure {
      refuse(pair, FieldRule("RFC 6265bis", "4.1.3.1"), "The name begins with __Secure-, but Secure is missing")
    }
    if prefix.hasPrefix("__host-"), !isSecure || attributes["domain"] != nil || attributes["path"]?.text != "/" {
      refuse(
        pair, FieldRule("RFC 6265bis", "4.1.3.2"), "A name that begins with __Host- needs Secure, Path=/ and no Domain")
    }
  }

  private func words(_ reading: ReadingBuilder) -> String {
    let cookie = "cookie \(Words.quoted(name))"
    if isRefused { return "browsers refuse the \(cookie)" }
    if maximumAge == 0 || maximumAge == nil && end.map({ $0 <= reading.now }) == true { return "deletes the \(cookie)" }
    var words: [String] = []
    if let maximumAge {
      words.append("for \(DurationWords.span(maximumAge))")
    } else if let end {
      words.append("until \(CalendarDay.text(end)) (\(DurationWords.distance(end, from: reading.now)))")
    } else {
      words.append("until the browser closes")
    }
    if let domain = attributes["domain"]?.text, !domain.isEmpty {
      words.append(
        "for \(Words.cut(String(domain.first == "." ? domain.dropFirst() : domain[...]), to: 60)) and its subdomains")
    }
    if let path = attributes["path"]?.text, path.hasPrefix("/"), path != "/" {
      words.append("below \(Words.cut(path, to: 60))")
    }
    if attributes["secure"] != nil { words.append("over HTTPS only") }
    if attributes["httponly"] != nil { words.append("hidden from scripts") }
    switch ASCII.lowered(attributes["samesite"]?.value ?? []) {
    case "strict": words.append("only from the same site")
    case "lax": words.append("from other sites only when a link is followed")
    case "none": words.append("from all sites")
    default: break
    }
    return cookie + " " + words.joined(separator: ", ")
  }
}
