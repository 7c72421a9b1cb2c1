import Glibc
import Recordings

/// The bytes of standard input in a file without a name, so that their length is known before they are sent.
package struct StandardInputFile: ~Copyable {
  private let file: SpoolFile
  /// Under this path the file can be opened while this value lives.
  package var path: String { "/proc/self/fd/\(file.descriptor)" }

  /// Reads standard input to its end.
  package init(directory: String = SpoolConfiguration.userDirectory) throws(URLRequestFormError) {
    do throws(InputFailure<RecordingError>) {
      file = try Self.filled(in: directory)
    } catch {
      switch error {
      case .input(let error): throw .inputNotRead(reason: error.description)
      case .body(let error): throw .inputNotRead(reason: "\(Self.words(for: error)) (\(directory)).")
      }
    }
  }

  private static func filled(in directory: String) throws(InputFailure<RecordingError>) -> SpoolFile {
    let file = try empty(in: directory)
    var input = try input()
    var length = 0
    while try input.next({ bytes throws(RecordingError) in
      let (written, failure) = file.write(bytes, at: length)
      length += written
      if let failure { throw failure }
    }) {}
    return file
  }

  private static func empty(in directory: String) throws(InputFailure<RecordingError>) -> SpoolFile {
    do throws(RecordingError) {
      return try SpoolFile(directory: directory)
    } catch {
      throw .body(error)
    }
  }

  private static func input() throws(InputFailure<RecordingError>) -> InputBytes {
    do throws(InputError) {
      return try InputBytes("-")
    } catch {
      throw .input(error)
    }
  }

  /// The reason alone: the error's own sentence is about recordings.
  private static func words(for error: RecordingError) -> String {
    switch error {
    case .diskFull: SystemWords.text(for: ENOSPC)
    case .directoryUnusable(_, let errno), .ioFailed(let errno, _): SystemWords.text(for: errno)
    }
  }
}
