/// What one program made of a row.
struct OracleAnswer: Sendable {
  enum Outcome: Sendable {
    case answered, malformed, none
  }

  /// What two answers can differ in.
  enum Aspect: String, Sendable {
    case status, body, outcome
  }

  /// 0 where no head could be read.
  var status: Int
  var body: [UInt8]
  var outcome: Outcome
  /// The exit status and what stood on standard error, for whoever reads a failure.
  var account: String

  /// Aspects in which the other answer is another one.
  func differences(from other: OracleAnswer) -> Set<Aspect> {
    var aspects: Set<Aspect> = []
    if status != other.status { aspects.insert(.status) }
    if body != other.body { aspects.insert(.body) }
    if outcome != other.outcome { aspects.insert(.outcome) }
    return aspects
  }

  var summary: String { "\(status), \(body.count) bytes, \(outcome), \(account)" }
}

extension OracleAnswer {
  /// Curl's exit status says how it went: an answer, one that is broken, or none.
  init(curl exit: Int32, httpStatus: Int, body: [UInt8], words: String) {
    let outcome: Outcome =
      switch exit {
      case 0: .answered
      // The lookup, the connection, the time, the handshake, too many redirects, an empty reply, the certificate.
      case 6, 7, 28, 35, 47, 52, 60: .none
      // A reset counts as an answer once there was a head.
      case 55, 56: httpStatus == 0 ? .none : .malformed
      default: .malformed
      }
    self.init(status: httpStatus, body: body, outcome: outcome, account: "exit \(exit) \(words)")
  }

  /// What Barewire printed with `--include`: the heads, and the last one's content.
  init(barewire exit: Int32, printed: [UInt8], words: String) {
    var rest = printed[...]
    var status = 0
    while rest.starts(with: "HTTP/".utf8), let end = Self.headEnd(rest) {
      status = Int(String(decoding: rest.dropFirst(9).prefix { $0 > 32 }, as: UTF8.self)) ?? 0
      rest = rest[end...]
    }
    let outcome: Outcome =
      switch exit {
      case 0: .answered
      case 1: .malformed
      default: .none
      }
    self.init(status: status, body: Array(rest), outcome: outcome, account: "exit \(exit) \(words)")
  }

  /// The index after the blank line, whose line ends may be LF alone.
  private static func headEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    var isLineEmpty = false
    for index in bytes.indices {
      switch bytes[index] {
      case 10:
        if isLineEmpty { return index + 1 }
        isLineEmpty = true
      case 13: continue
      default: isLineEmpty = false
      }
    }
    return nil
  }
}
