import HTTP2
import Testing

@Suite struct HPACKTests {
  /// Blocks that one decoder reads one after another, and the dynamic table's bytes after each.
  struct Sequence: Sendable, CustomTestStringConvertible {
    let name: String
    var tableSize = 4096
    let blocks: [(hex: String, fields: String, tableSize: Int)]

    var testDescription: String { name }

    static func lines(_ fields: [HeaderField]) -> String {
      fields.map { "\(String(decoding: $0.name, as: UTF8.self)): \(String(decoding: $0.value, as: UTF8.self))" }
        .joined(separator: "\n")
    }
  }

  static let requests = [
    ":method: GET\n:scheme: http\n:path: /\n:authority: www.example.com",
    ":method: GET\n:scheme: http\n:path: /\n:authority: www.example.com\ncache-control: no-cache",
    ":method: GET\n:scheme: https\n:path: /index.html\n:authority: www.example.com\ncustom-key: custom-value",
  ]

  static let responses = [
    """
    :status: 302
    cache-control: private
    date: Mon, 21 Oct 2013 20:13:21 GMT
    location: https://www.example.com
    """,
    """
    :status: 307
    cache-control: private
    date: Mon, 21 Oct 2013 20:13:21 GMT
    location: https://www.example.com
    """,
    """
    :status: 200
    cache-control: private
    date: Mon, 21 Oct 2013 20:13:22 GMT
    location: https://www.example.com
    content-encoding: gzip
    set-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1
    """,
  ]

  /// RFC 7541 appendix C.
  static let sequences = [
    Sequence(
      name: "C.2.1",
      blocks: [("400a 6375 7374 6f6d 2d6b 6579 0d63 7573 746f 6d2d 6865 6164 6572", "custom-key: custom-header", 55)]),
    Sequence(name: "C.2.2", blocks: [("040c 2f73 616d 706c 652f 7061 7468", ":path: /sample/path", 0)]),
    Sequence(name: "C.2.3", blocks: [("1008 7061 7373 776f 7264 0673 6563 7265 74", "password: secret", 0)]),
    Sequence(name: "C.2.4", blocks: [("82", ":method: GET", 0)]),
    Sequence(
      name: "C.3",
      blocks: [
        ("8286 8441 0f77 7777 2e65 7861 6d70 6c65 2e63 6f6d", requests[0], 57),
        ("8286 84be 5808 6e6f 2d63 6163 6865", requests[1], 110),
        ("8287 85bf 400a 6375 7374 6f6d 2d6b 6579 0c63 7573 746f 6d2d 7661 6c75 65", requests[2], 164),
      ]),
    Sequence(
      name: "C.4",
      blocks: [
        ("8286 8441 8cf1 e3c2 e5f2 3a6b a0ab 90f4 ff", requests[0], 57),
        ("8286 84be 5886 a8eb 1064 9cbf", requests[1], 110),
        ("8287 85bf 4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf", requests[2], 164),
      ]),
    Sequence(
      name: "C.5", tableSize: 256,
      blocks: [
        (
          """
          4803 3330 3258 0770 7269 7661 7465 611d 4d6f 6e2c 2032 3120 4f63 7420 3230 3133 2032 303a 3133 3a32
          3120 474d 546e 1768 7474 7073 3a2f 2f77 7777 2e65 7861 6d70 6c65 2e63 6f6d
          """, responses[0], 222
        ),
        ("4803 3330 37c1 c0bf", responses[1], 222),
        (
          """
          88c1 611d 4d6f 6e2c 2032 3120 4f63 7420 3230 3133 2032 303a 3133 3a32 3220 474d 54c0 5a04 677a 6970
          7738 666f 6f3d 4153 444a 4b48 514b 425a 584f 5157 454f 5049 5541 5851 5745 4f49 553b 206d 6178 2d61
          6765 3d33 3630 303b 2076 6572 7369 6f6e 3d31
          """, responses[2], 215
        ),
      ]),
    Sequence(
      name: "C.6", tableSize: 256,
      blocks: [
        (
          """
          4882 6402 5885 aec3 771a 4b61 96d0 7abe 9410 54d4 44a8 2005 9504 0b81 66e0 82a6 2d1b ff6e 919d 29ad
          1718 63c7 8f0b 97c8 e9ae 82ae 43d3
          """, responses[0], 222
        ),
        ("4883 640e ffc1 c0bf", responses[1], 222),
        (
          """
          88c1 6196 d07a be94 1054 d444 a820 0595 040b 8166 e084 a62d 1bff c05a 839b d9ab 77ad 94e7 821d d7f2
          e6c7 b335 dfdf cd5b 3960 d5af 2708 7f36 72c1 ab27 0fb5 291f 9587 3160 65c0 03ed 4ee5 b106 3d50 07
          """, responses[2], 215
        ),
      ]),
  ]

