/// Which field is read how, by its name in small letters.
enum FieldTable {
  /// The way to read a field; nil where there is none.
  static func reader(of name: some Sequence<UInt8>) -> FieldGrammar? {
    let key = ASCII.lowered(name.prefix(64))
    return fields[key] ?? StructuredFieldTable.fields[key].map(FieldGrammar.init)
  }

  private static let fields: [String: FieldGrammar] = dates.merging(numbers) { $1 }.merging(content) { $1 }
    .merging(preferences) { $1 }.merging(conditions) { $1 }.merging(names) { $1 }.merging(permissions) { $1 }
    .merging(connections) { $1 }.merging(KeywordField.fields) { $1 }

  private static let dates: [String: FieldGrammar] = [
    "date": FieldGrammar(FieldRule(9110, "6.6.1"), DateField.readMoment),
    "expires": FieldGrammar(FieldRule(9111, "5.3"), DateField.readExpires),
    "last-modified": FieldGrammar(FieldRule(9110, "8.8.2"), DateField.readMoment),
    "if-modified-since": FieldGrammar(FieldRule(9110, "13.1.3"), DateField.readMoment),
    "if-unmodified-since": FieldGrammar(FieldRule(9110, "13.1.4"), DateField.readMoment),
    "retry-after": FieldGrammar(FieldRule(9110, "10.2.3"), DateField.readRetryAfter),
    "sunset": FieldGrammar(FieldRule(8594, "3"), DateField.readMoment),
    "memento-datetime": FieldGrammar(FieldRule(7089, "2.1.1"), DateField.readMoment),
    "accept-datetime": FieldGrammar(FieldRule(7089, "2.1.1"), DateField.readMoment),
  ]

  private static let numbers: [String: FieldGrammar] = [
    "age": FieldGrammar(FieldRule(9111, "5.1"), NumberField.readAge),
    "content-length": FieldGrammar(FieldRule(9110, "8.6"), NumberField.readContentLength),
    "max-forwards": FieldGrammar(FieldRule(9110, "7.6.2"), NumberField.readMaxForwards),
    "access-control-max-age": FieldGrammar(FieldRule("WHATWG Fetch"), NumberField.readMaxAge),
  ]

  private static let content: [String: FieldGrammar] = [
    "content-type": FieldGrammar(FieldRule(9110, "8.3"), MediaTypeField.read),
    "content-disposition": FieldGrammar(FieldRule(6266, "4"), ContentDispositionField.read),
    "content-range": FieldGrammar(FieldRule(9110, "14.4"), RangeField.readContentRange),
    "content-encoding": FieldGrammar(
      FieldRule(9110, "8.4"),
      NameListField.reader("coding") { "the content is coded with \(Words.list($0, last: ", then"))" }),
    "content-language": FieldGrammar(
      FieldRule(9110, "8.5"), NameListField.reader("language") { "for readers of \(Words.list($0))" }),
    "link": FieldGrammar(FieldRule(8288, "3"), allowsEmpty: true, LinkField.read),
    "server-timing": FieldGrammar(FieldRule("W3C Server Timing"), allowsEmpty: true, ServerTimingField.read),
    "content-security-policy": FieldGrammar(FieldRule("W3C CSP3", "3.1"), ContentSecurityPolicyField.read),
    "content-security-policy-report-only": FieldGrammar(FieldRule("W3C CSP3", "3.2"), ContentSecurityPolicyField.read),
  ]

  private static let preferences: [String: FieldGrammar] = [
    "accept": FieldGrammar(FieldRule(9110, "12.5.1"), allowsEmpty: true, PreferenceField.readMedia),
    "accept-charset": FieldGrammar(FieldRule(9110, "12.5.2"), PreferenceField.readNames),
    "accept-encoding": FieldGrammar(FieldRule(9110, "12.5.3"), allowsEmpty: true, PreferenceField.readNames),
    "accept-language": FieldGrammar(FieldRule(9110, "12.5.4"), PreferenceField.readNames),
    "te": FieldGrammar(FieldRule(9110, "10.1.4"), allowsEmpty: true, PreferenceField.readNames),
    "accept-patch": FieldGrammar(FieldRule(5789, "3.1"), PreferenceField.readMedia),
    "accept-post": FieldGrammar(FieldRule("W3C LDP"), PreferenceField.readMedia),
  ]

