import Glibc
import Recordings

/// The bytes of a file or of standard input, read in pieces.
package struct InputBytes: ~Copyable {
  private let descriptor: Int32
  private let name: String
  private var buffer = [UInt8](repeating: 0, count: 256 << 10)

  /// Opens a file; `-` is standard input.
  package init(_ path: String) throws(InputError) {
    name = path
    guard path != "-" else {
      descriptor = STDIN_FILENO
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputError(path: path, errno: errno) }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Shows the next bytes to `body`; false at the end.
  package mutating func next<E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> Void
  ) throws(InputFailure<E>) -> Bool {
    let descriptor = descriptor
    var count = 0
    repeat {
      count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&wait, 1, -1)
      }
    } while count < 0 && (errno == EINTR || errno == EAGAIN)
    if count < 0 { throw .input(InputError(path: name, errno: errno)) }
    if count == 0 { return false }
    let result: Result<Void, E> = buffer.withUnsafeBytes { bytes in
      do throws(E) {
        return .success(try body(UnsafeRawBufferPointer(rebasing: bytes[..<count])))
      } catch {
        return .failure(error)
      }
    }
    if case .failure(let error) = result { throw .body(error) }
    return true
  }
}

/// Why reading stopped: the input failed, or what was to be done with its bytes.
package enum InputFailure<Body: Error>: Error {
  case input(InputError)
  case body(Body)
}

/// Why an input cannot be read.
package struct InputError: Error, Equatable, Sendable, CustomStringConvertible {
  package let path: String
  package let errno: Int32

  /// One sentence for a person.
  package var description: String {
    let what = path == "-" ? "Standard input" : "The file “\(path)”"
    return "\(what) cannot be read (\(SystemWords.text(for: errno))): name another file, or - for standard input."
  }
}
