import Glibc

/// Both ends of a pipe, of which a child gets the writing one.
struct Pipe {
  let reading: Int32
  let writing: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw MeasurementFailure.system("pipe", errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  /// What `child` writes until it ends, and how it ended; the pipe is closed then.
  ///
  /// Before, `attend` gets the reading end.
  func read(
    from child: Child, _ attend: (Int32) throws -> Void = { _ in }
  ) throws -> (text: String, usage: Child.Usage) {
    close(writing)
    defer { close(reading) }
    try attend(reading)
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = Glibc.read(reading, &buffer, buffer.count)
      if count > 0 { text += buffer[..<count] } else if count == 0 || errno != EINTR { break }
    }
    return (String(decoding: text, as: UTF8.self), try child.wait())
  }
}
