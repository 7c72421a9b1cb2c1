import COpenSSL

/// An alert: how one side tells the other that something ends or is wrong (RFC 8446 §6).
package struct TLSAlert: Sendable, Hashable {
  /// How grave an alert is; TLS 1.3 gives it no meaning, but it is on the wire.
  package enum Level: UInt8, Sendable, Hashable {
    case warning = 1
    case fatal = 2
  }

  /// The level, or nothing when the byte is neither 1 nor 2.
  package var level: Level?
  /// The description's number in the registry.
  package var code: UInt8

  /// Makes an alert of its two bytes.
  package init(level: Level?, code: UInt8) {
    self.level = level
    self.code = code
  }

  /// The number that announces the end of one direction.
  package static let closeNotifyCode: UInt8 = 0

  /// The registered name in words, such as `certificate expired`.
  package var name: String {
    switch code {
    // OpenSSL has no name for these.
    case 86: return "inappropriate fallback"
    case 109: return "missing extension"
    case 116: return "certificate required"
    default:
      let name = String(cString: SSL_alert_desc_string_long(Int32(code)))
      return name == "unknown" ? "alert \(code)" : name
    }
  }

  /// The name, and for the alerts that people meet what it usually means.
  package var message: String {
    switch code {
    case 40: "\(name): the two sides have no TLS version, cipher or signature in common, or a certificate is missing"
    case 42...46: "\(name): the certificate was not accepted"
    case 48: "\(name): the certificate's issuer is not trusted by the other side"
    case 70: "\(name): the two sides have no TLS version in common"
    case 80: "\(name): the other side failed for reasons of its own"
    case 112: "\(name): the server does not serve that host name"
    case 116: "\(name): the server wants a client certificate"
    case 120: "\(name): the server speaks none of the offered protocols"
    default: name
    }
  }
}
