import Glibc
import Recordings

/// The bytes of standard input in a file without a name, so that their length is known before they are sent.
package struct StandardInputFile: ~Copyable {
  private let descriptor: Int32
  /// Under this path the file can be opened while this value lives.
  package var path: String { "/proc/self/fd/\(descriptor)" }

  /// Reads standard input to its end.
  package init(directory: String = SpoolConfiguration.userDirectory) throws(URLRequestFormError) {
    mkdir(directory, 0o700)
    descriptor = open(directory, unnamedFile | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .inputNotRead(reason: "\(SystemWords.text(for: errno)) (\(directory)).") }
    do throws(InputFailure<URLRequestFormError>) {
      var input = try Self.input()
      let descriptor = descriptor
      while try input.next({ bytes throws(URLRequestFormError) in
        var rest = bytes[...]
        while !rest.isEmpty {
          let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
          if count < 0, errno != EINTR {
            throw .inputNotRead(reason: "\(SystemWords.text(for: errno)) (\(directory)).")
          }
          rest = rest.dropFirst(max(0, count))
        }
      }) {}
    } catch {
      switch error {
      case .input(let error): throw .inputNotRead(reason: error.description)
      case .body(let error): throw error
      }
    }
  }

  deinit {
    close(descriptor)
  }

  private static func input() throws(InputFailure<URLRequestFormError>) -> InputBytes {
    do throws(InputError) {
      return try InputBytes("-")
    } catch {
      throw .input(error)
    }
  }
}

/// O_TMPFILE, which Swift does not import: an unnamed file in a directory (Linux 3.11).
private let unnamedFile: Int32 = 0o20000000 | O_DIRECTORY
