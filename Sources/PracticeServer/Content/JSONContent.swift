import NIOCore

/// A JSON document of any size that is the same each time: an array of small objects.
enum JSONContent {
  /// The smallest document is `[]`.
  static let minimum = 2

  private static let names = ["Ada", "Grace", "Tim", "Roy", "Radia", "Vint", "Zoë", "Jürgen", "小林"]

  /// A document of exactly `count` bytes, or of two where `count` is less; the last element is a string that fills up.
  static func steps(count: Int, isPretty: Bool) -> Steps {
    let end = Array((isPretty ? "\n]" : "]").utf8)
    let separator = isPretty ? ",\n  " : ","
    var remaining = max(count, minimum) - end.count
    var number = 0
    var isFinished = false
    guard max(count, minimum) >= 16 else {
      return Steps([.text("[" + String(repeating: " ", count: max(count, minimum) - 2) + "]")])
    }
    return Steps {
      if isFinished { return nil }
      var block: [UInt8] = []
      block.reserveCapacity(66 << 10)
      if number == 0 {
        block += (isPretty ? "[\n  " : "[").utf8
        remaining -= block.count
      }
      while block.count < 64 << 10 {
        let start = block.count
        if number > 0 { block += separator.utf8 }
        append(number, isPretty: isPretty, to: &block)
        // A string that fills up needs a separator and two quotes after this element.
        guard block.count - start + separator.utf8.count + 2 <= remaining else {
          block.removeLast(block.count - start)
          if number > 0 {
            block += separator.utf8
            remaining -= separator.utf8.count
          }
          block.append(UInt8(ascii: "\""))
          block += repeatElement(UInt8(ascii: "x"), count: remaining - 2)
          block.append(UInt8(ascii: "\""))
          block += end
          isFinished = true
          break
        }
        remaining -= block.count - start
        number += 1
      }
      return .bytes(block)
    }
  }

  /// What comes after an element's number repeats after this many elements: 9 names, 90 prices, 3 and 7.
  private static let period = 630
  private static let minifiedRests = (0..<period).map { rest(of: $0, isPretty: false) }
  private static let prettyRests = (0..<period).map { rest(of: $0, isPretty: true) }

  private static func append(_ number: Int, isPretty: Bool, to block: inout [UInt8]) {
    block += (isPretty ? "{\n    \"id\": " : "{\"id\":").utf8
    block += "\(number)".utf8
    block += isPretty ? prettyRests[number % period] : minifiedRests[number % period]
  }

  private static func rest(of number: Int, isPretty: Bool) -> [UInt8] {
    let members = [
      ("name", "\"\(names[number % names.count])\""), ("price", "\(number % 90 + 10).\(number % 10)"),
      ("active", "\(number % 3 == 0)"), ("parent", "null"), ("tags", "[\"wire\",\"\(number % 7)\"]"),
    ]
    let text = members.map { isPretty ? ",\n    \"\($0.0)\": \($0.1)" : ",\"\($0.0)\":\($0.1)" }.joined()
    return Array((text + (isPretty ? "\n  }" : "}")).utf8)
  }
}
