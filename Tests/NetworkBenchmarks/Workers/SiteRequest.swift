import BenchmarkSupport
import Connections
import Exchanges
import Foundation

/// A request to the site, as `Site.arguments` tells it to a worker.
enum SiteRequest {
  static let argumentCount = 4

  /// Makes it; `fields` are whole lines of the head.
  static func make(_ arguments: some Sequence<String>, fields: String = "") throws -> OutgoingRequest {
    let words = Array(arguments)
    guard words.count == argumentCount, let carriage = Carriage(rawValue: words[0]), let port = Int(words[1]) else {
      throw MeasurementFailure("A request takes how it is carried, a port, a path and the file of an authority.")
    }
    var options = ExchangeOptions()
    if carriage == .http2 { options.httpVersion = .http2 }
    if carriage.isSecured {
      options.tls.trustsSystem = false
      options.tls.trustAnchorsPEM = [try String(contentsOfFile: words[3], encoding: .utf8)]
    }
    let head = "GET \(words[2]) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nAccept: */*\r\n\(fields)\r\n"
    return OutgoingRequest(
      endpoint: Endpoint(scheme: carriage.isSecured ? .https : .http, host: "127.0.0.1", port: port), method: "GET",
      target: words[2], parts: [.bytes(Array(head.utf8))], options: options)
  }
}
