import HTTP2
import HTTPMessages
import Testing

@Suite struct MessageTranslatorTests {
  /// What a translator told, with content joined.
  struct Told: Equatable {
    var heads: [[String]] = []
    var content = ""
    var trailers: [String] = []
    /// After which piece the message ended: a head, content, trailers or an end of its own.
    var end = ""
    var isUnreadable = false

    init(_ translator: MessageTranslator, _ text: String, cut: Int, isFinished: Bool = false) {
      var translator = translator
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        Array(rest.prefix(cut)).withUnsafeBytes { translator.translate($0) { take($0) } }
        rest = rest.dropFirst(cut)
      }
      if isFinished { translator.finish { take($0) } }
      isUnreadable = translator.isUnreadable
    }

    private mutating func take(_ piece: MessageTranslator.Piece) {
      switch piece {
      case .head(let head, let isInterim, let endsHere):
        heads.append(Self.words(head.fields) + (isInterim ? ["interim"] : []))
        if endsHere { end = "head" }
      case .content(let bytes, let isLast):
        content += String(decoding: bytes, as: UTF8.self)
        if isLast { end = "content" }
      case .trailers(let fields):
        trailers = Self.words(fields)
        end = "trailers"
      case .end: end = "end"
      }
    }

    private static func words(_ fields: [HeaderField]) -> [String] {
      fields.map { String(decoding: $0.name, as: UTF8.self) + "=" + String(decoding: $0.value, as: UTF8.self) }
    }
  }

  private func told(
    _ translator: MessageTranslator, _ text: String, isFinished: Bool = false
  ) -> Told {
    let whole = Told(translator, text, cut: text.utf8.count, isFinished: isFinished)
    for cut in 1..<max(2, text.utf8.count) {
      var cutUp = Told(translator, text, cut: cut, isFinished: isFinished)
      // Whether the last content is known to be the last depends on where the bytes were cut.
      if cutUp.end == "end", whole.end == "content" { cutUp.end = "content" }
      #expect(cutUp == whole, "cut every \(cut) bytes")
    }
    return whole
  }

  @Test("a request becomes fields and content, its chunks undone")
  func chunkedRequest() {
    let told = told(
      MessageTranslator(requestWithScheme: "https"),
      "POST /a HTTP/1.1\r\nHost: b\r\nX-One: 1\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "5;x=y\r\nhello\r\n1\r\n!\r\n0\r\nX-Sum: 9\r\n\r\n")
    #expect(told.heads == [[":method=POST", ":scheme=https", ":authority=b", ":path=/a", "x-one=1"]])
    #expect(told.content == "hello!" && told.trailers == ["x-sum=9"] && told.end == "trailers")
    #expect(!told.isUnreadable)
  }

  @Test("a request without content ends with its head, one of a length with its content")
  func ends() {
    let get = told(MessageTranslator(requestWithScheme: "http"), "GET / HTTP/1.1\r\nHost: b\r\n\r\n")
    #expect(get.end == "head" && get.content.isEmpty)
    let put = told(
      MessageTranslator(requestWithScheme: "http"), "PUT / HTTP/1.1\r\nHost: b\r\nContent-Length: 3\r\n\r\nabc")
    #expect(put.end == "content" && put.content == "abc")
  }

  @Test("interim responses come before the final one, which may go on until the end")
  func responses() {
    let told = told(
      MessageTranslator(responsesTo: "GET"),
      "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nX: 1\r\n\r\nabc", isFinished: true)
    #expect(told.heads == [[":status=103", "link=</a>", "interim"], [":status=200", "x=1"]])
    #expect(told.content == "abc" && told.end == "end")
  }

  @Test("what is no message, or ends too early, is unreadable")
  func unreadable() {
    #expect(told(MessageTranslator(responsesTo: "GET"), "garbage\r\n\r\n").isUnreadable)
    let short = told(
      MessageTranslator(responsesTo: "GET"), "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", isFinished: true)
    #expect(short.isUnreadable && short.content == "abc")
  }
}
