import ContentCodings
import Testing

@Suite("Bombs")
struct BombTests {
  static let zeros = [UInt8](repeating: 0, count: 16 << 20)

  /// Content that is tiny beside what it decodes to, in one coding or several.
  static func bomb(_ formats: [ContentEncoder.Format]) throws -> [UInt8] {
    try formats.reduce(zeros) { try ContentEncoder.encode($0, $1, level: 9) }
  }

  @Test(
    "a bomb is stopped near the floor, in one coding or in a stack of them, and says how much is shown",
    arguments: [
      ("br", [ContentEncoder.Format.br]), ("zstd", [.zstd]), ("gzip, gzip", [.gzip, .gzip]),
      ("br, gzip", [.br, .gzip]), ("deflate, zstd", [.deflate, .zstd]),
    ])
  func stopped(contentEncoding: String, formats: [ContentEncoder.Format]) throws {
    let limits = ContentDecoderLimits(ratioFloor: 1 << 20)
    let decoding = Decoding(try Self.bomb(formats), contentEncoding: contentEncoding, limits: limits)
    let count = decoding.bytes.count
    #expect(decoding.error == .ratioExceeded(limit: 2000, decodedCount: count))
    #expect(decoding.error?.message.contains("only the first \(count) bytes are shown") == true)
    #expect(((1 << 20) - (128 << 10)...1 << 20).contains(count))
  }

  @Test("what one deflate coding packs is never a bomb")
  func honest() throws {
    let limits = ContentDecoderLimits(ratioFloor: 1 << 20)
    #expect(Decoding(try Self.bomb([.gzip]), contentEncoding: "gzip", limits: limits).error == nil)
    #expect(Decoding(try Self.bomb([.br]), contentEncoding: "br").error == nil, "below the floor all is shown")
  }

  @Test("a coding in the middle that swallows what a bomb gives is stopped too")
  func swallowed() throws {
    // Skippable frames decode to nothing, so that only the outer coding grows.
    let frames = (0..<400_000).flatMap { _ in CodedSamples.skippableFrame }
    let coded = try ContentEncoder.encode(frames, .br, level: 9)
    let limits = ContentDecoderLimits(ratio: 100, ratioFloor: 1 << 20)
    let decoding = Decoding(coded, contentEncoding: "zstd, br", limits: limits)
    #expect(decoding.error == .ratioExceeded(limit: 100, decodedCount: 0))
  }

  @Test("one step of a bomb gives a piece, so that a reader can stop at any time")
  func steps() throws {
    let bomb = try Self.bomb([.br])
    let decoder = try ContentDecoder(coding: "br")
    var taken = 0
    var counts: [Int] = []
    try bomb.withUnsafeBytes { bytes in
      taken = decoder.take(bytes)
      for _ in 0..<10 where try decoder.step(output: { counts.append($0.count) }) {}
    }
    #expect(taken == bomb.count)
    #expect(counts.allSatisfy { $0 <= 64 << 10 })
    #expect(decoder.decodedCount == counts.reduce(0, +))
    #expect(decoder.decodedCount < Self.zeros.count)
  }

  @Test("a zstd frame with a window above 8 MiB is refused, as RFC 9659 wants it")
  func window() throws {
    // Magic, a descriptor without content size, a window descriptor, and an empty last block.
    func frame(windowLog: UInt8) -> [UInt8] { [0x28, 0xB5, 0x2F, 0xFD, 0, (windowLog - 10) << 3, 1, 0, 0] }
    #expect(Decoding(frame(windowLog: 23), contentEncoding: "zstd").error == nil)
    let decoding = Decoding(frame(windowLog: 24), contentEncoding: "zstd")
    guard case .windowTooLarge(.zstd, _, limit: 8_388_608) = decoding.error else {
      Issue.record("\(String(describing: decoding.error))")
      return
    }
    let limits = ContentDecoderLimits(zstdWindow: 16 << 20)
    #expect(Decoding(frame(windowLog: 24), contentEncoding: "zstd", limits: limits).error == nil)
  }
}
