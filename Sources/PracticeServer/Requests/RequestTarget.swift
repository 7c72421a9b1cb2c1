import HTTPMessages

/// A request's target: path segments and query, percent-decoded.
///
/// Takes origin-form (`/path?query`) and absolute-form (`http://host/path?query`), RFC 9112 §3.2.
struct RequestTarget: Sendable, Equatable {
  struct Parameter: Sendable, Equatable {
    var name: String
    var value: String
  }

  /// The target as it was sent.
  let text: String
  /// The path as it was sent, without the query.
  let path: String
  let segments: [String]
  let parameters: [Parameter]

  init(_ text: String) {
    self.text = text
    let bytes = Array(text.utf8)
    var start = 0
    if let scheme = Self.authorityStart(in: bytes) {
      start = bytes[scheme...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? bytes.count
    }
    let question = bytes[start...].firstIndex(of: UInt8(ascii: "?")) ?? bytes.count
    path = String(decoding: bytes[start..<question], as: UTF8.self)
    segments = bytes[start..<question].split(separator: UInt8(ascii: "/")).map { Self.decoded($0, plusIsSpace: false) }
    parameters = bytes[question...].dropFirst().split(separator: UInt8(ascii: "&")).map { pair in
      let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      return Parameter(
        name: Self.decoded(pair[..<equals], plusIsSpace: true),
        value: Self.decoded(pair[equals...].dropFirst(), plusIsSpace: true))
    }
  }

  /// The value of the first parameter of this name.
  subscript(name: String) -> String? {
    parameters.first { $0.name == name }?.value
  }

  /// A whole number in `range` from the query, or `standard` where it is missing, no number, or outside.
  func number(_ name: String, standard: Int, in range: ClosedRange<Int>) -> Int {
    guard let text = self[name], let size = ByteCount.parse(text), range.contains(size) else { return standard }
    return size
  }

  private static func authorityStart(in bytes: [UInt8]) -> Int? {
    guard bytes.first != UInt8(ascii: "/"), let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return bytes[colon...].starts(with: "://".utf8) ? colon + 3 : nil
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool) -> String {
    String(decoding: PercentDecoding.decode(bytes, plusIsSpace: plusIsSpace), as: UTF8.self)
  }
}
