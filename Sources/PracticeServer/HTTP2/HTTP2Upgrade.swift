import HTTP2
import HTTPMessages

/// A request that asks to go on in HTTP/2 (RFC 7540 §3.2).
struct HTTP2Upgrade: Sendable {
  /// What the server says in HTTP/1 before it goes on.
  static let response = Array("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n".utf8)

  /// The request as HTTP/2 has it: the first message of stream 1.
  let fields: [HeaderField]
  /// The client's settings.
  let settings: [Setting]

  /// Nothing where the request does not ask for it, asks wrongly, or has content: such requests are answered in HTTP/1.
  init?(_ request: PracticeRequest) {
    guard !request.isHTTP10, request.contentLength == 0, request.has(token: "h2c", in: "Upgrade"),
      request.has(token: "upgrade", in: "Connection"), request.has(token: "http2-settings", in: "Connection"),
      let value = request.value(of: "HTTP2-Settings"),
      let settings = HTTP2SettingsField.settings(of: Array(value.utf8))
    else { return nil }
    self.settings = settings
    let pairs = request.fields.filter { !ASCIICase.equal($0.name, "Upgrade") }
      .map { (name: Array($0.name.utf8), value: Array($0.value.utf8)) }
    fields =
      HTTP2Fields(
        method: Array(request.method.utf8), target: Array(request.target.text.utf8), scheme: "http", fields: pairs
      ).fields
  }
}
