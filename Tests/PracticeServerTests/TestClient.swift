import Glibc

/// A plain blocking socket, so that the server is tested by nothing of its own.
final class TestClient {
  struct Failure: Error {
    let operation: String
    let code: Int32
  }

  private let socket: Int32

  init(port: Int) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var timeout = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      let code = errno
      Glibc.close(socket)
      throw Failure(operation: "connect", code: code)
    }
  }

  deinit {
    Glibc.close(socket)
  }

  func send(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Failure(operation: "send", code: errno) }
      sent += count
    }
  }

  func send(_ text: String) throws {
    try send(Array(text.utf8))
  }

  func closeSending() {
    shutdown(socket, Int32(SHUT_WR))
  }

  /// The next bytes, empty at the end of the stream.
  func receive(atMost limit: Int = 1 << 16) throws -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      let received = recv(socket, buffer.baseAddress, limit, 0)
      if received < 0 { failure = errno }
      count = max(0, received)
    }
    guard failure == 0 else { throw Failure(operation: "receive", code: failure) }
    return bytes
  }

  func receiveToEnd() throws -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let bytes = try receive()
      if bytes.isEmpty { return all }
      all += bytes
    }
  }

  /// Reads until this many bytes are there.
  func receive(exactly count: Int) throws -> [UInt8] {
    var all: [UInt8] = []
    while all.count < count {
      let bytes = try receive(atMost: count - all.count)
      guard !bytes.isEmpty else { throw Failure(operation: "receive enough", code: 0) }
      all += bytes
    }
    return all
  }

  /// Reads a response's head with its blank line.
  func receiveHead() throws -> String {
    var head: [UInt8] = []
    while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      let byte = try receive(exactly: 1)
      head += byte
    }
    return String(decoding: head, as: UTF8.self)
  }

  /// Reads a response with Content-Length or chunked content, decoded.
  func receiveResponse() throws -> TestResponse {
    let head = try receiveHead()
    var response = TestResponse(head: head)
    if let length = response["content-length"].flatMap({ Int($0) }) {
      response.content = try receive(exactly: length)
    } else if response["transfer-encoding"] == "chunked" {
      while true {
        let line = try receiveLine()
        let size = Int(line.prefix { $0 != ";" }, radix: 16) ?? 0
        if size == 0 { break }
        response.content += try receive(exactly: size)
        _ = try receiveLine()
      }
      while true {
        let line = try receiveLine()
        if line.isEmpty { break }
        response.trailers.append(line)
      }
    }
    return response
  }

  private func receiveLine() throws -> String {
    var line: [UInt8] = []
    while !line.suffix(2).elementsEqual("\r\n".utf8) { line += try receive(exactly: 1) }
    return String(decoding: line.dropLast(2), as: UTF8.self)
  }
}

/// A response as the test client read it.
struct TestResponse {
  let head: String
  var content: [UInt8] = []
  var trailers: [String] = []

  var text: String { String(decoding: content, as: UTF8.self) }

  var status: Int {
    Int(head.split(separator: " ")[1]) ?? 0
  }

  /// The value of the first field of this name, in lower case.
  subscript(name: String) -> String? {
    for line in head.split(separator: "\r\n").dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts[0].lowercased() == name { return String(parts[1].drop { $0 == " " }) }
    }
    return nil
  }
}
