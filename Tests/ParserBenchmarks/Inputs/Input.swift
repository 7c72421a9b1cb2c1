import HTTPMessages

/// What is read: one head, heads in a row, or a response in chunks.
struct Input: Sendable {
  enum Shape: Sendable {
    /// The head, again and again.
    case heads(count: Int)
    /// After the head chunks of some size, and the last one.
    case chunks(size: Int, count: Int)
  }

  /// What `--only` takes.
  let name: String
  let title: String
  let kind: MessageKind
  let head: [UInt8]
  let shape: Shape
  /// The parser gets at most as many bytes at a time.
  let readSize: Int
  let bytes: [UInt8]

  init(_ name: String, _ title: String, _ kind: MessageKind, head: [UInt8], _ shape: Shape, readSize: Int = .max) {
    self.name = name
    self.title = title
    self.kind = kind
    self.head = head
    self.shape = shape
    switch shape {
    case .heads(let count):
      bytes = Array(repeatElement(head, count: count).joined())
    case .chunks(let size, let count):
      let chunk = Array("\(String(size, radix: 16))\r\n".utf8) + [UInt8](repeating: 0x61, count: size) + [0x0D, 0x0A]
      bytes = head + repeatElement(chunk, count: count).joined() + Array("0\r\n\r\n".utf8)
    }
    self.readSize = min(readSize, bytes.count)
  }

  /// Of what the figures are: heads or chunks.
  var unit: String { isChunked ? "chunk" : "head" }

  /// How many heads or chunks there are.
  var unitCount: Int {
    switch shape {
    case .heads(let count): count
    case .chunks(_, let count): count
    }
  }

  var messageCount: Int { isChunked ? 1 : unitCount }

  var isChunked: Bool {
    if case .chunks = shape { true } else { false }
  }

  /// The same with another count of heads or chunks.
  func resized(to count: Int) -> Input {
    switch shape {
    case .heads: Input(name, title, kind, head: head, .heads(count: count), readSize: readSize)
    case .chunks(let size, _):
      Input(name, title, kind, head: head, .chunks(size: size, count: count), readSize: readSize)
    }
  }
}
