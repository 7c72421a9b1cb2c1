/// Heads as they are met; their sizes stay, so that figures of different days can be compared.
enum Heads {
  /// What an API answers: 581 bytes, values of 20 bytes on average.
  static let response = head(
    bytes: 581,
    [
      "HTTP/1.1 200 OK", "Server: nginx", "Date: Mon, 23 Nov 2026 10:11:12 GMT",
      "Content-Type: application/json; charset=utf-8",
      "Via: 1.1 proxy", "Connection: keep-alive", "Vary: Accept-Encoding, Accept, X-Requested-With",
      "Cache-Control: private, max-age=60, s-maxage=60", "ETag: W/\"4f1d3f0b2c6a1e0d9b8c7a6f5e4d3c2b\"",
      "X-RateLimit-Limit: 5000", "X-RateLimit-Remaining: 4987", "X-RateLimit-Reset: 1795428672",
      "Strict-Transport-Security: max-age=31536000; includeSubdomains; preload", "X-Frame-Options: deny",
      "X-Content-Type-Options: nosniff", "X-Request-Id: 7F3A:2B61:1C0D9E:2F4B8A:65F0C1D2", "Content-Length: 0",
    ])

  /// What a proxy in front of an application answers: 40 fields in 3,300 bytes, values of 65 bytes on average.
  static let manyFields: [UInt8] = {
    let names = [
      "Accept-Ranges", "Access-Control-Allow-Origin", "Access-Control-Allow-Methods", "Access-Control-Expose-Headers",
      "Age", "Alt-Svc", "Cache-Control", "CF-Cache-Status", "CF-RAY", "Content-Language",
      "Content-Security-Policy", "Content-Type", "Cross-Origin-Opener-Policy", "Date", "ETag",
      "Expires", "Last-Modified", "Link", "NEL", "P3P",
      "Permissions-Policy", "Pragma", "Referrer-Policy", "Report-To", "Server",
      "Server-Timing", "Set-Cookie", "Set-Cookie", "Set-Cookie", "Strict-Transport-Security",
      "Timing-Allow-Origin", "Vary", "Via", "X-Amz-Request-Id", "X-Cache",
      "X-Content-Type-Options", "X-Frame-Options", "X-Powered-By", "X-Request-Id",
    ]
    let text =
      "session=3f2b9c; path=/; max-age=31536000, \"public, immutable\" https://www.example.com/a/b?c=d&e=f#g; q=0.9"
    // Values from 48 to 86 bytes; the last one makes up the size.
    let lines = names.enumerated().map { index, name in "\(name): \(text.prefix(48 + index * 17 % 39))" }
    let short = head(["HTTP/1.1 200 OK", "Content-Length: 0"] + lines)
    return head(
      bytes: 3300,
      ["HTTP/1.1 200 OK", "Content-Length: 0"] + lines.dropLast()
        + [lines[38] + String(repeating: "x", count: max(0, 3300 - short.count))])
  }()

  /// The request that picohttpparser's own benchmark reads.
  static let request = head(
    bytes: 703,
    [
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

  /// Before chunks.
  static let chunked = head(["HTTP/1.1 200 OK", "Transfer-Encoding: chunked"])

  private static func head(bytes size: Int? = nil, _ lines: [String]) -> [UInt8] {
    let bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    precondition(size == nil || bytes.count == size, "the head has \(bytes.count) bytes")
    return bytes
  }
}
