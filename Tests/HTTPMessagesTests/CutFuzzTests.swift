import HTTPMessages
import Testing

@Suite struct CutFuzzTests {
  /// Xorshift, so that a failure can be repeated from its seed.
  struct Random {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
  }

  @Test("streams of mutated cases give the same events however they are cut", arguments: 1...40)
  func cuts(seed: Int) {
    var random = Random(state: UInt64(seed) &* 0x9e37_79b9_7f4a_7c15)
    let odd: [UInt8] = [0, 9, 10, 13, 32, 34, 44, 48, 58, 59, 61, 72, 92, 97, 127, 200]
    for _ in 0..<50 {
      let kind: MessageKind = random.below(2) == 0 ? .request : .response
      let cases = ParseCase.all.filter { $0.kind == kind && $0.file != "found" }
      var bytes: [UInt8] = []
      for _ in 0...random.below(3) { bytes += cases[random.below(cases.count)].bytes }
      for _ in 0..<random.below(6) where !bytes.isEmpty {
        let index = random.below(bytes.count)
        switch random.below(3) {
        case 0: bytes[index] = odd[random.below(odd.count)]
        case 1: bytes.insert(odd[random.below(odd.count)], at: index)
        default: bytes.remove(at: index)
        }
      }
      let narrow = ParserConfiguration(
        refused: random.below(2) == 0 ? .errorsAndLimits : [], lineLength: 1 + random.below(40),
        fieldLength: random.below(3) == 0 ? random.below(40) : ParseEvent.fieldBound,
        headLength: 1 + random.below(80),
        fieldCount: random.below(4), chunkLineLength: 1 + random.below(30), chunkExtensionTotal: random.below(8),
        trailerLength: random.below(20), interimResponseCount: random.below(3))
      var parser = MessageParser(kind, configuration: [.strict, .lenient, narrow][random.below(3)])
      if random.below(3) == 0 { parser.expectResponse(toMethod: ["GET", "HEAD", "CONNECT"][random.below(3)]) }
      let whole = Reading(bytes, parser: parser)
      var cuts: [Int] = []
      var cut = 0
      while cut < bytes.count {
        cuts.append(cut)
        cut += 1 + random.below(24)
      }
      let pieces = Reading(bytes, parser: parser, cuts: cuts, capacity: 1 + random.below(20))
      let (found, wanted) = (pieces.lines(of: bytes), whole.lines(of: bytes))
      let difference = zip(found, wanted).first { $0 != $1 }
      #expect(
        pieces == whole,
        "seed \(seed): \(difference.map { "\($0) in pieces, \($1)" } ?? "count") in \(bytes) cut at \(cuts)")
      expectCoverage(of: whole, in: bytes)
    }
  }

  /// Each byte is in one part.
  private func expectCoverage(of reading: Reading, in bytes: [UInt8]) {
    var end = 0
    for (_, range) in reading.parts {
      #expect(range.lowerBound == end && !range.isEmpty, "\(reading.lines(of: bytes))")
      end = range.upperBound
    }
    #expect(end == bytes.count, "\(reading.lines(of: bytes))")
  }
}
