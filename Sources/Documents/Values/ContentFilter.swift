package import JSONPath

/// What content is filtered by.
package enum ContentFilter: Sendable {
  /// A query of JSONPath (RFC 9535).
  case query(JSONPathQuery)
  /// A command for `/bin/sh`, which has the content as its standard input.
  case command(String)

  /// Reads what somebody typed: with `$` first a query, else a command, as whatever stands behind `|` or `!`.
  ///
  /// Nil where nothing was typed. The error's offset counts from the `$`.
  package init?(typed: String) throws(JSONPathError) {
    let text = Self.trimmed(typed)
    if Self.isQuery(typed) {
      self = .query(try JSONPathQuery(text))
    } else {
      let command = Self.trimmed(text.drop { $0 == "|" || $0 == "!" })
      if command.isEmpty { return nil }
      self = .command(command)
    }
  }

  /// Whether what somebody types is a query or going to be a command.
  package static func isQuery(_ typed: String) -> Bool { typed.first { $0 != " " } == "$" }

  /// The query or the command.
  package var text: String {
    switch self {
    case .query(let query): query.text
    case .command(let command): command
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String { String(text.drop { $0 == " " }) }
}
