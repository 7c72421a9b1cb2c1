/// A frame of HTTP/2 as a person reads it (RFC 9113 §4.1); texts in it come from the network, not filtered.
package struct FrameFacts: Sendable, Hashable {
  /// More details than this are counted, not kept.
  package static let detailLimit = 64
  /// Longer details are cut, in bytes.
  package static let detailLength = 256

  /// As the RFC writes it: `HEADERS`.
  package var name: String
  /// 0 for frames about the whole connection.
  package var stream: Int
  /// The names of the flags that are set.
  package var flags: [String]
  /// Bytes of the payload; of all frames where several are told as one.
  package var length: Int
  /// DATA frames that follow each other on a stream are told as one.
  package var count = 1
  /// What the payload says: a setting, a code, a field with where it came from.
  package var details: [String]

  package init(name: String, stream: Int, flags: [String], length: Int, details: [String] = []) {
    self.name = name
    self.stream = stream
    self.flags = flags
    self.length = length
    self.details = details.prefix(Self.detailLimit).map { detail in
      detail.utf8.count <= Self.detailLength ? detail : String(detail.prefix(Self.detailLength)) + "…"
    }
    if details.count > Self.detailLimit { self.details.append("and \(details.count - Self.detailLimit) more") }
  }

  /// The frame on one line.
  package var words: String {
    var words = count > 1 ? "\(count) \(name) frames" : name
    words += stream == 0 ? "" : ", stream \(stream)"
    if !flags.isEmpty { words += ", " + flags.joined(separator: " ") }
    words += ", \(length) bytes"
    return details.isEmpty ? words : words + ": " + details.joined(separator: "; ")
  }

  /// Takes a frame that follows this one into it; false where the two are not told as one.
  package mutating func merge(_ next: FrameFacts) -> Bool {
    guard name == "DATA", next.name == name, next.stream == stream else { return false }
    count += next.count
    length += next.length
    for flag in next.flags where !flags.contains(flag) { flags.append(flag) }
    return true
  }
}
