import ContentCodings
import Testing

@Suite("Encoding content")
struct ContentEncoderTests {
  @Test("what is encoded is decoded again", arguments: ContentEncoder.Format.allCases, [nil, 0, 1, 9])
  func roundTrip(format: ContentEncoder.Format, level: Int?) throws {
    let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
    let encoded = try ContentEncoder.encode(content, format, level: level)
    let decoding = Decoding(encoded, contentEncoding: format.coding, step: 1000)
    let isSame = decoding.bytes == content
    #expect(isSame)
    #expect(decoding.error == nil)
  }

  @Test("a flush lets a reader decode everything so far", arguments: ContentEncoder.Format.allCases)
  func flush(format: ContentEncoder.Format) throws {
    let encoder = try ContentEncoder(format)
    let decoder = try ContentDecoder(coding: format.coding)
    for line in ["one\n", "two\n", "three\n"] {
      var encoded: [UInt8] = []
      var decoded: [UInt8] = []
      Array(line.utf8).withUnsafeBytes { line in encoder.encode(line) { encoded += $0 } }
      encoder.flush { encoded += $0 }
      try encoded.withUnsafeBytes { encoded in try decoder.decode(encoded) { decoded += $0 } }
      #expect(decoded == Array(line.utf8))
    }
    encoder.finish { _ in }
  }
}