  private static let conditions: [String: FieldGrammar] = [
    "cache-control": FieldGrammar(FieldRule(9111, "5.2"), allowsEmpty: true, CacheControlField.read),
    "pragma": FieldGrammar(FieldRule(9111, "5.4"), NameListField.readPragma),
    "etag": FieldGrammar(FieldRule(9110, "8.8.3"), EntityTagField.readOne),
    "if-match": FieldGrammar(FieldRule(9110, "13.1.1"), EntityTagField.readIfMatch),
    "if-none-match": FieldGrammar(FieldRule(9110, "13.1.2"), EntityTagField.readIfNoneMatch),
    "if-range": FieldGrammar(FieldRule(9110, "13.1.5"), DateField.readIfRange),
    "range": FieldGrammar(FieldRule(9110, "14.2"), RangeField.readRange),
    "vary": FieldGrammar(FieldRule(9110, "12.5.5"), allowsEmpty: true, NameListField.readVary),
  ]

  private static let names: [String: FieldGrammar] = [
    "allow": FieldGrammar(
      FieldRule(9110, "10.2.1"), allowsEmpty: true,
      NameListField.reader("method") { "\(Words.list($0)) may be used here" }),
    "accept-ranges": FieldGrammar(
      FieldRule(9110, "14.3"),
      NameListField.reader("unit") {
        $0 == ["none"] ? "no ranges can be asked for" : "ranges of \(Words.list($0)) can be asked for"
      }),
    "access-control-allow-headers": FieldGrammar(
      FieldRule("WHATWG Fetch"), allowsEmpty: true,
      NameListField.reader("field") { "pages of other origins may send \(Words.list($0))" }),
    "access-control-allow-methods": FieldGrammar(
      FieldRule("WHATWG Fetch"), allowsEmpty: true,
      NameListField.reader("method") { "pages of other origins may use \(Words.list($0))" }),
    "access-control-expose-headers": FieldGrammar(
      FieldRule("WHATWG Fetch"), allowsEmpty: true,
      NameListField.reader("field") { "pages of other origins may read \(Words.list($0))" }),
    "access-control-request-headers": FieldGrammar(
      FieldRule("WHATWG Fetch"), allowsEmpty: true,
      NameListField.reader("field") { "a page wants to send \(Words.list($0))" }),
  ]

  private static let permissions: [String: FieldGrammar] = [
    "set-cookie": FieldGrammar(FieldRule(6265, "4.1"), SetCookieField.read),
    "cookie": FieldGrammar(FieldRule(6265, "4.2"), CookieField.read),
    "www-authenticate": FieldGrammar(FieldRule(9110, "11.6.1"), ChallengeField.read),
    "proxy-authenticate": FieldGrammar(FieldRule(9110, "11.7.1"), ChallengeField.read),
    "authorization": FieldGrammar(FieldRule(9110, "11.6.2"), CredentialsField.read),
    "proxy-authorization": FieldGrammar(FieldRule(9110, "11.7.2"), CredentialsField.read),
    "strict-transport-security": FieldGrammar(FieldRule(6797, "6.1"), StrictTransportField.read),
  ]

  private static let connections: [String: FieldGrammar] = [
    "connection": FieldGrammar(FieldRule(9110, "7.6.1"), allowsEmpty: true, NameListField.readConnection),
    "transfer-encoding": FieldGrammar(FieldRule(9112, "6.1"), NameListField.readTransferEncoding),
    "trailer": FieldGrammar(
      FieldRule(9110, "6.6.2"), allowsEmpty: true,
      NameListField.reader("field") { "\(Words.list($0)) come\($0.count == 1 ? "s" : "") after the content" }),
    "upgrade": FieldGrammar(
      FieldRule(9110, "7.8"), NameListField.reader("protocol") { "could go on with \(Words.list($0, last: " or"))" }),
    "alt-svc": FieldGrammar(FieldRule(7838, "3"), AlternativeServiceField.read),
  ]
}
