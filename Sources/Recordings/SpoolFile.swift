import CKernel
import Glibc

/// An unnamed file that holds the part of a log that is not in memory.
///
/// Bytes are written once and never change, so that any number of snapshots read them with `pread` while the
/// writer goes on. The descriptor closes with the last reference, and the file's space is then free again, even
/// after a crash.
package final class SpoolFile: Sendable {
  /// Open for reading and writing as long as this value lives.
  package let descriptor: Int32
  let directory: String

  /// Takes ownership of a descriptor open for reading and writing.
  init(descriptor: Int32, directory: String) {
    self.descriptor = descriptor
    self.directory = directory
  }

  /// Makes a file of mode 0600 without a name in `directory`, which is made with mode 0700 where it is missing.
  package convenience init(directory: String) throws(RecordingError) {
    try Self.makeDirectory(directory)
    let descriptor = barewire_open_unnamed(directory)
    guard descriptor >= 0 else {
      throw Self.isOutOfRoom(-descriptor)
        ? .diskFull(directory: directory) : .directoryUnusable(directory: directory, errno: -descriptor)
    }
    self.init(descriptor: descriptor, directory: directory)
  }

  deinit {
    close(descriptor)
  }

  /// Writes bytes at `offset`; returns how many went in, and why not all of them did.
  package func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> (written: Int, failure: RecordingError?) {
    var written = 0
    while written < bytes.count {
      let count = pwrite(
        descriptor, UnsafeRawBufferPointer(rebasing: bytes[written...]).baseAddress, bytes.count - written,
        off_t(offset + written))
      if count > 0 {
        written += count
      } else if count == 0 {
        return (written, .ioFailed(errno: EIO, operation: "writing"))
      } else if errno != EINTR {
        let failure = errno
        return (
          written,
          Self.isOutOfRoom(failure)
            ? .diskFull(directory: directory) : .ioFailed(errno: failure, operation: "writing")
        )
      }
    }
    return (written, nil)
  }

  /// Takes room on the disk for the bytes of `range`, which will probably be written.
  ///
  /// Writing then costs the file system a quarter less. Where there is no room nothing happens; writing will tell.
  func reserve(_ range: Range<Int>) {
    barewire_reserve(descriptor, off_t(range.lowerBound), off_t(range.count))
  }

  /// Fills `buffer` with the bytes at `offset`, which must have been written.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(RecordingError) {
    var filled = 0
    while filled < buffer.count {
      let count = pread(
        descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).baseAddress, buffer.count - filled,
        off_t(offset + filled))
      if count > 0 {
        filled += count
      } else if count == 0 {
        throw .ioFailed(errno: EIO, operation: "reading")
      } else if errno != EINTR {
        throw .ioFailed(errno: errno, operation: "reading")
      }
    }
  }

  private static func isOutOfRoom(_ errno: Int32) -> Bool {
    errno == ENOSPC || errno == EDQUOT || errno == EFBIG
  }

  /// Makes the directory and its missing parents with mode 0700; one that exists keeps its mode.
  private static func makeDirectory(_ path: String) throws(RecordingError) {
    guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
    let failure = errno
    if failure == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex {
      try makeDirectory(String(path[..<slash]))
      guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
      throw .directoryUnusable(directory: path, errno: errno)
    }
    throw isOutOfRoom(failure)
      ? .diskFull(directory: path) : .directoryUnusable(directory: path, errno: failure)
  }
}
