package import ContentCodings

/// A request ready to send: where to, and every byte.
package struct PreparedRequest: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    case bytes([UInt8])
    /// The first `length` bytes of a file, read when sent.
    case file(path: String, length: Int)
    /// A file of `length` bytes that is to be coded before it is sent, then as one chunk or as it is.
    case codedFile(path: String, length: Int, coding: ContentCoding, isChunked: Bool)
  }

  /// What a person should know and that keeps nothing from being sent.
  package enum Note: Sendable, Hashable {
    case fragmentDropped(String)
    case userFromURL(String)
    case userOfURLIgnored(String)
  }

  /// "http" or "https".
  package var scheme: String
  /// Without brackets where it is an IPv6 address.
  package var host: String
  package var port: Int
  /// The first word of the request: it decides how the response is framed.
  package var method: String
  /// The second word of the request.
  package var target: String
  package var parts: [Part]
  package var options: RequestOptions
  /// Whether the bytes are those of a detached draft and not made from the form.
  package var isRaw: Bool
  package var notes: [Note]
  /// Who is to answer a challenge by digest, for a curl command.
  var digestLogin: DigestLogin?

  /// The bytes for a preview; in the place of a file's bytes there are none.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for case .bytes(let part) in parts { bytes += part }
    return bytes
  }

  /// How many bytes go out, files included: one that is to be coded with the length that it has now.
  package var byteCount: Int {
    parts.reduce(0) { count, part in
      switch part {
      case .bytes(let bytes): count + bytes.count
      case .file(_, let length), .codedFile(_, let length, _, _): count + length
      }
    }
  }

  /// The path of the body's file, or nil when the body is no file.
  package var filePath: String? {
    for case .file(let path, _) in parts { return path }
    return nil
  }
}

extension PreparedRequest.Note: CustomStringConvertible {
  package var description: String {
    switch self {
    case .fragmentDropped(let fragment): "“#\(fragment)” is not part of a request and is not sent."
    case .userFromURL(let user): "The user “\(user)” of the URL is sent as an Authorization field (Basic)."
    case .userOfURLIgnored(let user):
      "The user “\(user)” of the URL is not sent: the request has its own authorization."
    }
  }
}
