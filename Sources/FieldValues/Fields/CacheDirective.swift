/// A directive of `Cache-Control` that Barewire knows (RFC 9111 §5.2).
struct CacheDirective {
  /// What stands after its name.
  enum Argument: Equatable {
    case none, seconds, optionalSeconds
    /// Nothing, or a list of field names in quotes.
    case fieldNames
  }

  var argument: Argument
  var section: String
  var document = "RFC 9111"

  var rule: FieldRule { FieldRule(document, section) }

  static func named(_ name: String, inRequest: Bool) -> CacheDirective? {
    (inRequest ? request : response)[name]
  }

  private static let request: [String: CacheDirective] = [
    "max-age": CacheDirective(argument: .seconds, section: "5.2.1.1"),
    "max-stale": CacheDirective(argument: .optionalSeconds, section: "5.2.1.2"),
    "min-fresh": CacheDirective(argument: .seconds, section: "5.2.1.3"),
    "no-cache": CacheDirective(argument: .none, section: "5.2.1.4"),
    "no-store": CacheDirective(argument: .none, section: "5.2.1.5"),
    "no-transform": CacheDirective(argument: .none, section: "5.2.1.6"),
    "only-if-cached": CacheDirective(argument: .none, section: "5.2.1.7"),
    "stale-if-error": CacheDirective(argument: .seconds, section: "4", document: "RFC 5861"),
  ]

  private static let response: [String: CacheDirective] = [
    "max-age": CacheDirective(argument: .seconds, section: "5.2.2.1"),
    "must-revalidate": CacheDirective(argument: .none, section: "5.2.2.2"),
    "must-understand": CacheDirective(argument: .none, section: "5.2.2.3"),
    "no-cache": CacheDirective(argument: .fieldNames, section: "5.2.2.4"),
    "no-store": CacheDirective(argument: .none, section: "5.2.2.5"),
    "no-transform": CacheDirective(argument: .none, section: "5.2.2.6"),
    "private": CacheDirective(argument: .fieldNames, section: "5.2.2.7"),
    "proxy-revalidate": CacheDirective(argument: .none, section: "5.2.2.8"),
    "public": CacheDirective(argument: .none, section: "5.2.2.9"),
    "s-maxage": CacheDirective(argument: .seconds, section: "5.2.2.10"),
    "immutable": CacheDirective(argument: .none, section: "2", document: "RFC 8246"),
    "stale-while-revalidate": CacheDirective(argument: .seconds, section: "3", document: "RFC 5861"),
    "stale-if-error": CacheDirective(argument: .seconds, section: "4", document: "RFC 5861"),
  ]
}
