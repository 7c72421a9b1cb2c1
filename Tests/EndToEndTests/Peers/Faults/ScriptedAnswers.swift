import Glibc

/// Answers that no good server gives, each at a path of its own; after it the server says no more.
enum ScriptedAnswers {
  static let all: [String: String] = [
    "old": "HTTP/1.0 200 OK\r\n\r\nuntil the end",
    "no-length": "HTTP/1.1 200 OK\r\n\r\nuntil the end",
    "no-reason": "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok",
    "no-space": "HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\nok",
    "same-lengths": "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok",
    "listed-lengths": "HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\nok",
    "negative-length": "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\nok",
    "signed-length": "HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\nok",
    "huge-length": "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nok",
    "word-length": "HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\nok",
    "padded-length": "HTTP/1.1 200 OK\r\nContent-Length: 0002\r\n\r\nok",
    "short": "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok",
    "no-content": "HTTP/1.1 204 No Content\r\n\r\n",
    "no-content-length": "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n",
    "not-modified": "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n",
    "hints": "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
    "many-hints": String(repeating: "HTTP/1.1 102 Processing\r\n\r\n", count: 20)
      + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
    "hints-only": "HTTP/1.1 100 Continue\r\n\r\n",
    "chunks": "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1\r\nk\r\n0\r\n\r\n",
    "chunk-extension": "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;a=b\r\nok\r\n0;c\r\nX: y\r\n\r\n",
    "upper-case-chunks": "HTTP/1.1 200 OK\r\nTRANSFER-ENCODING: Chunked\r\n\r\n00A\r\n0123456789\r\n0\r\n\r\n",
    "chunk-space": "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2 \r\nok\r\n0\r\n\r\n",
    "chunk-prefix": "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0x2\r\nok\r\n0\r\n\r\n",
    "chunk-huge": "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nok\r\n0\r\n\r\n",
    "chunk-too-long": "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nokay\r\n0\r\n\r\n",
    "chunk-cut": "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nok",
    "chunk-no-end": "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n",
    "identity": "HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\nContent-Length: 2\r\n\r\nok",
    "lower-case": "http/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
    "version-2": "HTTP/2.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
    "version-1.2": "HTTP/1.2 200 OK\r\nContent-Length: 2\r\n\r\nok",
    "version-9": "HTTP/9.9 200 OK\r\nContent-Length: 2\r\n\r\nok",
    "status-99": "HTTP/1.1 099 Low\r\nContent-Length: 2\r\n\r\nok",
    "status-600": "HTTP/1.1 600 High\r\nContent-Length: 2\r\n\r\nok",
    "status-1000": "HTTP/1.1 1000 Long\r\nContent-Length: 2\r\n\r\nok",
    "no-head": "hello there\r\n",
    "empty-lines": "\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
    "no-fields": "HTTP/1.1 200 OK\r\n\r\n",
    "half-head": "HTTP/1.1 200 OK\r\nContent-Le",
    "empty-name": "HTTP/1.1 200 OK\r\n: x\r\nContent-Length: 2\r\n\r\nok",
    "bare-cr": "HTTP/1.1 200 OK\r\nX: a\rb\r\nContent-Length: 2\r\n\r\nok",
    "latin-field": "HTTP/1.1 200 OK\r\nX: caf\u{E9}\r\nContent-Length: 2\r\n\r\nok",
    "unknown-coding": "HTTP/1.1 200 OK\r\nContent-Encoding: rot13\r\nContent-Length: 2\r\n\r\nok",
    "redirect-nowhere": "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n",
    "redirect-empty": "HTTP/1.1 302 Found\r\nLocation:\r\nContent-Length: 0\r\n\r\n",
    "redirect-query": "HTTP/1.1 302 Found\r\nLocation: ?x=1\r\nContent-Length: 0\r\n\r\n",
    "redirect-query?x=1": "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
    "redirect-sibling": "HTTP/1.1 302 Found\r\nLocation: chunks\r\nContent-Length: 0\r\n\r\n",
    "redirect-up": "HTTP/1.1 302 Found\r\nLocation: ../../no-length\r\nContent-Length: 0\r\n\r\n",
    "redirect-fragment": "HTTP/1.1 302 Found\r\nLocation: /chunks#part\r\nContent-Length: 0\r\n\r\n",
    "redirect-ftp": "HTTP/1.1 302 Found\r\nLocation: ftp://127.0.0.1/x\r\nContent-Length: 0\r\n\r\n",
    "redirect-space": "HTTP/1.1 302 Found\r\nLocation: /chunks?a b\r\nContent-Length: 0\r\n\r\n",
    "redirect-bodied": "HTTP/1.1 302 Found\r\nLocation: /chunks\r\nContent-Length: 4\r\n\r\ngone",
    "redirect-300": "HTTP/1.1 300 Choices\r\nLocation: /chunks\r\nContent-Length: 4\r\n\r\npick",
    "redirect-304": "HTTP/1.1 304 Not Modified\r\nLocation: /chunks\r\n\r\n",
    "redirect-305": "HTTP/1.1 305 Use Proxy\r\nLocation: /chunks\r\nContent-Length: 0\r\n\r\n",
  ]

  static func listener() throws -> LoopbackListener {
    try LoopbackListener { client in
      var request: [UInt8] = []
      while !String(decoding: request, as: UTF8.self).contains("\r\n\r\n") {
        let piece = Wire.read(client)
        if piece.isEmpty { break }
        request += piece
      }
      let line = String(decoding: request.prefix { $0 != 13 }, as: UTF8.self)
      let target = line.split(separator: " ").dropFirst().first?.dropFirst() ?? ""
      let answer = all[String(target)] ?? all[String(target.prefix { $0 != "?" })] ?? ""
      Wire.write(answer.utf8, to: client)
      shutdown(client, Int32(SHUT_WR))
      while !Wire.read(client).isEmpty {}
      close(client)
    }
  }
}
