import NIOCore

/// Text content of any size that is the same each time.
enum TextContent {
  private static let words = Array(
    """
    a request is text and the blank line that ends its head is what makes the server answer every line ends in \
    carriage return and line feed a connection has two ends and lives until one of them closes it
    """.utf8.split(separator: 0x20).map(Array.init))

  /// Numbered lines of words, the last one cut so that there are `count` bytes.
  static func lines(count: Int) -> Steps {
    var number = 0
    return filled(count: count) { block in
      number += 1
      block += "\(number) ".utf8
      for index in 0..<(number % 13 + 3) {
        if index > 0 { block.append(0x20) }
        block += words[(number &* 7 &+ index) % words.count]
      }
      block.append(0x0A)
    }
  }

  /// One line without an end.
  static func line(count: Int) -> Steps {
    var number = 0
    return filled(count: count) { block in
      number += 1
      block += "\(number) ".utf8
      block += words[number % words.count]
      block.append(0x20)
    }
  }

  /// Exactly `count` bytes in blocks of about 64 KiB, appended piece by piece; the last piece is cut.
  private static func filled(count: Int, append: @escaping (inout [UInt8]) -> Void) -> Steps {
    var remaining = count
    return Steps {
      guard remaining > 0 else { return nil }
      var block: [UInt8] = []
      block.reserveCapacity(66 << 10)
      while block.count < min(64 << 10, remaining) { append(&block) }
      block.removeLast(max(0, block.count - remaining))
      remaining -= block.count
      return .bytes(block)
    }
  }
}
