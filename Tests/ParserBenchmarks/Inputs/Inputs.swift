import HTTPMessages

/// The inputs that parsers are compared by.
enum Inputs {
  static let all: [Input] = {
    let heads = [
      Input("response", "a response of an API", .response, head: Heads.response, .heads(count: 1)),
      Input("fields", "a response of 40 fields", .response, head: Heads.manyFields, .heads(count: 1)),
      Input("request", "a browser's request", .request, head: Heads.request, .heads(count: 1)),
    ]
    let rows = heads.map {
      Input("\($0.name)-row", "\($0.title), 100 in one call", $0.kind, head: $0.head, .heads(count: 100))
    }
    return heads + rows + [
      chunks("small-chunks", "100,000 chunks of 10 bytes in one call", size: 10, count: 100_000),
      chunks("small-chunks-read", "100,000 chunks of 10 bytes in reads of 64 KiB", size: 10, count: 100_000, 64 << 10),
      chunks("large-chunks", "1,024 chunks of 16 KiB in reads of 64 KiB", size: 16 << 10, count: 1024, 64 << 10),
    ]
  }()

  private static func chunks(_ name: String, _ title: String, size: Int, count: Int, _ readSize: Int = .max) -> Input {
    Input(name, title, .response, head: Heads.chunked, .chunks(size: size, count: count), readSize: readSize)
  }
}
