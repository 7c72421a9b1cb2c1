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
  package var name: String { AlertMeaning.all[code]?.name ?? "alert \(code)" }

  /// What the side that sends it means, without a dot at its end.
  package var meaning: String { AlertMeaning.all[code]?.meaning ?? "the number stands for nothing that is registered" }

  /// What one can do about it, seen from a client, in one sentence.
  package var advice: String {
    AlertMeaning.all[code]?.advice ?? "Look into the log of the side that sent it."
  }

  /// The name and what it means.
  package var message: String { "\(name): \(meaning)" }
}
