/// A reading as it grows: the value's bytes, and the parts and findings so far, within the limits.
struct ReadingBuilder {
  /// The value, without what is beyond the limit.
  let bytes: [UInt8]
  let inRequest: Bool
  /// Seconds since 1970 (UTC).
  let now: Int
  private(set) var parts: [FieldValuePart] = []
  private(set) var findings: [FieldFinding] = []
  private var depth = 0
  private var isCut = false

  init(value: [UInt8], inRequest: Bool = false, now: Int) {
    bytes = value.count > FieldReading.byteLimit ? Array(value.prefix(FieldReading.byteLimit)) : value
    self.inRequest = inRequest
    self.now = now
  }

  /// The value without whitespace around it.
  var whole: Range<Int> { trimmed(0..<bytes.count) }

  var isEmpty: Bool { whole.isEmpty }

  /// Whether no more parts are taken: whoever loops over parts can end.
  var isFull: Bool { parts.count >= FieldReading.partLimit }

  /// Adds a part; `text` stands for its bytes where they are not what is to be shown.
  mutating func add(_ label: String, _ range: Range<Int>, text: String? = nil, _ meaning: String? = nil) {
    guard !isFull else {
      isCut = true
      return
    }
    parts.append(
      FieldValuePart(
        depth: depth, label: Words.cut(label, to: 60), range: range, text: text.map { Words.cut($0) } ?? shown(range),
        meaning: meaning))
  }

  /// Adds what `body` adds as parts inside the last one.
  mutating func inside(_ body: (inout ReadingBuilder) -> Void) {
    deepen(by: 1)
    body(&self)
    deepen(by: -1)
  }

  /// What is added from now on stands so much deeper in the tree.
  mutating func deepen(by levels: Int) { depth += levels }

  /// Says where a part that was added before stands after all, what it says and what that means.
  mutating func replace(_ part: Int, range: Range<Int>, text: String?, _ meaning: String?) {
    guard parts.indices.contains(part) else { return }
    parts[part].range = range
    parts[part].text = text.map { Words.cut($0) } ?? shown(range)
    parts[part].meaning = meaning
  }

  /// Says what a part means that was added before.
  mutating func explain(_ part: Int, _ meaning: String) {
    if parts.indices.contains(part) { parts[part].meaning = meaning }
  }

  mutating func find(_ severity: FieldFinding.Severity, _ range: Range<Int>, _ rule: FieldRule, _ message: String) {
    guard findings.count < FieldReading.findingLimit else { return }
    findings.append(FieldFinding(severity: severity, range: range, rule: rule, message: message))
  }

  /// Remembers that something was left out.
  mutating func noteCut() {
    isCut = true
  }

  /// Says so where the value is beyond the limits.
  mutating func noteLimits(of value: [UInt8]) {
    guard isCut || bytes.count < value.count else { return }
    let from = bytes.count < value.count ? bytes.count : (parts.last?.range.upperBound ?? 0)
    let note = FieldFinding(
      severity: .note, range: min(from, value.count)..<value.count, rule: FieldRule(9110, "5.4"),
      message: "The value is long: only its beginning is read here.")
    if findings.count < FieldReading.findingLimit { findings.append(note) } else { findings[findings.count - 1] = note }
  }

  // MARK: Bytes

  /// The bytes as text for people, cut where they are many.
  func shown(_ range: Range<Int>) -> String {
    Words.cut(TextOfBytes.beginning(of: bytes[range], limit: Words.limit))
  }

  /// The bytes as text, all of them.
  func text(_ range: Range<Int>) -> String { TextOfBytes.decoded(bytes[range]) }

  /// The bytes as text with ASCII capitals made small, for comparing.
  func lowered(_ range: Range<Int>) -> String { ASCII.lowered(bytes[range]) }

  /// The range without spaces and tabs at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, ASCII.isSpace(bytes[start]) { start += 1 }
    while end > start, ASCII.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  func first(_ byte: UInt8, in range: Range<Int>) -> Int? { bytes[range].firstIndex(of: byte) }

  func isToken(_ range: Range<Int>) -> Bool { !range.isEmpty && bytes[range].allSatisfy(ASCII.isTokenByte) }
}
