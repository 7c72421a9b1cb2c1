import FieldValues
import RawStructuredFieldValues
import Testing

/// Values that nobody meant to be read: whatever they are, a reading stays within its limits and its value.
@Suite struct HostileValueTests {
  static let names = Array(Set(ReadingCase.all.map(\.name))).sorted()

  /// One field of each grammar.
  static let grammars = [
    "Accept", "Accept-Encoding", "Age", "Allow", "Alt-Svc", "Authorization", "Cache-Control", "Cache-Status",
    "Connection",
    "Content-Disposition", "Content-Length", "Content-Range", "Content-Security-Policy", "Content-Type", "Cookie",
    "Date",
    "ETag", "If-None-Match", "If-Range", "Link", "Priority", "Range", "Retry-After", "Server-Timing", "Set-Cookie",
    "Signature-Input", "Strict-Transport-Security", "Transfer-Encoding", "Vary", "WWW-Authenticate", "Referrer-Policy",
  ]

  /// A small generator that repeats.
  struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static func check(_ name: String, _ value: [UInt8], isRequestToo: Bool = true) {
    for inRequest in isRequestToo ? [false, true] : [false] {
      guard let reading = FieldReading(name: name.utf8, value: value, inRequest: inRequest, now: ReadingCase.now) else {
        Issue.record("\(name) is not read")
        return
      }
      let bytes = 0...value.count
      let isInside = { (range: Range<Int>) in bytes.contains(range.lowerBound) && bytes.contains(range.upperBound) }
      let isBounded =
        reading.parts.count <= FieldReading.partLimit && reading.findings.count <= FieldReading.findingLimit
        && reading.meaning.utf8.count < 2048 && !reading.meaning.isEmpty
        && reading.parts.allSatisfy { part in
          isInside(part.range) && part.text.utf8.count <= 210 && part.label.utf8.count <= 70
            && (0...3).contains(part.depth)
            && (part.meaning?.utf8.count ?? 0) < 512
        }
        && reading.findings.allSatisfy { isInside($0.range) && $0.message.utf8.count < 512 }
      #expect(isBounded, "\(name): \(String(decoding: value.prefix(200), as: UTF8.self))")
      if !isBounded { return }
    }
  }

  @Test("random bytes", arguments: grammars)
  func random(_ name: String) {
    var dice = Dice(state: 1)
    for _ in 0..<200 {
      Self.check(name, (0..<Int.random(in: 0..<80, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice) })
    }
  }

  @Test("random words of the grammars", arguments: grammars)
  func words(_ name: String) {
    var dice = Dice(state: 2)
    let words = [
      "\"", "\\", "<", ">", "(", ")", ",", ";", "=", ":", "@", "%\"", "?1", "*", "/", "-", ".", " ", "\t", "'", "a",
      "q", "W/",
      "max-age", "rel", "Basic", "Expires", "SameSite=None", "Sun, 06 Nov 1994 08:49:37 GMT", "bytes", "0",
      "9999999999",
      "UTF-8''%e2", "filename*", "\u{80}", "\r\n",
    ]
    for _ in 0..<300 {
      let count = Int.random(in: 1..<16, using: &dice)
      Self.check(name, (0..<count).flatMap { _ in Array((words.randomElement(using: &dice) ?? "").utf8) })
    }
  }

  @Test("values of the cases with a byte changed, taken out, put in or cut off")
  func mutations() {
    var dice = Dice(state: 3)
    for reading in ReadingCase.all {
      for _ in 0..<40 {
        var value = reading.value
        for _ in 0..<Int.random(in: 1...3, using: &dice) where !value.isEmpty {
          let place = Int.random(in: 0..<value.count, using: &dice)
          switch Int.random(in: 0..<4, using: &dice) {
          case 0: value[place] = UInt8.random(in: 0...255, using: &dice)
          case 1: value.remove(at: place)
          case 2: value.insert(value[Int.random(in: 0..<value.count, using: &dice)], at: place)
          default: value.removeSubrange(place...)
          }
        }
        Self.check(reading.name, value)
      }
    }
  }

  /// Anything quadratic would take minutes here.
  @Test(
    "64 KiB of one pattern",
    arguments: [
      ",", ";", "\"", "\\", "<", "(", "()", "a", "=", "a=", "a=1,", "a=1;", "a;", ";a", "a;a=\"", "a=b; ", "%", "%\"",
      ":a:,", " ",
      "\"\",", "Basic a=\"b\", ", "<a>;", "Expires=Sun, 06 Nov 1994 08:49:37 GMT;", "0", "@1,", "(a b);c=1,", "'",
      "a/b;q=0.1,", "\u{0}",
    ])
  func patterns(_ pattern: String) {
    let value = Array(Array(pattern.utf8).cycled(times: 70_000 / pattern.utf8.count))
    for name in Self.grammars { Self.check(name, value, isRequestToo: false) }
  }

  @Test("a structured field is broken for us where it is for the library")
  func structured() {
    var dice = Dice(state: 4)
    let shapes: [(String, ([UInt8]) -> Bool)] = [
      (
        "Sec-Fetch-Dest",
        { bytes in
          var parser = Self.parser(bytes); return (try? parser.item()) != nil
        }
      ),
      (
        "Cache-Groups",
        { bytes in
          var parser = Self.parser(bytes); return (try? parser.list()) != nil
        }
      ),
      (
        "Signature-Input",
        { bytes in
          var parser = Self.parser(bytes); return (try? parser.dictionary()) != nil
        }
      ),
    ]
    let words = [
      "a", "a=", "a=1", "1", "-1", "1.5", "-", "1.", "1.5.5", "123456789012345", "1234567890123456", "\"x\"", "\"",
      "\\", "\"\\\"\"", ":YQ==:",
      ":", "?1", "?0", "?2", "@1", "@-1", "@1.5", "%\"a\"", "%\"%c3%bc\"", "%\"%C3\"", "%", "(", ")", " ", "  ", "\t",
      ",", ", ", ";", ";b", ";b=?0",
      "*", "A", "A:/b", "é", "a-b.c_*d", "=",
    ]
    var accepted = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1..<7, using: &dice)
      let value = (0..<count).flatMap { _ in Array((words.randomElement(using: &dice) ?? "").utf8) }
      let trimmed = Array(value.drop { $0 == 32 || $0 == 9 }.reversed().drop { $0 == 32 || $0 == 9 }.reversed())
      guard !trimmed.isEmpty else { continue }
      for (name, libraryAccepts) in shapes {
        let reading = FieldReading(name: name.utf8, value: value, now: 0)
        let isBroken = reading?.findings.contains { $0.rule.document == "RFC 9651" && $0.severity == .error } ?? true
        // The library takes any letters of base64, in any number.
        let isBase64 = reading?.findings.contains { $0.message == "This is not base64." } ?? false
        let isAccepted = libraryAccepts(trimmed)
        if isAccepted { accepted += 1 }
        #expect(isAccepted == !isBroken || isBase64, "\(name): \(String(decoding: value, as: UTF8.self))")
      }
    }
    #expect(accepted > 1000)
  }

  struct Parser {
    var parser: StructuredFieldValueParser<[UInt8]>

    mutating func item() throws -> Bool {
      _ = try parser.parseItemFieldValue()
      return true
    }

    mutating func list() throws -> Bool {
      _ = try parser.parseListFieldValue()
      return true
    }

    mutating func dictionary() throws -> Bool {
      _ = try parser.parseDictionaryFieldValue()
      return true
    }
  }

  static func parser(_ bytes: [UInt8]) -> Parser { Parser(parser: StructuredFieldValueParser(bytes)) }
}
