/// What was changed on the way between the forms of HTTP/1 and HTTP/2.
package struct FieldNote: Sendable, Hashable {
  package enum Change: UInt8, Sendable, Hashable, CaseIterable {
    /// HTTP/2 has no fields about the connection (RFC 9113 §8.2.2).
    case dropped
    /// Names are in small letters (RFC 9113 §8.2.1).
    case lowercased
    /// Host became `:authority` (RFC 9113 §8.3.1).
    case movedToAuthority
    /// TE may only say trailers (RFC 9113 §8.2.2).
    case reducedToTrailers
    /// NUL, CR or LF became a space (RFC 9110 §5.5).
    case madeSafe
    /// White space at the ends is gone.
    case trimmed
    /// Several Cookie fields became one (RFC 9113 §8.2.3).
    case joined
  }

  package var change: Change
  /// The field's name as it was written.
  package var name: [UInt8]

  /// A sentence for a person.
  package var message: String {
    let name = String(decoding: name, as: UTF8.self)
    return switch change {
    case .dropped: "\(name) is left out: HTTP/2 has no fields about the connection."
    case .lowercased: "\(name) is in small letters, as all names are in HTTP/2."
    case .movedToAuthority: "\(name) became :authority."
    case .reducedToTrailers: "\(name) says trailers only, as it must in HTTP/2."
    case .madeSafe: "\(name) had NUL, CR or LF, which became spaces."
    case .trimmed: "\(name) had white space at its ends, which is gone."
    case .joined: "Several fields \(name) became one."
    }
  }
}

/// Makes names and values safe for either form.
enum SafeText {
  /// The value with NUL, CR and LF as spaces, as a recipient reads them (RFC 9110 §5.5).
  static func value(_ value: [UInt8]) -> [UInt8] {
    value.map { Byte.isForbiddenInValues($0) ? Byte.space : $0 }
  }

  /// The name with what would end it, or its line, as an underscore.
  static func name(_ name: [UInt8]) -> [UInt8] {
    let isPseudo = name.first == Byte.colon
    return name.enumerated().map { index, byte in
      byte <= Byte.space || byte == Byte.delete || byte == Byte.colon && !(isPseudo && index == 0) ? 0x5f : byte
    }
  }

  /// A word of a start line, which a space would end.
  static func word(_ word: [UInt8]) -> [UInt8] {
    word.map { $0 <= Byte.space || $0 == Byte.delete ? 0x5f : $0 }
  }
}
