import Foundation

/// Reads whole files.
enum FileBytes {
  /// A regular file's bytes and its version; anything else (a directory, a pipe) is EINVAL.
  static func read(_ path: String) throws(FileProblem) -> (bytes: [UInt8], version: FileVersion, mode: mode_t) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .current }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .current }
    if status.st_mode & S_IFMT == S_IFDIR { throw FileProblem(code: EISDIR) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileProblem(code: EINVAL) }
    var bytes: [UInt8] = []
    var problem: FileProblem?
    // One more than its size, so that the end is seen at once; a file that grows meanwhile is read on.
    var capacity = Int(status.st_size) + 1
    while problem == nil {
      let piece = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        while count < buffer.count {
          let got = Foundation.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
          if got > 0 {
            count += got
          } else if got == 0 {
            break
          } else if errno != EINTR {
            problem = .current
            break
          }
        }
      }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      if piece.count < capacity { break }
      capacity = 1 << 16
    }
    if let problem { throw problem }
    return (bytes, FileVersion(status, bytes: bytes), status.st_mode & 0o7777)
  }
}
