import Glibc
import TerminalText

/// Where a command's bytes go: exact into a pipe or a file, harmless onto a terminal.
///
/// Writing waits until the reader has taken the bytes. What is small is gathered until `flush`.
package struct Output: ~Copyable {
  private static let gathering = 64 << 10

  /// Whether what is written is made harmless on its way.
  package let isTerminal: Bool
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private var filter = TerminalFilterStream()
  private var gathered: [UInt8] = []
  /// Whether the last byte was the end of a line.
  private var isAtLineStart = true

  /// An output that somebody else closes; nil asks the system whether it is a terminal.
  package init(descriptor: Int32, isTerminal: Bool? = nil, ownsDescriptor: Bool = false) {
    self.descriptor = descriptor
    self.isTerminal = isTerminal ?? (isatty(descriptor) == 1)
    self.ownsDescriptor = ownsDescriptor
  }

  /// The program's standard output; a pipe that nobody reads is an error from now on, not a signal.
  package static func standard() -> Output {
    signal(SIGPIPE, SIG_IGN)
    return Output(descriptor: STDOUT_FILENO)
  }

  /// A file, made when it does not exist; what is in it stays until `truncate`.
  package static func file(_ path: String) throws(OutputError) -> Output {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .notOpened(path: path, errno: errno) }
    return Output(descriptor: descriptor, ownsDescriptor: true)
  }

  deinit {
    if ownsDescriptor { close(descriptor) }
  }

  /// Columns of the terminal; 80 for any other output.
  package var columns: Int {
    var size = winsize()
    guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Drops what a file held before; nothing where the output is none.
  package func truncate() {
    if ownsDescriptor { _ = ftruncate(descriptor, 0) }
  }

  package mutating func write(_ text: String) throws(OutputError) {
    try write(Array(text.utf8))
  }

  package mutating func write(_ bytes: [UInt8]) throws(OutputError) {
    let result: Result<Void, OutputError> = bytes.withUnsafeBytes { bytes in
      do throws(OutputError) {
        return .success(try write(bytes))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    guard !bytes.isEmpty else { return }
    if isTerminal {
      filter.filter(bytes, into: &gathered)
      isAtLineStart = gathered.last.map { $0 == 0x0A } ?? isAtLineStart
    } else if bytes.count >= Self.gathering {
      try flush()
      return try send(bytes)
    } else {
      gathered.append(contentsOf: bytes)
    }
    if gathered.count >= Self.gathering { try flush() }
  }

  /// Writes bytes in which nothing acts on a terminal but colours, as they are.
  package mutating func write(harmless bytes: [UInt8]) throws(OutputError) {
    guard let last = bytes.last else { return }
    if isTerminal { isAtLineStart = last == 0x0A }
    gathered.append(contentsOf: bytes)
    if gathered.count >= Self.gathering { try flush() }
  }

  /// Hands over what was gathered.
  package mutating func flush() throws(OutputError) {
    guard !gathered.isEmpty else { return }
    let bytes = gathered
    gathered.removeAll(keepingCapacity: true)
    let result: Result<Void, OutputError> = bytes.withUnsafeBytes { bytes in
      do throws(OutputError) {
        return .success(try send(bytes))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  /// Ends the output; on a terminal the next prompt begins on a line of its own.
  package mutating func finish() throws(OutputError) {
    if isTerminal {
      filter.finish(into: &gathered)
      if let last = gathered.last { isAtLineStart = last == 0x0A }
      if !isAtLineStart { gathered.append(0x0A) }
      isAtLineStart = true
    }
    try flush()
  }

  private func send(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&wait, 1, -1)
      } else if errno == EPIPE {
        throw .closed
      } else if errno != EINTR {
        throw .notWritten(errno: errno)
      }
    }
  }
}
