package import Foundation

/// Any JSON value, kept so that it can be written again as it was.
package enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(Decimal)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])
}
