import TLSEngine
import Testing

@Suite("Alerts in words")
struct AlertTests {
  /// The registry's numbers in RFC 8446 §6, and those of RFC 5246 §7.2 that it has left behind.
  static let registered: [UInt8] = [
    0, 10, 20, 21, 22, 30, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 60, 70, 71, 80, 86, 90, 100, 109, 110, 111,
    112, 113, 114, 115, 116, 120, 121,
  ]

  @Test("each has a name, what it means and one sentence on what to do", arguments: registered)
  func words(code: UInt8) {
    let alert = TLSAlert(level: .fatal, code: code)
    #expect(!alert.name.hasPrefix("alert "))
    #expect(alert.message == "\(alert.name): \(alert.meaning)")
    #expect(!alert.meaning.hasSuffix("."))
    #expect(alert.advice.hasSuffix("."))
    #expect(alert.advice.first?.isUppercase == true)
  }

  @Test("no other number has a name")
  func unknown() {
    let named = (UInt8.min...UInt8.max).filter { !TLSAlert(level: nil, code: $0).name.hasPrefix("alert ") }
    #expect(named == Self.registered)
    #expect(TLSAlert(level: nil, code: 200).message == "alert 200: the number stands for nothing that is registered")
  }

  @Test("an error by an alert says what helps")
  func error() {
    #expect(
      TLSError.alertReceived(TLSAlert(level: .fatal, code: 116)).message
        == "The other side ended TLS with an alert: certificate required: the server wants a client certificate. "
        + "Configure a client certificate from one of the authorities in the certificate request.")
  }
}
