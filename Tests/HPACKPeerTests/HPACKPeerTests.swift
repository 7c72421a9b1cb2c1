import HTTP2
import NIOCore
import NIOHPACK
import Testing

/// Our HPACK beside NIOHPACK: what one writes the other reads, table and all.
@Suite struct HPACKPeerTests {
  /// Sections as a site might send them: some fields stay, some change, some come back.
  private func sections(_ generator: inout SystemRandomNumberGenerator) -> [[(String, String)]] {
    let names = [":method", ":path", "accept", "cookie", "server", "x-request", "set-cookie", "content-length"]
    let texts = ["", "GET", "/", "text/html; q=0.8", "a=1; b=\u{e4}\u{f6}", String(repeating: "~!%", count: 90), "0"]
    return (0..<80).map { _ in
      (0..<Int.random(in: 0..<10, using: &generator)).map { _ in
        (
          names.randomElement(using: &generator) ?? "",
          (texts.randomElement(using: &generator) ?? "") + "\(Int.random(in: 0..<4, using: &generator))"
        )
      }
    }
  }

  private func lines(_ fields: [(String, String)]) -> [String] { fields.map { "\($0.0): \($0.1)" } }

  @Test("NIOHPACK reads what our encoder writes", arguments: HTTP2.HPACKEncoder.HuffmanUse.allCases)
  func encoder(huffmanUse: HTTP2.HPACKEncoder.HuffmanUse) throws {
    var generator = SystemRandomNumberGenerator()
    var encoder = HTTP2.HPACKEncoder(huffmanUse: huffmanUse)
    var decoder = NIOHPACK.HPACKDecoder(allocator: ByteBufferAllocator())
    for (number, section) in sections(&generator).enumerated() {
      // Within what the decoder has announced, an encoder may change its table as it likes.
      if number % 9 == 5 { encoder.allow(tableSize: [0, 200, 4096][number % 3]) }
      var bytes: [UInt8] = []
      encoder.encode(section.map { HeaderField($0.0, $0.1, isNeverIndexed: $0.0 == "cookie") }, into: &bytes)
      var buffer = ByteBuffer(bytes: bytes)
      let headers = try decoder.decodeHeaders(from: &buffer)
      #expect(lines(headers.map { ($0.name, $0.value) }) == lines(section))
    }
  }

  @Test("our decoder reads what NIOHPACK writes", arguments: [true, false])
  func decoder(usesHuffman: Bool) throws {
    var generator = SystemRandomNumberGenerator()
    var encoder = NIOHPACK.HPACKEncoder(allocator: ByteBufferAllocator(), useHuffmanEncoding: usesHuffman)
    var decoder = HTTP2.HPACKDecoder()
    for (number, section) in sections(&generator).enumerated() {
      if number % 9 == 5 { try encoder.setDynamicTableSize([0, 200, 4096][number % 3]) }
      var buffer = ByteBuffer()
      try encoder.encode(headers: HPACKHeaders(section), to: &buffer)
      var block = HTTP2.HPACKDecoder.Block()
      try decoder.decode(Array(buffer.readableBytesView), into: &block)
      let found = block.fields.map {
        (String(decoding: $0.field.name, as: UTF8.self), String(decoding: $0.field.value, as: UTF8.self))
      }
      #expect(lines(found) == lines(section))
    }
  }

  @Test("both tell the same byte strings from Huffman code, right and wrong")
  func huffman() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<3_000 {
      let coded = (0..<Int.random(in: 0..<8, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator) | (Bool.random(using: &generator) ? 0xf8 : 0)
      }
      let bytes = [0x00, 0x01, 0x61, 0x80 | UInt8(coded.count)] + coded
      var decoder = HTTP2.HPACKDecoder()
      var block = HTTP2.HPACKDecoder.Block()
      var peer = NIOHPACK.HPACKDecoder(allocator: ByteBufferAllocator())
      var buffer = ByteBuffer(bytes: bytes)
      let isRead = (try? decoder.decode(bytes, into: &block)) != nil
      let theirs = try? peer.decodeHeaders(from: &buffer)
      #expect(isRead == (theirs != nil), "\(coded)")
      if let theirs {
        #expect(block.fields.first.map { String(decoding: $0.field.value, as: UTF8.self) } == theirs.first(name: "a"))
      }
    }
  }
}
