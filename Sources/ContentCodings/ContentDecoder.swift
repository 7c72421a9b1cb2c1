/// Decodes content as it arrives, through one coding or a stack of them.
///
/// A decoder belongs to one task or actor. After an error it decodes no more and throws the same error again;
/// everything that was handed over before stays good. Memory is bounded: about 100 KiB for each coding.
package final class ContentDecoder {
  /// The codings in the order in which they were applied, as in the field.
  package let codings: [ContentCoding]
  /// The coded bytes that were given so far.
  package private(set) var codedCount = 0
  /// The decoded bytes that were handed over so far.
  package private(set) var decodedCount = 0

  private let limits: ContentDecoderLimits
  /// The last coding applied is the first to decode; `identity` needs no stage.
  private var stages: [any DecodingStage] = []
  private var failure: ContentCodingError?

  /// Makes a decoder for codings in the order in which they were applied.
  package init(
    codings: [ContentCoding], limits: ContentDecoderLimits = ContentDecoderLimits()
  ) throws(ContentCodingError) {
    self.codings = codings
    self.limits = limits
    guard codings.count <= limits.codingCount else {
      throw .tooManyCodings(count: codings.count, limit: limits.codingCount)
    }
    for coding in codings.reversed() {
      switch coding {
      case .gzip: stages.append(try GzipStage())
      case .deflate: stages.append(DeflateStage())
      case .identity: break
      }
    }
  }

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

  /// Decodes the next bytes and hands over what they give, in pieces of at most 64 KiB (with `identity`, the input
  /// itself).
  ///
  /// The pointer that `output` gets is valid during the call only. What `output` throws ends decoding and is told in
  /// words as ``ContentCodingError/outputFailed(_:)``.
  package func decode(
    _ input: UnsafeRawBufferPointer, output: (UnsafeRawBufferPointer) throws -> Void
  ) throws(ContentCodingError) {
    if let failure { throw failure }
    guard !input.isEmpty else { return }
    codedCount += input.count
    do {
      try decode(input, stage: 0) { bytes throws(ContentCodingError) in try deliver(bytes, to: output) }
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

  private func decode(
    _ input: UnsafeRawBufferPointer, stage index: Int,
    output: (UnsafeRawBufferPointer) throws(ContentCodingError) -> Void
  ) throws(ContentCodingError) {
    guard index < stages.count else { return try output(input) }
    try stages[index].decode(input) { bytes throws(ContentCodingError) in
      try decode(bytes, stage: index + 1, output: output)
    }
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
    if decodedCount > limits.ratioFloor, decodedCount / limits.ratio > codedCount {
      throw .ratioExceeded(limit: limits.ratio, decodedCount: decodedCount)
    }
  }
}
