import Glibc

/// A file that takes its name when all of it is written, and never before.
struct SavedFile: ~Copyable {
  private let path: String
  private let unfinished: String
  private let descriptor: Int32
  private let replacing: Bool
  private var isFinished = false

  init(path: String, replacing: Bool) throws(DocumentError) {
    self.path = path
    self.replacing = replacing
    var status = stat()
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw .file(path: path, errno: EISDIR) }
      if !replacing { throw .fileExists(path: path) }
    }
    var template = Array((path + ".barewire-XXXXXX").utf8CString)
    let descriptor = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else { throw .file(path: path, errno: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    self.descriptor = descriptor
    unfinished = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    close(descriptor)
    if !isFinished { unlink(unfinished) }
  }

  mutating func write(_ bytes: [UInt8]) throws(DocumentError) {
    try bytes.span.bytes.withUnsafeBytes { bytes throws(DocumentError) in
      var written = 0
      while written < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count > 0 {
          written += count
        } else if count == 0 || errno != EINTR {
          throw .file(path: path, errno: count == 0 ? ENOSPC : errno)
        }
      }
    }
  }

  /// Gives the file its name, and a mode: nil for that of the file before, or of any new one.
  mutating func finish(mode: mode_t?) throws(DocumentError) {
    fchmod(descriptor, mode ?? usualMode)
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .file(path: path, errno: errno) }
    if replacing {
      guard rename(unfinished, path) == 0 else { throw .file(path: path, errno: errno) }
    } else {
      // `link` does not replace a file that has come in the meantime.
      guard link(unfinished, path) == 0 else {
        if errno == EEXIST { throw .fileExists(path: path) }
        guard errno == EPERM || errno == EOPNOTSUPP, rename(unfinished, path) == 0 else {
          throw .file(path: path, errno: errno)
        }
        isFinished = true
        return
      }
      unlink(unfinished)
    }
    isFinished = true
  }

  /// The mode that any other program would give it.
  private var usualMode: mode_t {
    let mask = umask(0o077)
    umask(mask)
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o666 & ~mask
  }
}
