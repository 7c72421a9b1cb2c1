/// What stands before a record's content, and where the record lies (RFC 8446 §5.1 and §5.2).
package struct TLSRecord: Sendable, Hashable {
  /// What a record carries, by its number.
  package struct ContentType: RawRepresentable, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let handshake = ContentType(rawValue: 22)
    package static let applicationData = ContentType(rawValue: 23)
  }

  /// The type that the header shows: under TLS 1.3, encrypted records of every kind look like application data.
  package var contentType: ContentType
  /// The type that was encrypted; nothing where the header tells it, or where decryption failed.
  package var innerContentType: ContentType?
  /// The header's version number, which is `0x0303` for TLS 1.3 too.
  package var version: UInt16
  /// Bytes after the header.
  package var length: Int
  /// Where the header begins, in bytes of the wire in this direction.
  package var wireOffset: Int
  /// How many bytes of application data came before, in this direction: such a record's own reach from here to the next
  /// record's.
  package var plainOffset: Int
}
