import Foundation

/// Writes a file so that, whatever happens, either the old bytes or the new ones are there whole.
///
/// The bytes go to a new file in the same directory, which is synchronised, then renamed over the old one, and the directory
/// is synchronised. A symbolic link stays and what it leads to is replaced. Mode and, where allowed, owner are kept.
struct AtomicFile {
  enum Collision {
    case replace
    /// An existing file is EEXIST.
    case fail
  }

  let calls: FileCalls

  init(calls: FileCalls = .system) {
    self.calls = calls
  }

  /// `mode` is for a file that does not exist; nil means what the process's mask leaves of 0666.
  func write(
    _ bytes: [UInt8], to path: String, mode: mode_t? = nil, on collision: Collision = .replace
  ) throws(FileProblem) -> FileVersion {
    let path = collision == .replace ? try Self.destination(of: path) : path
    var old = stat()
    let exists = stat(path, &old) == 0
    let directory = Self.directory(of: path)
    let name = path.split(separator: "/").last ?? ""
    let temporary = "\(directory)/.\(name.prefix(100)).\(getpid())-\(UInt32.random(in: 0...UInt32.max)).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, exists ? 0o600 : mode ?? 0o666)
    guard descriptor >= 0 else { throw .current }
    var isOpen = true
    defer { if isOpen { close(descriptor) } }
    do throws(FileProblem) {
      if exists {
        // Another owner can be kept only by root; the file is still the user's work.
        if old.st_uid != geteuid() || old.st_gid != getegid() { _ = fchown(descriptor, old.st_uid, old.st_gid) }
        guard fchmod(descriptor, old.st_mode & 0o7777) == 0 else { throw .current }
      }
      try write(bytes, to: descriptor)
      guard calls.sync(descriptor) == 0 else { throw .current }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw .current }
      isOpen = false
      guard close(descriptor) == 0 else { throw .current }
      try place(temporary, at: path, collision)
      try synchronise(directory)
      return FileVersion(status, bytes: bytes)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) throws(FileProblem) {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { calls.write(descriptor, UnsafeRawBufferPointer(rebasing: $0[start...])) }
      if written > 0 {
        start += written
      } else if written == 0 {
        throw FileProblem(code: EIO)
      } else if errno != EINTR {
        throw .current
      }
    }
  }

  private func place(_ temporary: String, at path: String, _ collision: Collision) throws(FileProblem) {
    if collision == .fail {
      if link(temporary, path) == 0 {
        unlink(temporary)
        return
      }
      // File systems without hard links: the look before is all there is.
      guard errno == EPERM || errno == ENOTSUP || errno == EMLINK else { throw .current }
      if access(path, F_OK) == 0 { throw FileProblem(code: EEXIST) }
    }
    guard calls.rename(temporary, path) == 0 else { throw .current }
  }

  private func synchronise(_ directory: String) throws(FileProblem) {
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .current }
    defer { close(descriptor) }
    // Some file systems cannot synchronise directories and say EINVAL; the rename stands all the same.
    guard calls.sync(descriptor) == 0 || errno == EINVAL else { throw .current }
  }

  /// Where symbolic links lead, also where the last one leads to nothing yet.
  private static func destination(of path: String) throws(FileProblem) -> String {
    var path = path
    for _ in 0..<40 {
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
      var target = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let length = readlink(path, &target, target.count)
      guard length > 0 else { throw .current }
      let text = String(decoding: target[..<length], as: UTF8.self)
      path = text.hasPrefix("/") ? text : "\(directory(of: path))/\(text)"
    }
    throw FileProblem(code: ELOOP)
  }

  static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
