/// Decodes content as it arrives, through one coding or a stack of them.
///
/// A decoder belongs to one task or actor. After an error it decodes no more and throws the same error again;
/// everything that was handed over before stays good. Memory is bounded: for each coding about 100 KiB, and the window of
/// br (16 MiB at most) and zstd.
package final class ContentDecoder {
  /// Coded bytes that are taken at a time.
  private static let inputSize = 16 << 10

  /// The codings in the order in which they were applied, as in the field.
  package let codings: [ContentCoding]
  /// The coded bytes that were taken so far.
  package private(set) var codedCount = 0
  /// The decoded bytes that were handed over so far.
  package private(set) var decodedCount = 0

  private let limits: ContentDecoderLimits
  /// The last coding applied is the first to decode; `identity` needs no stage.
  private var stages: [any DecodingStage] = []
  /// What each stage has not read yet: the first one's is in `buffer`, the others' with the stage before them.
  private var inputs: [UnsafeRawBufferPointer]
  /// The bytes that each stage gave.
  private var givenCounts: [Int]
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: ContentDecoder.inputSize, alignment: 16)
  private var failure: ContentCodingError?

  /// Makes a decoder for codings in the order in which they were applied.
  package init(
    codings: [ContentCoding], limits: ContentDecoderLimits = ContentDecoderLimits()
  ) throws(ContentCodingError) {
    self.codings = codings
    self.limits = limits
    inputs = Array(repeating: Self.nothing, count: max(1, codings.count))
    givenCounts = Array(repeating: 0, count: codings.count)
    guard codings.count <= limits.codingCount else {
      throw .tooManyCodings(count: codings.count, limit: limits.codingCount)
    }
    for coding in codings.reversed() {
      switch coding {
      case .gzip: stages.append(try GzipStage())
      case .deflate: stages.append(DeflateStage())
      case .br: stages.append(try BrotliStage())
      case .zstd: stages.append(try ZstdStage(windowLimit: limits.zstdWindow))
      case .identity: break
      }
    }
  }

  deinit { buffer.deallocate() }

  /// Makes a decoder for a `Content-Encoding` value, such as `gzip` or `deflate, gzip`; an empty value is `identity`.
  package convenience init(
    contentEncoding fieldValue: some Sequence<UInt8>, limits: ContentDecoderLimits = ContentDecoderLimits()
  ) throws(ContentCodingError) {
    try self.init(codings: ContentCoding.list(in: fieldValue), limits: limits)
  }

  /// Makes a decoder for one coding by its token, in any case.
  package convenience init(
    coding token: String, limits: ContentDecoderLimits = ContentDecoderLimits()
  ) throws(ContentCodingError) {
    guard let coding = ContentCoding(token: token) else { throw .unknownCoding(token) }
    try self.init(codings: [coding], limits: limits)
  }

  /// Decodes the next bytes and hands over what they give, in pieces of at most 64 KiB.
  ///
  /// The pointer that `output` gets is valid during the call only. What `output` throws ends decoding and is told in
  /// words as ``ContentCodingError/outputFailed(_:)``.
  package func decode(
    _ input: UnsafeRawBufferPointer, output: (UnsafeRawBufferPointer) throws -> Void
  ) throws(ContentCodingError) {
    if let failure { throw failure }
    var rest = input
    while !rest.isEmpty {
      rest.drop(take(rest))
      while try step(output: output) {}
    }
  }

  /// Takes a copy of coded bytes from the front of `input` and returns how many, at most 16 KiB; ``step(output:)`` decodes
  /// them.
  ///
  /// Only when the step before it returned false.
  package func take(_ input: UnsafeRawBufferPointer) -> Int {
    precondition(inputs[0].isEmpty, "coded bytes are taken when those before them were read")
    let taken = UnsafeRawBufferPointer(rebasing: input.prefix(Self.inputSize))
    buffer.copyMemory(from: taken)
    inputs[0] = UnsafeRawBufferPointer(rebasing: buffer[..<taken.count])
    codedCount += taken.count
    return taken.count
  }

  /// Decodes at most one piece of 64 KiB out of what was taken, hands it over, and returns whether there may be more.
  ///
  /// However small a bomb is, a step of it is short.
  package func step(output: (UnsafeRawBufferPointer) throws -> Void) throws(ContentCodingError) -> Bool {
    if let failure { throw failure }
    do {
      guard let piece = try next(stages.count) else { return false }
      try deliver(piece, to: output)
      return true
    } catch {
      failure = error
      throw error
    }
  }

  /// Tells whether the content is complete: throws ``ContentCodingError/truncated(coding:offset:)``, or
  /// ``ContentCodingError/trailingBytes(coding:offset:count:)`` when all was decoded but something followed.
  ///
  /// No bytes at all are complete too, whatever the coding: servers send them so.
  package func finish() throws(ContentCodingError) {
    if let failure { throw failure }
    for stage in stages {
      do {
        try stage.finish()
      } catch {
        failure = error
        throw error
      }
    }
  }

  private static var nothing: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: nil, count: 0) }

  /// The next piece that so many stages give; nil when more must be taken.
  ///
  /// An empty one means that bytes were read but gave none.
  private func next(_ count: Int) throws(ContentCodingError) -> UnsafeRawBufferPointer? {
    if count == 0 {
      defer { inputs[0] = Self.nothing }
      return inputs[0].isEmpty ? nil : inputs[0]
    }
    if let piece = try decode(count - 1) { return piece }
    guard count > 1, let more = try next(count - 1) else { return nil }
    inputs[count - 1] = more
    return try decode(count - 1) ?? Self.nothing
  }

  private func decode(_ index: Int) throws(ContentCodingError) -> UnsafeRawBufferPointer? {
    guard let piece = try stages[index].next(&inputs[index]) else { return nil }
    givenCounts[index] += piece.count
    if limits.isBomb(givenCount: givenCounts[index], codedCount: codedCount) {
      throw .ratioExceeded(limit: limits.ratio, decodedCount: decodedCount)
    }
    return piece
  }

  private func deliver(
    _ bytes: UnsafeRawBufferPointer, to output: (UnsafeRawBufferPointer) throws -> Void
  ) throws(ContentCodingError) {
    let allowed = min(bytes.count, limits.decodedCount - decodedCount)
    decodedCount += allowed
    do {
      if allowed > 0 { try output(UnsafeRawBufferPointer(rebasing: bytes[..<allowed])) }
    } catch {
      throw .outputFailed("\(error)")
    }
    if allowed < bytes.count { throw .tooLarge(limit: limits.decodedCount) }
  }
}
