import ParserProperties

extension DocumentInput {
  private static let pieces: [DocumentInput.Kind: [String]] = [
    .json: [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u00e", "\\n", "1", "-0.5e+7", "01", "true", "nul", "false", " ",
      "\n",
      "\r", "\t", "\u{1}", "é", "日", "x", "\"key\":", "\"text\",", "{\"a\":1}", "[[", "]]", "=", "&", "\u{1E}",
      "\u{FEFF}", "😀",
    ],
    .markup: [
      "<a>", "</a>", "<b x='1'>", "</b>", "<br>", "<p>", "</p>", "<li>", "<ul>", "</ul>", "<pre>", "</pre>", "<script>",
      "</script>", "<!-- c\n>", "-->", "<![CDATA[", "]]>", "<?x", "?>", "<!DOCTYPE [", "]>", "text", " ", "\n", "\r\n",
      "&", "&amp;", "é", "<", ">", "/", "</", "<x y=\"", "\"", "=", "<c/>",
    ],
    .text: ["\r", "\n", "\r\n", "a", "text ", "é", "日", "😀", "\t", "\u{1}", "\0", "\0\n", "\n\0"],
    .form: ["a", "=", "&", "%20", "\n", "name", "+", "é"],
    .field: [
      "Cache-Control\n", "Set-Cookie\n", "Content-Type\n", "Date\n", "Link\n", "Vary\n", "max-age", "=", "1", ",", ";",
      "\"", " ", "text/html", "charset", "Mon, 23 Nov 2026 10:00:00 GMT", "<", ">", "\\", "%20", "é", "q=0.5", "*",
      "W/",
    ],
    .bytes: [
      "GET / HTTP/1.1\r\n", "HTTP/1.1 200 OK\r\n", "Host: a\r\n", "Content-Length: 3\r\n", "\r\n", "abc",
      "Transfer-Encoding: chunked\r\n", "3\r\n", "0\r\n", ":", " ", "\n", "é", "X: \t1 \r\n",
    ],
    .expression: [
      "a", "b", ".", "*", "+", "?", "|", "(", ")", "[", "]", "^", "$", "\\d", "\\b", "{1,3}", "ü", "\n", " ", "(?:",
      "-",
    ],
    .query: [
      "$", ".a", "..", "*", "[", "]", "'a'", "0", "-1", ":", "?", "@", "==", "1", "\n", "{\"a\":", "}", "[1,2]", ",",
      "$.a\n", "$..*\n", "$[?@.a]\n", "$[::-1]\n", "length(", ")", "&&", "!", "\"a\"",
    ],
    .code: [
      "a", "if", "url", "b-c", "@media", "#fff", "!x", "$", "{", "}", "(", ")", "[", "]", ":", ";", ",", "/", "*", "//",
      "/*", "*/", "\"", "'", "`", "${", "\\", "1", "2.5e-3", "=", "-", "- ", "?", "|", ">", "&x", "*x", "!t", "#", "%",
      "---", "true", "é", "日", " ", "  ", "\t", "\n", "\r\n", "\r", "key: ", "\n  ", "\u{0}",
      String(repeating: "w", count: 300),
    ],
    .multipart: [
      "--a", "--a\r\n", "\r\n--a\r\n", "\r\n--a--", "--a--\r\n", "\n--a\n", "--b", "\r\n--b\r\n", "\r\n--b--\r\n",
      "--aa", "\r\n--aa\r\n", "\r\n", "\r\n", "\n", "\r", "-", "--", " ", "x", "text", "{\"a\":[1,{}]}", "[",
      "<a>x</a>", "<b", "é", "Content-Type: application/json\r\n\r\n",
      "Content-Type: multipart/mixed; boundary=b\r\n\r\n", "Content-Type: multipart/mixed; boundary=\"aa\"\r\n",
      "Content-Type: text/css\r\n\r\n", "Content-Type: text/plain; charset=latin1\r\n\r\n\u{80}",
      "Content-Type: image/png\r\n\r\n", "Content-Type: application/xml\r\n\r\n",
      "Content-Type: application/yaml\r\n\r\n", "Content-Disposition: form-data; name=\"n\"; filename=f\r\n",
      "no field\r\n", " folded\r\n", "\u{0}\u{1}", String(repeating: "y", count: 40),
      String(repeating: "z", count: 300),
    ],
  ]

  /// Made of pieces that mean something to its kind, now and then more than there is room to tell what is wrong with; in
  /// one of eight of JSON, text that is mostly right.
  init(of kind: Kind, _ random: inout Random) {
    let content = kind == .json && random.below(8) == 0 ? Self.json(&random) : Self.pieces(of: kind, &random)
    self.init(kind, choice: UInt8(random.below(256)), folding: UInt8(random.below(256)), content)
  }

  private static func pieces(of kind: Kind, _ random: inout Random) -> [UInt8] {
    let pieces = pieces[kind] ?? []
    let count = random.below(random.below(500) == 0 ? 600 : 24)
    return Array((0..<count).map { _ in pieces[random.below(pieces.count)] }.joined().utf8)
  }
}
