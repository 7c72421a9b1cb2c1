import HTTPMessages
import ParserProperties
import Testing

@Suite struct ParserConfigurationTests {
  private static let bytes = Array("GET / HTTP/1.1\r\nHost : a\r\nA: b\n\r\n".utf8)

  private func endsHead(_ configuration: ParserConfiguration) -> Bool {
    Reading(Self.bytes, parser: MessageParser(.request, configuration: configuration)).events.contains {
      $0.kind == .headEnd
    }
  }

  @Test("a leniency is chosen by itself: reading stops at each refused finding and at no other")
  func codes() {
    #expect(endsHead(.lenient))
    #expect(!endsHead(.strict))
    #expect(!endsHead(.strict.forgiving(.fieldSpaceBeforeColon)))
    #expect(endsHead(.strict.forgiving(.fieldSpaceBeforeColon, .bareLineFeed)))
    #expect(!endsHead(.lenient.refusing(.bareLineFeed)))
    #expect(endsHead(.lenient.refusing(.bareCarriageReturn, .hostMissing)))
  }

  @Test("a set of codes is what was put in and not taken out", arguments: Diagnostic.Code.allCases)
  func set(code: Diagnostic.Code) {
    var set = DiagnosticSet(Diagnostic.Code.allCases.filter { $0 != code })
    #expect(!set.contains(code))
    set.insert(code)
    #expect(set == DiagnosticSet(Diagnostic.Code.allCases))
    set.remove(code)
    #expect(Diagnostic.Code.allCases.allSatisfy { set.contains($0) == ($0 != code) })
  }
}
