import ContentCodings

/// What came out of a decoder, and how it ended.
struct Decoding: Equatable {
  var bytes: [UInt8] = []
  var error: ContentCodingError?

  /// Decodes input in pieces of `step` bytes, then asks whether it was complete.
  init(
    _ input: [UInt8], contentEncoding: String, step: Int = .max,
    limits: ContentDecoderLimits = ContentDecoderLimits()
  ) {
    do throws(ContentCodingError) {
      let decoder = try ContentDecoder(contentEncoding: contentEncoding.utf8, limits: limits)
      var start = 0
      while start < input.count {
        let end = start + min(step, input.count - start)
        try decode(input[start..<end], with: decoder)
        start = end
      }
      try decoder.finish()
    } catch {
      self.error = error
    }
  }

  /// Decodes input in two pieces.
  init(_ input: [UInt8], contentEncoding: String, cut: Int) {
    do throws(ContentCodingError) {
      let decoder = try ContentDecoder(contentEncoding: contentEncoding.utf8)
      try decode(input[..<cut], with: decoder)
      try decode(input[cut...], with: decoder)
      try decoder.finish()
    } catch {
      self.error = error
    }
  }

  private mutating func decode(_ input: ArraySlice<UInt8>, with decoder: ContentDecoder) throws(ContentCodingError) {
    var decoded: [UInt8] = []
    let result = input.withUnsafeBytes { input in
      Result { () throws(ContentCodingError) in try decoder.decode(input) { decoded.append(contentsOf: $0) } }
    }
    bytes += decoded
    try result.get()
  }
}

extension ContentEncoder {
  /// Encodes whole content.
  static func encode(_ content: [UInt8], _ format: Format, level: Int? = nil) throws -> [UInt8] {
    let encoder = try ContentEncoder(format, level: level)
    var encoded: [UInt8] = []
    content.withUnsafeBytes { content in encoder.encode(content) { encoded.append(contentsOf: $0) } }
    encoder.finish { encoded.append(contentsOf: $0) }
    return encoded
  }
}

extension ContentEncoder.Format {
  /// The coding's token.
  var coding: String {
    switch self {
    case .gzip: "gzip"
    case .deflate, .rawDeflate: "deflate"
    case .br: "br"
    case .zstd: "zstd"
    }
  }
}
