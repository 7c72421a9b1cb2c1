import Foundation

/// Reads whole files.
package enum FileBytes {
  /// A regular file's bytes; EFBIG where there are more than `limit` of them, or why it cannot be read.
  package static func bytes(of path: String, atMost limit: Int) throws(FileProblem) -> [UInt8] {
    try read(path, atMost: limit).bytes
  }

  /// A regular file's bytes and its version; a directory is EISDIR, anything else (a pipe) EINVAL.
  static func read(
    _ path: String, atMost limit: Int = .max
  ) throws(FileProblem) -> (bytes: [UInt8], version: FileVersion, mode: mode_t) {
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .current }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .current }
    if status.st_mode & S_IFMT == S_IFDIR { throw FileProblem(code: EISDIR) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileProblem(code: EINVAL) }
    guard status.st_size <= limit else { throw FileProblem(code: EFBIG) }
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
