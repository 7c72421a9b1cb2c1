extension OracleRow {
  /// What each server of files is asked for.
  static func files(_ place: PeerPlace) -> [OracleRow] {
    var rows: [OracleRow] = []
    for path in ["/empty", "/one", "/large", "/text.txt", "/nothing", "/folder", "/folder/"] {
      rows.append(OracleRow(place, path))
      rows.append(OracleRow(place, path, .head, as: "HEAD"))
    }
    for range in ["0-0", "100-199", "-1", "65535-", "70000-", "5-1", "x"] {
      rows.append(OracleRow(place, "/large", .field("Range: bytes=\(range)"), as: "range \(range)"))
    }
    for name in ["none", "byte", "kilobytes"] {
      rows.append(OracleRow(place, "/one", .content("upload-\(name)"), as: "POST \(name)"))
    }
    for method in ["OPTIONS", "DELETE", "BREW"] {
      rows.append(OracleRow(place, "/one", .method(method), as: method))
    }
    return rows + [
      OracleRow(place, "/text.txt", .field("Accept-Encoding: gzip"), as: "gzip as it is"),
      OracleRow(place, "/text.txt", .decoded, as: "decoded"),
      OracleRow(place, "/large", .decoded, as: "decoded"),
      OracleRow(place, "/folder", .follow, as: "followed"),
      OracleRow(place, "/folder/../one"), OracleRow(place, "/%6fne"), OracleRow(place, "/one?a=b&c"),
      OracleRow(place, "/one#part"), OracleRow(place, "//one"), OracleRow(place, ""),
      OracleRow(place, "/one", .field("Connection: close"), as: "close"),
      OracleRow(place, "/one", .field("Host: elsewhere.test"), as: "another host"),
      OracleRow(place, "/one", .field("Host:"), as: "no host"),
      OracleRow(place, "/one", .field("X-Long: \(String(repeating: "x", count: 20000))"), as: "a long field"),
      OracleRow(place, "/one", .field("If-Modified-Since: Sat, 29 Oct 1994 19:43:31 GMT"), as: "modified"),
      OracleRow(place, "/one", .field("If-None-Match: *"), as: "not modified"),
      OracleRow(place, "/one", .field("If-Match: \"x\""), as: "no match"),
      OracleRow(
        place, "/one", .content("upload-kilobytes"), .field("Expect: 100-continue"), as: "POST with 100-continue"),
      OracleRow(
        place, "/one", .content("upload-byte"), .field("Transfer-Encoding: chunked"), as: "POST in chunks"),
      OracleRow(place, "/one", .resolve("name.test", place), authority: "name.test:PORT", as: "resolved"),
      OracleRow(place, "/one", .connectTo("name.test", place), authority: "name.test", as: "connected to"),
      OracleRow(place, "/one", .ipv4, authority: "localhost:PORT", as: "IPv4"),
      OracleRow(place, "/one", .ipv6, authority: "localhost:PORT", as: "IPv6"),
      OracleRow(place, "/one", authority: "ada:lovelace@127.0.0.1:PORT", as: "with a user"),
    ]
  }

  static func tls(_ place: PeerPlace) -> [OracleRow] {
    [
      OracleRow(place, "/one"), OracleRow(place, "/one", .insecure, as: "insecure"),
      OracleRow(place, "/large", .insecure, as: "insecure"),
      OracleRow(place, "/large", .insecure, .head, as: "insecure HEAD"),
      OracleRow(place, "/text.txt", .insecure, .decoded, as: "insecure, decoded"),
    ]
  }

  static func unixSocket(_ program: PeerProgram, _ place: PeerPlace) -> [OracleRow] {
    ["/one", "/large", "/nothing"].map {
      OracleRow(place, $0, .socket(program), authority: "localhost", as: "over a socket")
    }
  }
}