  @Test("the examples of RFC 7541 appendix C are decoded, with the table that they leave", arguments: sequences)
  func appendixC(sequence: Sequence) throws {
    var decoder = HPACKDecoder(tableSize: sequence.tableSize)
    for step in sequence.blocks {
      var block = HPACKDecoder.Block()
      let bytes = hex(step.hex)
      try decoder.decode(bytes, into: &block)
      #expect(Sequence.lines(block.fields.map(\.field)) == step.fields)
      #expect(decoder.tableSize == step.tableSize)
      #expect(block.fields.first?.range.lowerBound == 0 && block.fields.last?.range.upperBound == bytes.count)
      #expect(zip(block.fields, block.fields.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound })
    }
  }

  @Test("each field tells how it was coded")
  func codings() throws {
    var decoder = HPACKDecoder()
    var block = HPACKDecoder.Block()
    try decoder.decode(
      hex("82 41 8cf1e3c2e5f23a6ba0ab90f4ff be 0003 666f6f 03626172 1008 70617373776f7264 01 61"), into: &block)
    let codings = block.fields.map { [$0.representation.name, "\($0.nameSource)", "\($0.valueSource)"] }
    #expect(
      codings == [
        ["indexed", "staticTable(2)", "staticTable(2)"],
        ["literal, indexed", "staticTable(1)", "literal(isHuffmanCoded: true)"],
        ["indexed", "dynamicTable(62)", "dynamicTable(62)"],
        ["literal, not indexed", "literal(isHuffmanCoded: false)", "literal(isHuffmanCoded: false)"],
        ["literal, never indexed", "literal(isHuffmanCoded: false)", "literal(isHuffmanCoded: false)"],
      ])
    #expect(block.fields.map(\.byteCount) == [1, 14, 1, 9, 12])
    #expect(block.fields.last?.field.isNeverIndexed == true)
  }

  @Test(
    "what cannot be decoded says why",
    arguments: [
      ("80", HPACKError.Reason.indexInvalid), ("be", .indexInvalid), ("7f80", .truncated), ("ff", .truncated),
      ("ff ffffffff 7f", .integerTooLarge), ("ff 8080808080 01", .integerTooLarge), ("40 05 6162", .truncated),
      ("00 84 ffffffff 00", .huffmanEnd), ("00 81 00 00", .huffmanPadding), ("00 82 07ff 00", .huffmanPadding),
      ("3f e2 1f", .tableSizeTooLarge), ("82 20", .tableSizeMisplaced), ("40", .truncated),
    ])
  func errors(bytes: String, reason: HPACKError.Reason) {
    var decoder = HPACKDecoder()
    var block = HPACKDecoder.Block()
    let error = #expect(throws: HPACKError.self) { try decoder.decode(hex(bytes), into: &block) }
    #expect(error?.reason == reason)
  }

  @Test("a table that was made smaller has to be confirmed")
  func confirmation() throws {
    var decoder = HPACKDecoder()
    decoder.announce(tableSize: 100)
    var silent = decoder
    var block = HPACKDecoder.Block()
    let error = #expect(throws: HPACKError.self) { try silent.decode(hex("82"), into: &block) }
    #expect(error?.reason == .tableSizeMissing)
    try decoder.decode(hex("3f45 82"), into: &block)
    #expect(block.tableSizeUpdates.map(\.size) == [100] && block.fields.count == 1)
  }

  @Test("what an encoder writes its decoder reads, while sizes and fields change", arguments: 1...30)
  func roundTrip(seed: Int) throws {
    var dice = Dice(seed)
    var encoder = HPACKEncoder(huffmanUse: HPACKEncoder.HuffmanUse.allCases[dice.below(3)])
    var decoder = HPACKDecoder()
    let names = ["x-a", ":path", "cookie", "content-length", "accept", "server", "x-\u{fc}", ""]
    for _ in 0..<60 {
      if dice.below(4) == 0 {
        for _ in 0...dice.below(3) {
          let size = [0, 40, 100, 200, 4096, 9000][dice.below(6)]
          encoder.allow(tableSize: size)
          decoder.announce(tableSize: size)
        }
      }
      let fields = (0..<dice.below(12)).map { _ in
        HeaderField(
          name: Array(names[dice.below(names.count)].utf8), value: dice.bytes(dice.below(4) * dice.below(40)),
          isNeverIndexed: dice.below(5) == 0)
      }
      var bytes: [UInt8] = []
      encoder.encode(fields, into: &bytes)
      var block = HPACKDecoder.Block()
      try decoder.decode(bytes, into: &block)
      #expect(block.fields.map(\.field) == fields)
      #expect(block.tableSizeUpdates.count <= 2)
    }
  }

  @Test("fields beyond a limit are counted, not kept, and the table stays right")
  func limits() throws {
    var decoder = HPACKDecoder()
    var block = HPACKDecoder.Block()
    // One field with a value of 1000 bytes, named 500 times in a byte each.
    let field = hex("40 0161 7f e906") + [UInt8](repeating: 0x62, count: 1_000)
    let bomb = field + [UInt8](repeating: 0xbe, count: 500)
    try decoder.decode(bomb, sizeLimit: 10_000, into: &block)
    #expect(block.fieldCount == 501)
    #expect(block.fields.count < 11 && block.isCut)
    #expect(block.size > 500_000)
    #expect(decoder.tableCount == 1)
  }
}
