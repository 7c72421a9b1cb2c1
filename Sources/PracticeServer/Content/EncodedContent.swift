import ContentCodings
import NIOCore

/// Content in a content coding, encoded while it is sent.
enum EncodedContent {
  /// Encodes the bytes of `steps`, in the formats one after the other; nil where there is no memory for it.
  static func steps(_ steps: Steps, formats: [ContentEncoder.Format]) -> Steps? {
    formats.reduce(steps as Steps?) { steps, format in steps.flatMap { encoded($0, format) } }
  }

  private static func encoded(_ steps: Steps, _ format: ContentEncoder.Format) -> Steps? {
    guard let encoder = try? ContentEncoder(format) else { return nil }
    var isFinished = false
    return Steps {
      var coded = ByteBuffer()
      // Much plain text makes few coded bytes: goes on until there are some to send.
      while coded.readableBytes == 0, !isFinished {
        if case .bytes(let plain, _) = steps.next() {
          plain.withUnsafeReadableBytes { encoder.encode($0) { piece in _ = coded.writeBytes(piece) } }
        } else {
          isFinished = true
          encoder.finish { piece in _ = coded.writeBytes(piece) }
        }
      }
      return coded.readableBytes > 0 ? .bytes(coded) : nil
    }
  }
}
