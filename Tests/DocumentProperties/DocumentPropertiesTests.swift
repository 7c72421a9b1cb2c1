import ParserProperties
import Testing

struct DocumentPropertiesTests {
  @Test("random contents have all properties", arguments: DocumentInput.Kind.allCases)
  func random(_ kind: DocumentInput.Kind) throws {
    for seed in 1...100 {
      var random = Random(seed: seed)
      try DocumentProperties.hold(DocumentInput(of: kind, &random))
    }
  }

  @Test("inputs of the fuzzer are kept of each kind")
  func kept() {
    #expect(DocumentCorpus.all.count == DocumentInput.Kind.allCases.count)
  }

  @Test("each kept input of the fuzzer has all properties", arguments: DocumentInput.Kind.allCases)
  func corpus(_ kind: DocumentInput.Kind) throws {
    for input in DocumentCorpus(kind).inputs { try DocumentProperties.hold(input) }
  }

  @Test("an input, its bytes and its line say the same")
  func inputs() {
    for corpus in DocumentCorpus.all {
      for input in corpus.inputs {
        #expect(DocumentInput(input.bytes).bytes == input.bytes)
        #expect(DocumentInput(keptAs: input.kept[...], input.kind)?.bytes == input.bytes)
      }
    }
  }
}
