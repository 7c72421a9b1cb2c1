import HTTPMessages

/// The head of a proxy's answer to CONNECT, as it comes.
struct ConnectAnswer: Sendable {
  /// From the stream's first byte.
  private var bytes: [UInt8] = []
  private var headStart = 0
  private var reasonRange: Range<Int>?
  private var challenges: [Range<Int>] = []
  /// What is known of the head that was taken.
  private(set) var reason = ""
  private(set) var schemes: [String] = []

  /// Whether nothing came.
  var isEmpty: Bool { bytes.isEmpty }

  mutating func append(_ more: ArraySlice<UInt8>) {
    bytes += more
  }

  mutating func note(_ event: ParseEvent) {
    if event.kind == .part, event.part == .reason { reasonRange = event.range }
    if event.kind == .field, ASCIICase.equal(slice(event.nameRange), "Proxy-Authenticate".utf8) {
      challenges.append(event.valueRange)
    }
  }

  /// Reads what the head said; gives its bytes, and those that came behind it.
  mutating func takeHead(endingAt end: Int) -> (head: [UInt8], rest: [UInt8]) {
    reason = reasonRange.map { PrintableText.text(slice($0)) } ?? ""
    schemes = OfferedSchemes.names(in: challenges.map { Array(slice($0)) })
    return (Array(bytes[headStart..<end]), Array(bytes[end...]))
  }

  /// Forgets the facts of an interim answer, whose head ended at an offset.
  mutating func beginNext(at offset: Int) {
    headStart = offset
    reasonRange = nil
    challenges = []
  }

  private func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[range.clamped(to: bytes.indices)]
  }
}
