import HTTPMessages
import ParserProperties
import Testing

@Suite struct MutatedStreamsTests {
  private static let odd: [UInt8] = [0, 9, 10, 13, 32, 34, 44, 48, 58, 59, 61, 72, 92, 97, 127, 200]

  @Test("streams of mutated cases, read with any limits, have all properties", arguments: 1...40)
  func properties(seed: Int) throws {
    var random = Random(seed: seed)
    for _ in 0..<50 {
      let kind: MessageKind = random.below(2) == 0 ? .request : .response
      var stream = ParseCase(name: "seed \(seed)", kind: kind, bytes: Self.bytes(of: kind, &random))
      if random.below(3) == 0 { stream.limits = Self.limits(&random) }
      if random.below(3) == 0 { stream.methods = [["GET", "HEAD", "CONNECT"][random.below(3)]] }
      try ParserProperties.hold(stream)
    }
  }

  /// Some cases in a row with some bytes changed, or now and then nothing but odd bytes.
  private static func bytes(of kind: MessageKind, _ random: inout Random) -> [UInt8] {
    if random.below(20) == 0 { return (0..<random.below(200)).map { _ in odd[random.below(odd.count)] } }
    let cases = ParseCase.all.filter { $0.kind == kind && $0.bytes.count < 4_000 }
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
    return bytes
  }

  private static func limits(_ random: inout Random) -> [String: Int] {
    [
      "lineLength": 1 + random.below(40), "headLength": 1 + random.below(80), "fieldCount": random.below(4),
      "chunkLineLength": 1 + random.below(30), "chunkExtensionTotal": random.below(8),
      "trailerLength": random.below(20), "interimResponseCount": random.below(3),
      "fieldLength": random.below(3) == 0 ? random.below(40) : ParseEvent.fieldBound,
    ]
  }
}
