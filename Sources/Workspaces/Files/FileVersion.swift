import Foundation

/// What a file was when it was read or written, so that a change by somebody else is noticed.
package struct FileVersion: Sendable, Hashable {
  package let inode: UInt64
  package let size: Int
  /// Nanoseconds since 1970.
  package let modified: Int64
  /// FNV-1a of the bytes: two versions with the same content are the same, whatever touched the file.
  package let hash: UInt64

  init(_ status: stat, bytes: [UInt8]) {
    inode = UInt64(status.st_ino)
    size = bytes.count
    modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    hash = Self.hash(bytes)
  }

  /// Whether the content is the same.
  package func hasSameContent(as other: FileVersion) -> Bool {
    size == other.size && hash == other.hash
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return hash
    }
  }
}
