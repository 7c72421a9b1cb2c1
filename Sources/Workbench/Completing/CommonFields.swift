/// Names and values that people type again and again in requests.
enum CommonFields {
  static let names = [
    "Accept", "Accept-Encoding", "Accept-Language", "Access-Control-Request-Headers", "Access-Control-Request-Method",
    "Authorization", "Cache-Control", "Connection", "Content-Encoding", "Content-Language", "Content-Length",
    "Content-Type", "Cookie", "Date", "Expect", "Forwarded", "From", "Host", "If-Match", "If-Modified-Since",
    "If-None-Match", "If-Range", "If-Unmodified-Since", "Idempotency-Key", "Max-Forwards", "Origin", "Pragma", "Prefer",
    "Priority", "Proxy-Authorization", "Range", "Referer", "Sec-Fetch-Dest", "Sec-Fetch-Mode", "Sec-Fetch-Site", "TE",
    "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent", "Via", "X-Forwarded-For", "X-Forwarded-Host",
    "X-Forwarded-Proto", "X-Request-ID", "X-Requested-With",
  ]

  static let contentTypes = [
    "application/json", "application/problem+json", "application/x-www-form-urlencoded", "application/xml",
    "application/octet-stream", "application/graphql", "application/cbor", "application/x-ndjson",
    "multipart/form-data", "text/plain; charset=utf-8", "text/html; charset=utf-8", "text/csv", "text/event-stream",
  ]

  static let values: [String: [String]] = [
    "accept": ["*/*"] + contentTypes,
    "accept-encoding": ["gzip, deflate, br, zstd", "gzip", "deflate", "br", "zstd", "identity"],
    "accept-language": ["en", "en-GB, en;q=0.8", "de", "fr"],
    "authorization": ["Bearer ", "Basic "],
    "cache-control": ["no-cache", "no-store", "max-age=0", "only-if-cached"],
    "connection": ["keep-alive", "close", "upgrade"],
    "content-encoding": ["gzip", "deflate", "br", "zstd"],
    "content-type": contentTypes,
    "expect": ["100-continue"],
    "pragma": ["no-cache"],
    "prefer": ["return=representation", "return=minimal", "respond-async"],
    "range": ["bytes=0-", "bytes=-500"],
    "te": ["trailers"],
    "transfer-encoding": ["chunked"],
    "upgrade": ["websocket", "h2c"],
    "x-forwarded-proto": ["https", "http"],
    "x-requested-with": ["XMLHttpRequest"],
  ]
}
