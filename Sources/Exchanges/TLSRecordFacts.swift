/// One TLS record of a connection: what its header shows, where it lies on the wire, and what it carries
/// (RFC 8446 §5.1 and §5.2).
package struct TLSRecordFacts: Sendable, Hashable {
  /// What a record carries, by its number.
  package struct ContentType: RawRepresentable, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let handshake = ContentType(rawValue: 22)
    package static let applicationData = ContentType(rawValue: 23)

    /// The type in words.
    package var name: String {
      switch rawValue {
      case 20: "change cipher spec"
      case 21: "alert"
      case 22: "handshake"
      case 23: "application data"
      case 24: "heartbeat"
      default: "type \(rawValue)"
      }
    }
  }

  /// Bytes of a header.
  package static let headerSize = 5

  /// Counted in its direction, from 0.
  package var number: Int
  /// The type that the header shows: under TLS 1.3 `application data` for every record that is encrypted.
  package var contentType: ContentType
  /// The type that was encrypted; nil where the header tells it, or where the record could not be decrypted.
  package var innerType: ContentType?
  /// The header's version number, which is `0x0303` for TLS 1.3 too.
  package var version: UInt16
  /// Where it lies in the bytes of the wire in its direction, the header included.
  package var wire: Range<Int>
  /// Of application data the plain bytes that it carries, as offsets of its direction; else empty.
  package var plain: Range<Int>
  /// The handshake messages and alerts that end in it.
  package var messages: [String]
  /// The message that goes on behind this record, where none ends in it.
  package var unfinishedMessage: String?

  /// What it is: the encrypted type, where there is one.
  package var type: ContentType { innerType ?? contentType }
  /// Bytes after the header.
  package var length: Int { wire.count - Self.headerSize }

  /// The header's version by its name.
  package var versionName: String {
    switch version {
    case 0x0300: "SSL 3"
    case 0x0301: "TLS 1.0"
    case 0x0302: "TLS 1.1"
    case 0x0303: "TLS 1.2"
    case 0x0304: "TLS 1.3"
    default: "unknown"
    }
  }
}
