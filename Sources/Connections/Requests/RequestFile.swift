import Exchanges
import Glibc
import NIOCore
import NIOPosix

/// A file that is a part of a request's bytes: read in pieces on a thread of its own, never as a whole.
final class RequestFile: Sendable {
  private let descriptor: Int32
  private let path: String

  /// Opens the file off the event loop.
  static func open(_ path: String) async throws(ExchangeFailure) -> RequestFile {
    try await blocking(path) { () throws(ExchangeFailure) in try RequestFile(path) }
  }

  private init(_ path: String) throws(ExchangeFailure) {
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.failure(path, SystemError.words(for: errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Self.failure(path, "it is not a regular file")
    }
    self.descriptor = descriptor
    self.path = path
  }

  deinit {
    close(descriptor)
  }

  /// Reads exactly `range`, off the event loop.
  func read(_ range: Range<Int>) async throws(ExchangeFailure) -> ByteBuffer {
    try await Self.blocking(path) { () throws(ExchangeFailure) in try self.readNow(range) }
  }

  private func readNow(_ range: Range<Int>) throws(ExchangeFailure) -> ByteBuffer {
    var buffer = ByteBuffer()
    var failure: ExchangeFailure?
    buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: range.count) { space in
      var filled = 0
      while filled < range.count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: space[filled..<range.count])
        let count = pread(descriptor, rest.baseAddress, rest.count, off_t(range.lowerBound + filled))
        if count > 0 {
          filled += count
        } else if count == 0 {
          failure = Self.failure(path, "it became shorter while it was sent")
          break
        } else if errno != EINTR {
          failure = Self.failure(path, SystemError.words(for: errno))
          break
        }
      }
      return filled
    }
    if let failure { throw failure }
    return buffer
  }

  private static func failure(_ path: String, _ reason: String) -> ExchangeFailure {
    .request("The file \(path) could not be sent: \(reason). Check the path in the request's body.")
  }

  private static func blocking<T: Sendable>(
    _ path: String, _ body: @escaping @Sendable () throws(ExchangeFailure) -> T
  ) async throws(ExchangeFailure) -> T {
    do {
      return try await NIOThreadPool.singleton.runIfActive(body)
    } catch let error as ExchangeFailure {
      throw error
    } catch {
      throw failure(path, "the exchange was ended")
    }
  }
}
