/// A version of the TLS protocol.
package enum TLSVersion: UInt16, Sendable, Comparable, CaseIterable {
  case tls10 = 0x0301
  case tls11 = 0x0302
  case tls12 = 0x0303
  case tls13 = 0x0304

  /// The version as people write it, such as `TLS 1.3`.
  package var name: String {
    switch self {
    case .tls10: "TLS 1.0"
    case .tls11: "TLS 1.1"
    case .tls12: "TLS 1.2"
    case .tls13: "TLS 1.3"
    }
  }

  /// Why a version must not be relied upon, in one sentence; nothing for those that may.
  package var insecurity: String? {
    self < .tls12
      ? "\(name) is insecure and was given up in 2021 (RFC 8996): the server should speak TLS 1.2 or later." : nil
  }

  /// Whether a version is older than another.
  package static func < (left: TLSVersion, right: TLSVersion) -> Bool { left.rawValue < right.rawValue }
}
