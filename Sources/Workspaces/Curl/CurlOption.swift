/// What an option of curl means for a request.
enum CurlOption {
  enum DataKind { case plain, raw, binary, urlEncoded, json }

  // With a value.
  case method, header, data(DataKind), user, cookie, userAgent, referer, url, urlQuery, maxTime, connectTimeout, bearer
  case uploadFile, unixSocket, abstractSocket, maxRedirects, continueTimeout, proxy(scheme: String), proxyUser,
    limitRate
  case authorities, certificate, certificateType, tlsText(RequestTLS.TextOption), tlsList(RequestTLS.ListOption)
  case maximumTLS
  /// Says nothing about the request (where output goes, how to retry).
  case ignoredValue
  /// Changes how it is sent in a way that is not taken over; the words go into a note.
  case notedValue(String)
  case refusedValue(String)

  // Without.
  case digest
  case get, head, insecure, followRedirects, http10, http11, http2, http2PriorKnowledge, ipv4, ipv6
  case minimumTLS(RequestTLS.Version), noALPN, noSessions
  case ignored
  case noted(String)
  case refused(String)

  var hasValue: Bool {
    switch self {
    case .method, .header, .data, .user, .cookie, .userAgent, .referer, .url, .urlQuery, .maxTime, .connectTimeout,
      .bearer, .uploadFile, .unixSocket, .abstractSocket, .maxRedirects, .continueTimeout, .proxy, .proxyUser,
      .limitRate, .authorities,
      .certificate, .certificateType, .tlsText, .tlsList, .maximumTLS, .ignoredValue, .notedValue, .refusedValue:
      true
    default: false
    }
  }

  private static let otherCertificates = CurlOption.notedValue("certificates are given as PEM or PKCS #12 files")
  private static let address = CurlOption.notedValue("addresses are given with each sending, not with a request")
  private static let otherHTTP = CurlOption.noted("HTTP/1.1 is spoken")
  private static let challenge = CurlOption.refused("of the schemes only Basic, Digest and Bearer are spoken")

  /// An option by its long name, without the hyphens.
  static func long(_ name: String) -> CurlOption? {
    longNames[name]
  }

  /// An option by its letter.
  static func short(_ letter: Character) -> CurlOption? {
    letters[letter].flatMap { longNames[$0] }
  }

  private static let letters: [Character: String] = [
    "X": "request", "H": "header", "d": "data", "u": "user", "b": "cookie", "A": "user-agent", "e": "referer",
    "m": "max-time", "T": "upload-file", "x": "proxy", "U": "proxy-user", "F": "form", "K": "config", "E": "cert",
    "o": "output", "w": "write-out", "c": "cookie-jar", "D": "dump-header", "r": "range", "z": "time-cond",
    "y": "speed-time", "Y": "speed-limit", "G": "get", "I": "head", "k": "insecure", "L": "location", "0": "http1.0",
    "2": "sslv2", "1": "tlsv1", "s": "silent", "S": "show-error", "v": "verbose", "i": "include", "f": "fail",
    "g": "globoff", "N": "no-buffer", "O": "remote-name", "J": "remote-header-name", "R": "remote-time",
    "#": "progress-bar", "4": "ipv4", "6": "ipv6", "n": "netrc", "j": "junk-session-cookies", "a": "append",
    "q": "disable", "Z": "parallel", ":": "next",
  ]

  private static let longNames: [String: CurlOption] = {
    var options: [String: CurlOption] = [
      "request": .method, "header": .header, "data": .data(.plain), "data-ascii": .data(.plain),
      "data-raw": .data(.raw), "data-binary": .data(.binary), "data-urlencode": .data(.urlEncoded),
      "json": .data(.json),
      "user": .user, "cookie": .cookie, "user-agent": .userAgent, "referer": .referer, "url": .url,
      "url-query": .urlQuery, "max-time": .maxTime, "connect-timeout": .connectTimeout, "oauth2-bearer": .bearer,
      "upload-file": .uploadFile, "get": .get, "head": .head, "insecure": .insecure, "location": .followRedirects,
      "location-trusted": .followRedirects, "http1.0": .http10, "http1.1": .http11,
      "form": .refusedValue("forms of several parts are not made; write the body as text"),
      "form-string": .refusedValue("forms of several parts are not made; write the body as text"),
      "config": .refusedValue("files of options are not read"), "range": .refusedValue("write a Range field"),
      "time-cond": .refusedValue("write an If-Modified-Since field"),
      "unix-socket": .unixSocket, "abstract-unix-socket": .abstractSocket, "ipv4": .ipv4, "ipv6": .ipv6,
      "max-redirs": .maxRedirects,
      "expect100-timeout": .continueTimeout,
      "proxy": .proxy(scheme: "http"), "socks4": .proxy(scheme: "socks4"), "socks4a": .proxy(scheme: "socks4a"),
      "socks5": .proxy(scheme: "socks5"), "socks5-hostname": .proxy(scheme: "socks5h"), "proxy-user": .proxyUser,
      "limit-rate": .limitRate,
      "cacert": .authorities, "cert": .certificate, "cert-type": .certificateType, "key": .tlsText(.clientKey),
      "pass": .tlsText(.passphrase), "ciphers": .tlsList(.ciphers), "tls13-ciphers": .tlsList(.tls13Ciphers),
      "curves": .tlsList(.groups), "tls-max": .maximumTLS, "tlsv1.0": .minimumTLS(.tls10),
      "tlsv1.1": .minimumTLS(.tls11), "tlsv1.2": .minimumTLS(.tls12), "tlsv1.3": .minimumTLS(.tls13),
      "no-alpn": .noALPN, "no-sessionid": .noSessions,
      "request-target": .refusedValue("write the target in the raw view"),
      "next": .refused("it begins another request"), "digest": .digest, "ntlm": challenge, "negotiate": challenge,
      "aws-sigv4": .refusedValue("of the schemes only Basic, Digest and Bearer are spoken"),
    ]
    func add(_ names: String, _ option: CurlOption) {
      for name in names.split(separator: " ") { options[String(name)] = option }
    }
    add("preproxy", .notedValue("one proxy is used, not two"))
    add("key-type capath pinnedpubkey", otherCertificates)
    add("resolve connect-to interface dns-servers local-port", address)
    add("http2", .http2)
    add("http2-prior-knowledge", .http2PriorKnowledge)
    add("http3 http3-only http0.9", otherHTTP)
    add("netrc netrc-optional", .noted("files of passwords are not read"))
    add("path-as-is", .noted("dot segments are removed"))
    add(
      "output write-out cookie-jar dump-header stderr retry retry-delay retry-max-time max-filesize "
        + "speed-time speed-limit trace trace-ascii keepalive-time noproxy output-dir rate "
        + "happy-eyeballs-timeout-ms parallel-max netrc-file hsts alt-svc", .ignoredValue)
    add(
      "silent show-error verbose include show-headers fail fail-with-body fail-early globoff no-buffer buffer remote-name "
        + "remote-name-all remote-header-name remote-time progress-bar no-progress-meter compressed basic anyauth "
        + "tlsv1 sslv2 ssl-reqd tcp-nodelay tcp-fastopen no-keepalive keepalive "
        + "retry-all-errors retry-connrefused post301 post302 post303 junk-session-cookies append disable parallel "
        + "trace-time styled-output no-styled-output no-npn disallow-username-in-url "
        + "proto-default create-dirs raw tr-encoding suppress-connect-headers crlf", .ignored)
    return options
  }()
}
