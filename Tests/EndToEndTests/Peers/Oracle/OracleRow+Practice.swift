extension OracleRow {
  /// What the practice server is asked for.
  static let practice: [OracleRow] = statuses + uploads + redirects + contents + credentials + broken + times

  private static let statuses = [200, 201, 202, 204, 205, 206, 300, 304, 400, 401, 404, 418, 500, 503, 599].flatMap {
    [OracleRow(.practice, "/status/\($0)"), OracleRow(.practice, "/status/\($0)", .head, as: "HEAD")]
  }

  private static let uploads = ["none", "byte", "kilobytes", "megabyte"].flatMap { name in
    ["POST", "PUT", "PATCH", "GET"].map {
      OracleRow(.practice, "/sink", .content("upload-\(name)"), .method($0), as: "\($0) \(name)")
    }
  }

  private static let redirects =
    [301, 302, 303, 307, 308].flatMap { status in
      let path = "/redirect-to?url=/sink&status=\(status)"
      return [
        OracleRow(.practice, path), OracleRow(.practice, path, .follow, as: "followed"),
        OracleRow(.practice, path, .head, .follow, as: "HEAD followed"),
        OracleRow(.practice, path, .text("abc"), as: "POST"),
        OracleRow(.practice, path, .text("abc"), .follow, as: "POST followed"),
        OracleRow(.practice, path, .text("abc"), .method("PUT"), .follow, as: "PUT followed"),
        OracleRow(.practice, path, .method("DELETE"), .follow, as: "DELETE followed"),
      ]
    } + [
      OracleRow(.practice, "/redirect/3", .follow, as: "followed"),
      OracleRow(.practice, "/redirect/3", .follow, .redirectsAtMost(2), as: "followed twice"),
      OracleRow(.practice, "/redirect/3", .follow, .redirectsAtMost(3), as: "followed three times"),
      OracleRow(.practice, "/redirect/3", .follow, .redirectsAtMost(0), as: "followed never"),
    ]

  private static let contents =
    ["/gzip?size=50k", "/deflate?size=50k", "/deflate?size=50k&raw=1", "/br?size=50k", "/zstd?size=50k", "/stacked"]
    .flatMap { [OracleRow(.practice, $0), OracleRow(.practice, $0, .decoded, as: "decoded")] }
    + [
      "/bytes/0", "/bytes/1", "/bytes/64k", "/bytes/3M", "/chunked?count=0", "/chunked?count=1&size=1",
      "/chunked?count=500&size=7&trailers=1", "/trickle/20?rate=100", "/large-header?count=50&size=500",
      "/events?count=3&interval=1", "/early-hints", "/continue?count=0", "/continue?count=3", "/charset/utf-16le",
      "/charset/iso-8859-1", "/delay/20", "/notes/1",
    ].flatMap { [OracleRow(.practice, $0), OracleRow(.practice, $0, .head, as: "HEAD")] }

  private static let credentials =
    [
      OracleRow(.practice, "/basic-auth/ada/lovelace"),
      OracleRow(.practice, "/basic-auth/ada/lovelace", authority: "ada:lovelace@127.0.0.1:PORT", as: "in the URL"),
      OracleRow(.practice, "/basic-auth/ada/lovelace", authority: "ada:wrong@127.0.0.1:PORT", as: "wrong in the URL"),
      OracleRow(.practice, "/digest-auth/ada/lovelace"),
    ]
    + ["MD5", "MD5-sess", "SHA-256", "SHA-256-sess"].map {
      OracleRow(
        .practice, "/digest-auth/ada/lovelace?algorithm=\($0)", .digest, authority: "ada:lovelace@127.0.0.1:PORT",
        as: "answered")
    } + [
      OracleRow(
        .practice, "/digest-auth/ada/lovelace", .digest, authority: "ada:wrong@127.0.0.1:PORT", as: "answered wrongly"),
      OracleRow(.practice, "/hello", .digest, authority: "ada:wrong@127.0.0.1:PORT", as: "without a challenge"),
      OracleRow(.practice, "/bearer"), OracleRow(.practice, "/bearer", .field("Authorization: Bearer x"), as: "given"),
    ]

  private static let broken =
    [
      "bad-chunk-size", "early-close-in-chunk", "missing-last-chunk", "lf-in-chunk", "short", "long", "two-lengths",
      "length-and-chunked", "no-colon", "space-before-colon", "lf-only", "bad-status", "obs-fold", "nul-in-header",
      "no-blank-line", "huge-header", "escape-codes", "wrong-gzip", "cut-gzip", "cut-zstd", "corrupt-br",
      "gzip-checksum", "reset", "close", "garbage",
    ].map { OracleRow(.practice, "/broken/\($0)") }
    + ["wrong-gzip", "cut-gzip", "cut-zstd", "corrupt-br", "gzip-checksum"].map {
      OracleRow(.practice, "/broken/\($0)", .decoded, as: "decoded")
    }

  private static let times = [
    OracleRow(.practice, "/broken/silent", .secondsAtMost("0.5"), as: "waited for"),
    OracleRow(.practice, "/delay/60000", .secondsAtMost("0.5"), as: "waited for"),
    OracleRow(.practice, "/delay/10", .secondsAtMost("20"), as: "waited for"),
  ]
}
