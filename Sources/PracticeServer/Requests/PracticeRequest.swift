import HTTP2
import HTTPMessages

/// One request as it was read.
struct PracticeRequest: Sendable {
  struct Field: Sendable, Equatable {
    var name: String
    var value: String
  }

  var method = ""
  var target = RequestTarget("")
  var isHTTP10 = false
  var fields: [Field] = []
  /// The content without its framing, for endpoints that ask for it by ``ContentPolicy/keep(limit:)``.
  var content: [UInt8] = []
  /// Bytes of content, also where they were not kept.
  var contentLength = 0
  /// The message as it came, head and framed content, for endpoints with ``ContentPolicy/keepMessage(limit:)``.
  var bytes: [UInt8] = []
  /// The stream on which the request came; nothing in HTTP/1.
  var stream: StreamID?
  /// What the path's `{…}` segments stand for, in order.
  var captures: [String] = []

  /// The value of the first field of this name.
  func value(of name: String) -> String? {
    fields.first { ASCIICase.equal($0.name, name) }?.value
  }

  /// Whether a field that is a list of tokens holds this one.
  func has(token: String, in name: String) -> Bool {
    fields.contains { field in
      ASCIICase.equal(field.name, name)
        && field.value.utf8.split(separator: UInt8(ascii: ",")).contains {
          ASCIICase.equal(OptionalWhitespace.trimmed(Substring($0)), token)
        }
    }
  }

  /// Whether the sender wants the connection open after the response (RFC 9112 §9.3).
  var wantsKeepAlive: Bool {
    if has(token: "close", in: "Connection") { return false }
    return !isHTTP10 || has(token: "keep-alive", in: "Connection")
  }

  var expectsContinue: Bool {
    !isHTTP10 && has(token: "100-continue", in: "Expect")
  }
}
