/// Encodes content as it arrives.
///
/// An encoder belongs to one task or actor, and holds from 300 KiB (gzip) to about 10 MiB (br).
package final class ContentEncoder {
  /// What comes out.
  package enum Format: Sendable, Hashable, CaseIterable {
    case gzip
    /// `deflate` as RFC 9110 has it, in the zlib format.
    case deflate
    /// `deflate` as some servers send it, without the zlib format.
    case rawDeflate
    case br
    case zstd

    /// The format in which a coding is written; nil for `identity`.
    package init?(_ coding: ContentCoding) {
      switch coding {
      case .gzip: self = .gzip
      case .deflate: self = .deflate
      case .br: self = .br
      case .zstd: self = .zstd
      case .identity: return nil
      }
    }

    /// The levels that there are, from fast to small; 0 of gzip and deflate stores.
    package var levels: ClosedRange<Int> {
      switch self {
      case .gzip, .deflate, .rawDeflate: 0...9
      case .br: 0...11
      case .zstd: 1...19
      }
    }

    /// A level that takes some milliseconds for each megabyte.
    fileprivate var standardLevel: Int {
      switch self {
      case .gzip, .deflate, .rawDeflate: 6
      case .br: 5
      case .zstd: 3
      }
    }
  }

  private let stage: any EncodingStage
  private var isFinished = false

  /// Makes an encoder; a level outside of the format's ``Format/levels`` is brought into them.
  package init(_ format: Format, level: Int? = nil) throws(ContentCodingError) {
    let levels = format.levels
    let level = Int32(min(max(level ?? format.standardLevel, levels.lowerBound), levels.upperBound))
    stage =
      switch format {
      case .gzip: try Deflater(windowBits: 31, level: level)
      case .deflate: try Deflater(windowBits: 15, level: level)
      case .rawDeflate: try Deflater(windowBits: -15, level: level)
      case .br: try BrotliCompressor(level: level)
      case .zstd: try ZstdCompressor(level: level)
      }
  }

  /// Encodes the next bytes and hands over what is ready, in pieces of at most 64 KiB; most calls with little input
  /// give nothing.
  package func encode<Failure>(
    _ input: UnsafeRawBufferPointer, output: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    if !input.isEmpty { try run(input, .encode, output) }
  }

  /// Hands over everything that was encoded so far, so that a reader can decode it now; costs a few bytes.
  package func flush<Failure>(output: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
    try run(UnsafeRawBufferPointer(start: nil, count: 0), .flush, output)
  }

  /// Hands over the rest with the end; after it the encoder takes no more.
  package func finish<Failure>(output: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
    guard !isFinished else { return }
    try run(UnsafeRawBufferPointer(start: nil, count: 0), .finish, output)
    isFinished = true
  }

  private func run<Failure>(
    _ input: UnsafeRawBufferPointer, _ operation: EncodingOperation,
    _ output: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    precondition(!isFinished, "encoding after the end")
    var rest = input
    var isDone = false
    while !isDone {
      let next = stage.next(&rest, operation)
      isDone = next.isDone
      if !next.piece.isEmpty { try output(next.piece) }
    }
  }
}
