import HTTPMessages
import ParserProperties
import Testing

@Suite struct DiagnosticTests {
  @Test("every code is produced by a case")
  func coverage() {
    var missing = Set(Diagnostic.Code.allCases).subtracting([.none])
    for parseCase in ParseCase.all {
      missing.subtract(Reading(parseCase.bytes, parser: parseCase.parser(.lenient)).codes)
    }
    for (draft, _, _) in DraftCheckTests.cases {
      missing.subtract(DraftCheck.diagnostics(of: Array(draft.utf8)).map(\.code))
    }
    #expect(missing.isEmpty)
  }

  @Test("every code has its own identifier, a rule of an RFC and a sentence", arguments: Diagnostic.Code.allCases)
  func facts(code: Diagnostic.Code) {
    #expect(Diagnostic.Code.allCases.filter { $0.identifier == code.identifier }.count == 1)
    #expect([9110, 9112, 9113].contains(code.rule.rfc))
    #expect(code.rule.description.hasPrefix("RFC 911"))
    #expect(code.message.hasSuffix(".") || code.message.hasSuffix(")."))
    #expect(code.message.first?.isUppercase == true)
    #expect(!code.message.contains("  "))
  }
}
