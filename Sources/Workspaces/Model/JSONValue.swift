/// Any JSON value, kept so that it can be written again as it was.
package enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// A number in the digits it was written in, so that none is lost.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])
}
