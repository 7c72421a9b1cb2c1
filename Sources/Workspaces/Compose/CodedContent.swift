package import ContentCodings
import HTTPMessages

extension RequestContent {
  /// The content in a content coding; without content there is nothing to code.
  ///
  /// A file is coded when it is sent, so its length is not known here.
  func coded(_ coding: ContentCoding) throws(ComposeError) -> RequestContent {
    guard length > 0, let format = ContentEncoder.Format(coding) else { return self }
    var coded = self
    coded.coding = coding
    if case .file(let path, let length)? = parts.first {
      coded.parts = [.codedFile(path: path, length: length, coding: coding, isChunked: false)]
      return coded
    }
    var bytes: [UInt8] = []
    do throws(ContentCodingError) {
      let encoder = try ContentEncoder(format)
      self.bytes.withUnsafeBytes { content in encoder.encode(content) { bytes += $0 } }
      encoder.finish { bytes += $0 }
    } catch {
      throw .coding(error)
    }
    coded.parts = [.bytes(bytes)]
    coded.length = bytes.count
    return coded
  }
}

extension RequestContent {
  /// Whether the content is a file that is to be coded when it is sent.
  var isCodedFile: Bool {
    if case .codedFile? = parts.first { true } else { false }
  }
}

extension PreparedRequest {
  /// The file that is to be coded before the request is sent, and how; nil where there is none.
  package var codedFile: (path: String, coding: ContentCoding)? {
    for case .codedFile(let path, _, let coding, _) in parts { return (path, coding) }
    return nil
  }

  /// The request with the first `length` bytes of another file, which holds the coded bytes, in the place of its file.
  package func withCodedFile(at path: String, length: Int) -> PreparedRequest {
    var request = self
    request.parts = parts.flatMap { part -> [Part] in
      guard case .codedFile(_, _, _, let isChunked) = part else { return [part] }
      let content = RequestContent(parts: [.file(path: path, length: length)], length: length, type: nil)
      return isChunked ? content.chunkedParts : content.parts
    }
    return request
  }
}
