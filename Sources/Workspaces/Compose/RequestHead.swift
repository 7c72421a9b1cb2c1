/// The bytes of a request's head as they are written.
struct RequestHead {
  private(set) var bytes: [UInt8] = []

  mutating func line(_ method: String, _ target: String, _ version: RequestOptions.HTTPVersion) {
    bytes += Array("\(method) \(target) HTTP/\(version.rawValue)\r\n".utf8)
  }

  mutating func field(_ name: String, _ value: String) {
    bytes += Array("\(name): \(value)\r\n".utf8)
  }

  mutating func end() {
    bytes += [0x0D, 0x0A]
  }
}
