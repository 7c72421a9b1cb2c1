/// The field HTTP2-Settings of a request that asks for `Upgrade: h2c` (RFC 7540 §3.2.1).
package enum HTTP2SettingsField {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// The value: the payload of a SETTINGS frame in base64url without padding.
  package static func value(of settings: [Setting]) -> [UInt8] {
    let payload = FrameWriter.payload(of: settings)
    var text: [UInt8] = []
    for start in stride(from: 0, to: payload.count, by: 3) {
      let group = payload.number(at: start, count: 3)
      let count = min(3, payload.count - start) + 1
      for place in 0..<count { text.append(alphabet[Int(group >> (18 - 6 * UInt32(place)) & 63)]) }
    }
    return text
  }

  /// The settings of a value; nil where it is not such a text.
  package static func settings(of value: [UInt8]) -> [Setting]? {
    var payload: [UInt8] = []
    var pending: UInt32 = 0
    var bits = 0
    for byte in value {
      guard let digit = alphabet.firstIndex(of: byte) else { return nil }
      pending = pending << 6 | UInt32(digit)
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      payload.append(UInt8(truncatingIfNeeded: pending >> UInt32(bits)))
      pending &= 1 << UInt32(bits) - 1
    }
    guard payload.count % 6 == 0, pending == 0, bits < 6 else { return nil }
    return stride(from: 0, to: payload.count, by: 6).map { start in
      Setting(
        Setting.Identifier(rawValue: UInt16(truncatingIfNeeded: payload.number(at: start, count: 2))),
        payload.number(at: start + 2, count: 4))
    }
  }
}
