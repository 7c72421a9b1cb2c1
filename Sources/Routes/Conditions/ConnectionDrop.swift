/// How a connection is broken on purpose, and when.
package struct ConnectionDrop: Sendable, Hashable {
  /// What the peer sees.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// FIN.
    case close
    /// RST.
    case reset
  }

  /// What brings it about.
  package enum Trigger: Sendable, Hashable {
    /// So many bytes have passed; 0 is before the first.
    case bytes(Int)
    /// By chance, so often among a million reads or writes; 1 to 1,000,000.
    case chance(perMillion: Int)
  }

  package let kind: Kind
  package let trigger: Trigger

  package init(_ kind: Kind, _ trigger: Trigger) {
    self.kind = kind
    self.trigger = trigger
  }

  /// Reads `close@10k` or `reset@0.5%`.
  package init(_ text: String) throws(RouteError) {
    let pieces = text.split(separator: "@", omittingEmptySubsequences: false)
    guard pieces.count == 2, let kind = Kind(rawValue: String(pieces[0])), let trigger = Self.trigger(pieces[1]) else {
      throw .drop(text)
    }
    self.init(kind, trigger)
  }

  private static func trigger(_ text: Substring) -> Trigger? {
    guard text.hasSuffix("%") else { return ByteCountText.count(text).map { .bytes($0) } }
    let pieces = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard 1...2 ~= pieces.count, let whole = digits(pieces[0], 1...3) else { return nil }
    var perMillion = whole * 10_000
    if pieces.count == 2 {
      guard let part = digits(pieces[1], 1...4) else { return nil }
      perMillion += (0..<(4 - pieces[1].utf8.count)).reduce(part) { value, _ in value * 10 }
    }
    return 1...1_000_000 ~= perMillion ? .chance(perMillion: perMillion) : nil
  }

  private static func digits(_ text: Substring, _ count: ClosedRange<Int>) -> Int? {
    guard count ~= text.utf8.count, text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
      return nil
    }
    return Int(text)
  }
}

extension ConnectionDrop: CustomStringConvertible {
  /// The drop as it is typed.
  package var description: String {
    switch trigger {
    case .bytes(let count): return "\(kind.rawValue)@\(ByteCountText.text(count))"
    case .chance(let perMillion):
      let part = String("\(perMillion % 10_000 + 10_000)".dropFirst())
      let digits = part.prefix(
        part.lastIndex { $0 != "0" }.map { part.distance(from: part.startIndex, to: $0) + 1 } ?? 0)
      return "\(kind.rawValue)@\(perMillion / 10_000)\(digits.isEmpty ? "" : ".\(digits)")%"
    }
  }
}
