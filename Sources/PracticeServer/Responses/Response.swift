/// What an endpoint answers: a well-formed response to be framed for the connection, or steps that go out as they are.
struct Response {
  struct Field {
    var name: String
    var value: String

    init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  enum Content {
    /// No content and no framing fields, as for 204 and 304.
    case none
    case bytes([UInt8])
    /// Made step by step: with `Content-Length` where the length is known, else chunked, or until the close for HTTP/1.0.
    case steps(Steps, length: Int?)
  }

  /// Interim responses that go out before this one, 1xx, each followed by a pause.
  var interim: [(status: Int, fields: [Field])] = []
  /// Milliseconds to let pass after each interim response and before the final head.
  var delay = 0
  var status: Int
  var fields: [Field]
  var content: Content
  var trailers: [Field] = []
  /// Whether the server closes the connection after it.
  var closes = false
  /// Where set, this goes out and nothing else: no head is made, and the connection ends with the steps.
  var raw: Steps?

  init(_ status: Int = 200, fields: [Field] = [], content: Content = .none) {
    self.status = status
    self.fields = fields
    self.content = content
  }

  /// Steps that go out as they are.
  init(raw: Steps) {
    self.init()
    self.raw = raw
  }

  static func text(_ text: String, status: Int = 200) -> Response {
    Response(
      status, fields: [Field("Content-Type", "text/plain; charset=utf-8")], content: .bytes(Array(text.utf8)))
  }

  static func json(_ value: JSON, status: Int = 200) -> Response {
    Response(status, fields: [Field("Content-Type", "application/json")], content: .bytes(value.bytes))
  }

  /// An error with one sentence that says what to do.
  static func problem(_ status: Int, _ sentence: String) -> Response {
    json(["error": .string(sentence)], status: status)
  }
}
