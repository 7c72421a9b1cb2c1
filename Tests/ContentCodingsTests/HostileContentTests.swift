import ContentCodings
import Testing

@Suite("Hostile content")
struct HostileContentTests {
  static let codings = ["gzip", "deflate", "br", "zstd"]

  private static func sample(_ coding: String) -> [UInt8] {
    switch coding {
    case "gzip": CodedSamples.gzip
    case "deflate": CodedSamples.zlib
    case "br": CodedSamples.br
    default: CodedSamples.zstd
    }
  }

  @Test("any changed bit gives the content, a part of it, or an error, the same however it is cut", arguments: codings)
  func changedBits(coding: String) {
    let whole = Self.sample(coding)
    for index in whole.indices {
      for bit in 0..<8 {
        var coded = whole
        coded[index] ^= 1 << bit
        let decoding = Decoding(coded, contentEncoding: coding)
        let byByte = Decoding(coded, contentEncoding: coding, step: 1)
        #expect((decoding.error == nil) == (byByte.error == nil), "byte \(index), bit \(bit)")
        // A decoder that gets less at a time may have handed over more before it saw the error.
        let isPrefix = byByte.bytes.starts(with: decoding.bytes)
        #expect(isPrefix, "byte \(index), bit \(bit)")
        // brotli has no checksum; the others' protects the content.
        if decoding.error == nil, coding != "br" {
          let isSame = decoding.bytes == CodedSamples.text
          #expect(isSame, "byte \(index), bit \(bit)")
        }
      }
    }
  }

  @Test("bytes of chance end with an error or with content, and never hang", arguments: codings)
  func chance(coding: String) {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let count = Int.random(in: 1...300, using: &generator)
      var coded = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      // Every other one gets past the magic number.
      if Bool.random(using: &generator) { coded = Array(Self.sample(coding).prefix(12)) + coded }
      let limits = ContentDecoderLimits(decodedCount: 1 << 20)
      let decoding = Decoding(coded, contentEncoding: coding, limits: limits)
      #expect(decoding.bytes.count <= 1 << 20)
    }
  }

  @Test("what follows a zstd frame and is none is left out and counted, at every cut")
  func zstdTrailing() {
    let count = CodedSamples.zstd.count
    for garbage in ["hello", "h", "\u{0}\u{0}\u{0}", "(\u{35}"] {
      let coded = CodedSamples.zstd + Array(garbage.utf8)
      for cut in (count - 2)...coded.count {
        let decoding = Decoding(coded, contentEncoding: "zstd", cut: cut)
        let isSame = decoding.bytes == CodedSamples.text
        #expect(isSame)
        #expect(decoding.error == .trailingBytes(coding: .zstd, offset: count, count: garbage.utf8.count))
      }
    }
    #expect(
      Decoding(CodedSamples.br + [7, 7], contentEncoding: "br").error
        == .trailingBytes(coding: .br, offset: CodedSamples.br.count, count: 2))
  }

  @Test("a broken block leaves the blocks before it", arguments: [ContentEncoder.Format.br, .zstd, .gzip])
  func blocksBefore(format: ContentEncoder.Format) throws {
    var generator = SystemRandomNumberGenerator()
    // Text that does not pack well, so that there are many blocks.
    let content = (0..<1 << 20).map { _ in UInt8.random(in: 32...126, using: &generator) }
    var coded = try ContentEncoder.encode(content, format)
    for index in (coded.count / 2)..<(coded.count / 2 + 64) { coded[index] ^= 0xFF }
    let decoding = Decoding(coded, contentEncoding: format.coding)
    let common = zip(decoding.bytes, content).prefix { $0 == $1 }.count
    #expect(common > content.count / 3, "a good part of the first half is shown")
  }

  @Test("a zstd dictionary is told as what it is")
  func dictionary() {
    // A frame whose header names dictionary 7.
    let frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x21, 7, 4, 33, 0, 0, 1, 2, 3, 4]
    guard case .needsDictionary(.zstd, _) = Decoding(frame, contentEncoding: "zstd").error else {
      Issue.record("\(String(describing: Decoding(frame, contentEncoding: "zstd").error))")
      return
    }
  }
}
