/// Messages as they are met.
enum ParserSamples {
  static let response = lines([
    "HTTP/1.1 200 OK", "Server: nginx", "Date: Mon, 23 Nov 2026 10:11:12 GMT",
    "Content-Type: application/json; charset=utf-8",
    "Connection: keep-alive", "Vary: Accept-Encoding, Accept, X-Requested-With",
    "Cache-Control: private, max-age=60, s-maxage=60", "ETag: W/\"4f1d3f0b2c6a1e0d9b8c7a6f5e4d3c2b\"",
    "X-RateLimit-Limit: 5000", "X-RateLimit-Remaining: 4987", "X-RateLimit-Reset: 1795428672",
    "Strict-Transport-Security: max-age=31536000; includeSubdomains; preload", "X-Frame-Options: deny",
    "X-Content-Type-Options: nosniff", "X-Request-Id: 7F3A:2B61:1C0D9E:2F4B8A:65F0C1D2", "Content-Length: 0",
  ])

  static let manyFields = lines(
    ["HTTP/1.1 200 OK", "Content-Length: 0"]
      + (1...39).map { "X-Custom-Field-\($0): \(String(repeating: "abcdefghij", count: 5))value-\($0)" })

  /// The request that picohttpparser's own benchmark reads.
  static let request = lines([
    "GET /wp-content/uploads/2010/03/hello-kitty-darth-vader-pink.jpg HTTP/1.1", "Host: www.kittyhell.com",
    "User-Agent: Mozilla/5.0 (Macintosh; U; Intel Mac OS X 10.6; ja-JP-mac; rv:1.9.2.3) Gecko/20100401 Firefox/3.6.3 "
      + "Pathtraq/0.9",
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language: ja,en-us;q=0.7,en;q=0.3",
    "Accept-Encoding: gzip,deflate", "Accept-Charset: Shift_JIS,utf-8;q=0.7,*;q=0.7", "Keep-Alive: 115",
    "Connection: keep-alive",
    "Cookie: wp_ozh_wsa_visits=2; wp_ozh_wsa_visit_lasttime=xxxxxxxxxx; "
      + "__utma=xxxxxxxxx.xxxxxxxxxx.xxxxxxxxxx.xxxxxxxxxx.xxxxxxxxxx.x; "
      + "__utmz=xxxxxxxxx.xxxxxxxxxx.x.x.utmccn=(referral)|utmcsr=reader.livedoor.com|utmcct=/reader/|utmcmd=referral",
  ])

  static let chunkedHead = lines(["HTTP/1.1 200 OK", "Transfer-Encoding: chunked"])

  private static func lines(_ lines: [String]) -> [UInt8] {
    Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}
