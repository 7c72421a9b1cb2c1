import ContentCodings
import Testing

@Suite("Decoding content")
struct ContentDecoderTests {
  /// Coded content, and what it is called.
  struct Sample: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var contentEncoding: String
    var coded: [UInt8]
    var decoded: [UInt8]
  }

  static let samples: [Sample] = [
    Sample(
      testDescription: "gzip's own", contentEncoding: "gzip", coded: CodedSamples.gzip, decoded: CodedSamples.text),
    Sample(
      testDescription: "two gzip members", contentEncoding: "X-GZip",
      coded: CodedSamples.gzip + CodedSamples.secondMember,
      decoded: CodedSamples.text + Array("a second member".utf8)),
    Sample(
      testDescription: "gzip with padding", contentEncoding: "gzip",
      coded: CodedSamples.gzip + [0, 0, 0, 0, 0], decoded: CodedSamples.text),
    Sample(
      testDescription: "deflate in the zlib format", contentEncoding: "deflate", coded: CodedSamples.zlib,
      decoded: CodedSamples.text),
    Sample(
      testDescription: "raw deflate", contentEncoding: "Deflate", coded: CodedSamples.rawDeflate,
      decoded: CodedSamples.text),
    Sample(testDescription: "brotli's own", contentEncoding: "br", coded: CodedSamples.br, decoded: CodedSamples.text),
    Sample(
      testDescription: "zstd's own", contentEncoding: "ZSTD", coded: CodedSamples.zstd, decoded: CodedSamples.text),
    Sample(
      testDescription: "two zstd frames and two that are skipped", contentEncoding: "zstd",
      coded: CodedSamples.skippableFrame + CodedSamples.zstd + CodedSamples.skippableFrame + CodedSamples.secondFrame,
      decoded: CodedSamples.text + Array("a second frame".utf8)),
    Sample(
      testDescription: "identity", contentEncoding: "identity", coded: CodedSamples.text, decoded: CodedSamples.text),
    Sample(
      testDescription: "no coding", contentEncoding: " , ", coded: CodedSamples.text, decoded: CodedSamples.text),
  ]

  @Test("a sample is decoded at every cut", arguments: samples)
  func everyCut(sample: Sample) {
    for cut in 0...sample.coded.count {
      let decoding = Decoding(sample.coded, contentEncoding: sample.contentEncoding, cut: cut)
      #expect(decoding.bytes == sample.decoded, "cut at \(cut)")
      #expect(decoding.error == nil, "cut at \(cut)")
    }
    #expect(Decoding(sample.coded, contentEncoding: sample.contentEncoding, step: 1).bytes == sample.decoded)
  }

  @Test("every truncation is told with its offset, and what came before it is kept")
  func truncation() {
    for (coding, coded) in [
      (ContentCoding.gzip, CodedSamples.gzip), (.deflate, CodedSamples.zlib), (.deflate, CodedSamples.rawDeflate),
      (.br, CodedSamples.br), (.zstd, CodedSamples.zstd),
    ] {
      for count in 1..<coded.count {
        let decoding = Decoding(Array(coded.prefix(count)), contentEncoding: coding.rawValue)
        #expect(decoding.error == .truncated(coding: coding, offset: count))
        #expect(CodedSamples.text.starts(with: decoding.bytes))
      }
    }
    // All of the text is there when only the checksum is missing.
    let decoding = Decoding(Array(CodedSamples.gzip.dropLast(8)), contentEncoding: "gzip")
    #expect(decoding.bytes == CodedSamples.text)
  }

  @Test("content without a byte is complete", arguments: ["gzip", "deflate", "br", "zstd", "identity", "gzip, gzip"])
  func empty(contentEncoding: String) {
    #expect(Decoding([], contentEncoding: contentEncoding).error == nil)
  }

  @Test("no changed byte after the header passes unnoticed")
  func corruption() {
    // The header's flags, time, level, system and name are protected by nothing.
    let start = 10 + "bw.txt".utf8.count + 1
    for index in start..<CodedSamples.gzip.count {
      var coded = CodedSamples.gzip
      coded[index] ^= 0xFF  // All bits: the last byte of the blocks has some that mean nothing.
      let decoding = Decoding(coded, contentEncoding: "gzip")
      #expect(decoding.error != nil, "byte \(index)")
    }
  }

  @Test("a wrong checksum is told after all bytes, with its offset")
  func checksum() {
    var gzip = CodedSamples.gzip
    gzip[gzip.count - 8] ^= 1
    let decoding = Decoding(gzip, contentEncoding: "gzip")
    #expect(decoding.bytes == CodedSamples.text)
    #expect(decoding.error == .checksumMismatch(coding: .gzip, offset: gzip.count - 4))
    var zlib = CodedSamples.zlib
    zlib[zlib.count - 1] ^= 1
    #expect(
      Decoding(zlib, contentEncoding: "deflate").error == .checksumMismatch(coding: .deflate, offset: zlib.count))
  }

  @Test("content that is not gzip at all is told at its start")
  func notGzip() {
    let decoding = Decoding(Array("<html>".utf8), contentEncoding: "gzip")
    #expect(decoding.error == .corrupt(coding: .gzip, offset: 2, reason: "incorrect header check"))
    #expect(
      decoding.error?.message == "The gzip content is broken at byte 2: incorrect header check.")
  }

  @Test("bytes after the end are left out and counted, at every cut")
  func trailingBytes() {
    let count = CodedSamples.gzip.count
    for garbage in ["hello", "\u{1F}", "\u{1F}\u{1F}x", "\u{0}\u{0}x"] {
      let coded = CodedSamples.gzip + Array(garbage.utf8)
      let zeros = garbage.utf8.prefix { $0 == 0 }.count
      for cut in (count - 2)...coded.count {
        let decoding = Decoding(coded, contentEncoding: "gzip", cut: cut)
        #expect(decoding.bytes == CodedSamples.text)
        #expect(
          decoding.error
            == .trailingBytes(coding: .gzip, offset: count + zeros, count: garbage.utf8.count - zeros))
      }
    }
    #expect(
      Decoding(CodedSamples.zlib + [7], contentEncoding: "deflate").error
        == .trailingBytes(coding: .deflate, offset: CodedSamples.zlib.count, count: 1))
  }

  @Test("stacked codings are taken off in the order of the list's end")
  func stack() throws {
    let inner = try ContentEncoder.encode(CodedSamples.text, .deflate)
    let outer = try ContentEncoder.encode(inner, .gzip)
    for step in [1, 100, .max] {
      let decoding = Decoding(outer, contentEncoding: "deflate,\tidentity , gzip", step: step)
      #expect(decoding.bytes == CodedSamples.text)
      #expect(decoding.error == nil)
    }
    let twice = try ContentEncoder.encode(CodedSamples.gzip, .gzip)
    #expect(Decoding(twice, contentEncoding: "gzip, gzip").bytes == CodedSamples.text)
    #expect(Decoding(outer, contentEncoding: "gzip, deflate").error != nil)
  }

  @Test("an unknown coding is told by its name, with what to do")
  func unknown() {
    let error = Decoding([], contentEncoding: "gzip, X-Compress").error
    #expect(error == .unknownCoding("X-Compress"))
    #expect(error?.message.contains("“X-Compress” is not one that Barewire decodes") == true)
    #expect(
      Decoding([], contentEncoding: "gzip,gzip,gzip,gzip,gzip,gzip").error == .tooManyCodings(count: 6, limit: 5))
  }

  @Test("the limit in bytes lets exactly that many through")
  func decodedLimit() {
    for limit in [0, 1, CodedSamples.text.count - 1] {
      let decoding = Decoding(
        CodedSamples.gzip, contentEncoding: "gzip", limits: ContentDecoderLimits(decodedCount: limit))
      #expect(decoding.bytes == Array(CodedSamples.text.prefix(limit)))
      #expect(decoding.error == .tooLarge(limit: limit))
    }
    let exact = ContentDecoderLimits(decodedCount: CodedSamples.text.count)
    #expect(Decoding(CodedSamples.gzip, contentEncoding: "gzip", limits: exact).error == nil)
  }

  @Test("an error of the output ends decoding and is told again")
  func outputFailure() throws {
    struct DiskFull: Error, CustomStringConvertible { var description: String { "The disk is full." } }
    let decoder = try ContentDecoder(coding: "gzip")
    for _ in 0..<2 {
      #expect(throws: ContentCodingError.outputFailed("The disk is full.")) {
        try CodedSamples.gzip.withUnsafeBytes { try decoder.decode($0) { _ in throw DiskFull() } }
      }
    }
    #expect(throws: ContentCodingError.outputFailed("The disk is full.")) { try decoder.finish() }
  }
}
