import Glibc

/// Numbers as the tables show them.
package enum Text {
  /// Three figures that count, or `digits` after the point.
  package static func number(_ value: Double, digits: Int? = nil) -> String {
    let places = digits ?? (abs(value) >= 100 ? 0 : abs(value) >= 10 ? 1 : abs(value) >= 0.1 ? 2 : 3)
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
      let length = withVaList([value]) { vsnprintf(buffer.baseAddress, buffer.count, "%.\(places)f", $0) }
      return String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  package static func milliseconds(_ value: Double) -> String { "\(number(value)) ms" }

  package static func mebibytes(_ bytes: Double) -> String { "\(number(bytes / 1_048_576, digits: 0)) MiB" }
}
