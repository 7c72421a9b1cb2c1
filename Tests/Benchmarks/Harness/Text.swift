import Foundation

/// Numbers as the table shows them.
enum Text {
  /// Three figures that count, or `digits` after the point.
  static func number(_ value: Double, digits: Int? = nil) -> String {
    let places = digits ?? (abs(value) >= 100 ? 0 : abs(value) >= 10 ? 1 : abs(value) >= 0.1 ? 2 : 3)
    return String(format: "%.\(places)f", value)
  }

  static func milliseconds(_ value: Double) -> String { "\(number(value)) ms" }

  static func mebibytes(_ bytes: Double) -> String { "\(number(bytes / 1_048_576, digits: 0)) MiB" }
}
