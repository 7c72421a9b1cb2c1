import ContentCodings
import Glibc
import Recordings
package import Workspaces

/// The file of a request's body in a content coding, as a file without a name.
///
/// So its length is known before it is sent, while memory holds a piece of it at a time.
package struct CodedBodyFile: Sendable {
  private let file: SpoolFile
  private let length: Int

  /// The request with its file coded, and the coded file, which must live until the request is sent.
  ///
  /// A request without a file to code stays as it is. Reads the whole file, and blocks for that long.
  package static func coding(
    _ request: PreparedRequest, directory: String = SpoolConfiguration.userDirectory
  ) throws(CodedBodyFileError) -> (request: PreparedRequest, file: CodedBodyFile?) {
    guard let (path, coding) = request.codedFile, let format = ContentEncoder.Format(coding) else {
      return (request, nil)
    }
    let coded: CodedBodyFile
    do throws(InputFailure<RecordingError>) {
      coded = try CodedBodyFile(path, format, directory)
    } catch {
      switch error {
      case .input(let error): throw .notRead(reason: error.description)
      case .body(let error): throw .notCoded(path: path, reason: error.description)
      }
    }
    return (request.withCodedFile(at: "/proc/self/fd/\(coded.file.descriptor)", length: coded.length), coded)
  }

  private init(
    _ path: String, _ format: ContentEncoder.Format, _ directory: String
  ) throws(InputFailure<RecordingError>) {
    var input = try Self.input(path)
    let encoder: ContentEncoder
    do {
      file = try SpoolFile(directory: directory)
      encoder = try ContentEncoder(format)
    } catch let error as RecordingError {
      throw .body(error)
    } catch {
      throw .body(.ioFailed(errno: ENOMEM, operation: "making"))
    }
    let file = file
    var length = 0
    func write(_ bytes: UnsafeRawBufferPointer) throws(RecordingError) {
      let (written, failure) = file.write(bytes, at: length)
      length += written
      if let failure { throw failure }
    }
    while try input.next({ bytes throws(RecordingError) in try encoder.encode(bytes, output: write) }) {}
    do throws(RecordingError) {
      try encoder.finish(output: write)
    } catch {
      throw .body(error)
    }
    self.length = length
  }

  private static func input(_ path: String) throws(InputFailure<RecordingError>) -> InputBytes {
    do throws(InputError) {
      // A lone “-” would be standard input.
      return try InputBytes(path.hasPrefix("/") ? path : "./\(path)")
    } catch {
      throw .input(error)
    }
  }
}

/// Why a body's file cannot be coded.
package enum CodedBodyFileError: Error, Equatable, Sendable {
  case notRead(reason: String)
  case notCoded(path: String, reason: String)
}

extension CodedBodyFileError: CustomStringConvertible {
  /// One sentence for a person.
  package var description: String {
    switch self {
    case .notRead(let reason): reason
    case .notCoded(let path, let reason): "The body's file “\(path)” cannot be compressed: \(reason)"
    }
  }
}
