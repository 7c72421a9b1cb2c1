import Foundation

/// What a file was when it was read or written, so that a change by somebody else is noticed.
package struct FileVersion: Sendable, Hashable {
  package let inode: UInt64
  package let size: Int
  /// Nanoseconds since 1970.
  package let modified: Int64
  /// Of the bytes: two versions with the same content are the same, whatever touched the file.
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

  /// Eight bytes at a step, so that the size of a file hardly matters; a hash is never kept beyond the process.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      func mix(_ word: UInt64) {
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
      }
      var index = 0
      while index + 8 <= bytes.count {
        mix(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += 8
      }
      for byte in bytes[index...] { mix(UInt64(byte)) }
      return hash
    }
  }
}
