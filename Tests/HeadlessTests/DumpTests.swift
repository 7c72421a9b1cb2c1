import Foundation
import HTTPMessages
import Testing

@testable import Headless

@Suite("The annotated dump")
struct DumpTests {
  /// The dump of bytes that are read in pieces.
  static func dump(_ bytes: [UInt8], pieces: Int = .max, _ input: InspectedInput) -> String {
    var inspection = DumpInspection(input)
    var text: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      rest.prefix(pieces).withUnsafeBytes { inspection.read($0) }
      rest = rest.dropFirst(pieces)
      text += inspection.take()
    }
    inspection.finish()
    text += inspection.take()
    return String(decoding: text, as: UTF8.self)
  }

  @Test("each dump is as it is written here, however its input is cut", arguments: DumpCase.all, [1, 7, Int.max])
  func cases(_ dumpCase: DumpCase, pieces: Int) {
    let input = InspectedInput(kind: dumpCase.kind, configuration: dumpCase.configuration)
    #expect(Self.dump(Array(dumpCase.input.utf8), pieces: pieces, input) == dumpCase.dump)
  }

  @Test("no row is longer than 80 columns and none ends in a space", arguments: DumpCase.all)
  func columns(_ dumpCase: DumpCase) {
    let input = InspectedInput(kind: dumpCase.kind, configuration: dumpCase.configuration)
    for line in Self.dump(Array(dumpCase.input.utf8), input).split(separator: "\n") {
      #expect(line.unicodeScalars.count <= 80 && line.last != " ", "\(line)")
    }
  }

  static let every = Array(0...255).map(UInt8.init)

  @Test("nothing that the input holds acts on a terminal", arguments: [false, true])
  func harmless(hasColors: Bool) {
    let bytes = Array("HTTP/1.1 200 \u{1B}[31m\r\nX\u{202E}: ".utf8) + Self.every + Array("\r\n\r\n".utf8) + Self.every
    let form = InspectedInput.Form.dump(columns: 80, showsAll: true, hasColors: hasColors)
    var text = Self.dump(bytes, InspectedInput(kind: .response, form: form))
    #expect(text.contains("\u{1B}") == hasColors)
    text.replace(/\u{1B}\[[0-9;]+m/, with: "")
    #expect(
      text.unicodeScalars.allSatisfy {
        $0 == "\n" || (0x20..<0x7F).contains($0.value) || "§·".unicodeScalars.contains($0) || $0.value >= 0x2000
      })
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(text.contains("␛[31m"))
  }

  @Test("colours differ by part and by severity, and end with each line")
  func colors() {
    let form = InspectedInput.Form.dump(columns: 80, showsAll: false, hasColors: true)
    let text = Self.dump(Array("GET / HTTP/1.1\nHost: a\r\n\r\n".utf8), InspectedInput(kind: .request, form: form))
    #expect(text.contains("\u{1B}[0;1;36m47 45 54 \u{1B}[0;2m20"))
    #expect(text.contains("\u{1B}[0;1;31merror[line.bare-lf]\u{1B}[0m: The line"))
    for line in text.split(separator: "\n") {
      #expect(line.matches(of: /\u{1B}\[[0-9;]+m/).last?.output ?? "\u{1B}[0m" == "\u{1B}[0m", "\(line)")
    }
  }

  @Test(
    "colours are for terminals that can",
    arguments: [
      (TextColor.auto, true, ["TERM": "xterm"], true), (.auto, false, ["TERM": "xterm"], false),
      (.auto, true, ["TERM": "dumb"], false), (.auto, true, [:], false),
      (.auto, true, ["TERM": "xterm", "NO_COLOR": "1"], false), (.auto, true, ["TERM": "xterm", "NO_COLOR": ""], true),
      (.always, false, ["NO_COLOR": "1"], true), (.never, true, ["TERM": "xterm"], false),
    ])
  func colorChoice(choice: TextColor, isTerminal: Bool, environment: [String: String], isOn: Bool) {
    #expect(choice.isOn(isTerminal: isTerminal, environment: environment) == isOn)
  }

  @Test("of a long part the middle is a count, unless everything is asked for")
  func long() {
    let head = "HTTP/1.1 200 OK\r\nX: \(String(repeating: "v", count: 500))\r\nContent-Length: 100000\r\n\r\n"
    let bytes = Array(head.utf8) + Array(repeating: UInt8(ascii: "c"), count: 99_999) + [UInt8(ascii: "!")]
    let short = Self.dump(bytes, pieces: 4_096, InspectedInput(kind: .response))
    #expect(short.contains("\n        ⋮  400 bytes of field value\n"))
    #expect(short.contains("\n        ⋮  99,900 bytes of content\n"))
    #expect(short.contains("cccccccc!  content\n"))
    #expect(short.split(separator: "\n").count < 40)
    let form = InspectedInput.Form.dump(columns: 80, showsAll: true, hasColors: false)
    let whole = Self.dump(bytes, pieces: 4_096, InspectedInput(kind: .response, form: form))
    #expect(!whole.contains("⋮"))
    #expect(whole.split(separator: "\n").filter { $0.hasSuffix("content") }.count == 10_000)
    #expect(whole == Self.dump(bytes, InspectedInput(kind: .response, form: form)))
  }

  @Test("in the middle of a long part the row with a finding is shown")
  func longWithFinding() {
    let value = String(repeating: "v", count: 250) + "\u{1}" + String(repeating: "w", count: 250)
    let text = Self.dump(Array("GET / HTTP/1.1\r\nHost: a\r\nX: \(value)\r\n\r\n".utf8), InspectedInput(kind: .request))
    #expect(
      text.contains(
        """
                ⋮  170 bytes of field value
              278  01 77 77 77 77 77 77 77 77 77  ␁wwwwwwwww  field value
                   ^^                             ^
                   error[field.control-byte]: A control byte stands in the field value;
                   such a value is invalid. (RFC 9110 §5.5)
                   = read: The byte is a part of the value.
                ⋮  230 bytes of field value

        """))
  }

  @Test("of many chunks the first, the last and those with findings are shown")
  func chunks() {
    var text = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    for index in 0..<1_000 { text += index == 500 ? "5\nhello\r\n" : "5\r\nhello\r\n" }
    let input = InspectedInput(kind: .response)
    let dump = Self.dump(Array((text + "0\r\n\r\n").utf8), pieces: 100, input)
    #expect(dump.contains("\n        ⋮  497 chunks of 2,485 bytes\n     5047  35 0a     "))
    #expect(dump.contains("\n        ⋮  499 chunks of 2,495 bytes\n    10046  30 0d 0a  "))
    #expect(dump.contains("✗ response 1: complete, 10,051 bytes, 1,000 chunks of 5,000 bytes, 1 error\n"))
    #expect(dump.split(separator: "\n").filter { $0.hasSuffix("content, line end") }.count == 4)
    let all = InspectedInput(kind: .response, form: .dump(columns: 80, showsAll: true, hasColors: false))
    #expect(
      Self.dump(Array(text.utf8), all).split(separator: "\n").filter { $0.hasSuffix("content, line end") }.count
        == 1_000)
  }

  @Test("a character of several bytes stands at its first byte, where nothing beside it can move")
  func characters() {
    func text(_ value: String) -> Substring {
      let dump = Self.dump(Array("GET /\(value) HTTP/1.1\r\nHost: a\r\n\r\n".utf8), InspectedInput(kind: .request))
      let row = dump.split(separator: "\n").first { $0.hasPrefix("        4") } ?? ""
      return row.split(separator: "  ", omittingEmptySubsequences: true).dropLast().last?.drop { $0 == " " } ?? ""
    }
    #expect(text("aüß") == "/aü·ß·␠")
    #expect(text("字x") == "/字·x␠")
    #expect(text("e\u{301}x") == "/e··x␠")
    #expect(text("\u{5D0}\u{202E}x") == "/·····x␠")
    #expect(text("\u{1F1E9}x") == "/····x␠")
  }

  @Test("findings whose rows were written long ago say where their bytes are")
  func longHead() {
    let fields = String(repeating: "A: b\r\n", count: 3_000)
    let head = "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\(fields)Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    let dump = Self.dump(Array(head.utf8), InspectedInput(kind: .request))
    #expect(dump.contains("  = place: bytes 41..<42\n"))
    #expect(dump.contains("with-content-length]: "))
  }

  @Test("of many chunks with the same finding the first are shown, and the others counted")
  func brokenChunks() {
    let chunks = String(repeating: "5\r\nhello\n", count: 1_000)
    let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    let dump = Self.dump(Array((head + chunks + "0\r\n\r\n").utf8), pieces: 100, InspectedInput(kind: .response))
    #expect(dump.contains("\n        ⋮  997 chunks of 4,985 bytes, with 997 findings as above\n     9047  30 0d 0a"))
    #expect(dump.contains("1,000 chunks of 5,000 bytes, 1,000 errors\n"))
  }

  @Test("a wide terminal has 16 bytes in a row")
  func wide() {
    let form = InspectedInput.Form.dump(columns: 150, showsAll: false, hasColors: false)
    let text = Self.dump(
      Array("GET / HTTP/1.1\r\nX-Sixteen: 0123456789abcdef\r\nHost: a\r\n\r\n".utf8),
      InspectedInput(kind: .request, form: form))
    #expect(text.contains("30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66  0123456789abcdef  field value\n"))
  }

  @Test("findings are forgiven and refused one by one, by their names")
  func configuration() throws {
    let strict = try DiagnosticNames.configuration(isStrict: true, forgiven: ["line.bare-lf"], refused: [])
    #expect(strict == .strict.forgiving(.bareLineFeed))
    let lenient = try DiagnosticNames.configuration(isStrict: false, forgiven: [], refused: ["host.missing"])
    #expect(lenient == .lenient.refusing(.hostMissing))
    let bytes = Array("GET / HTTP/1.1\n\n".utf8)
    #expect(Self.dump(bytes, InspectedInput(kind: .request, configuration: strict)).contains("= refused:"))
    #expect(throws: UnknownDiagnostic(name: "line.bare-fl", near: "line.bare-lf")) {
      try DiagnosticNames.code("line.bare-fl")
    }
  }

  private struct Element: Decodable, Equatable {
    var kind: String
    var range: [Int]?
  }

  @Test("strict reading has its leftover in the JSON too")
  func strictJSON() throws {
    let input = InspectedInput(kind: .request, configuration: .strict, form: .json)
    var inspection = JSONInspection(input)
    Array("GET / HTTP/1.1\nHost: a\r\n\r\n".utf8).withUnsafeBytes { inspection.read($0) }
    inspection.finish()
    let messages = try JSONDecoder().decode([Element].self, from: Data(inspection.take()))
    #expect(messages == [Element(kind: "request", range: nil), Element(kind: "leftover", range: [15, 26])])
    #expect(!inspection.isWellFormed)
  }

  @Test("the list of codes names each with its rule in 80 columns")
  func list() {
    let text = String(decoding: DiagnosticTable.text(hasColors: false), as: UTF8.self)
    for code in DiagnosticNames.all {
      #expect(text.contains("\(code.severity.name)[\(code.identifier)]  \(code.rule)"))
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 80 })
    #expect(!text.contains("draft."))
    #expect(DiagnosticNames.all.allSatisfy { $0.lenientReading != nil })
  }
}
