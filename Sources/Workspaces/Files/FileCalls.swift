import Foundation

/// The system calls that make a save last; tests replace them to fail where a disk could.
package struct FileCalls: Sendable {
  package var write: @Sendable (Int32, UnsafeRawBufferPointer) -> Int
  package var sync: @Sendable (Int32) -> Int32
  package var rename: @Sendable (String, String) -> Int32

  package static let system = FileCalls(
    write: { descriptor, bytes in Foundation.write(descriptor, bytes.baseAddress, bytes.count) },
    sync: { descriptor in fsync(descriptor) },
    rename: { old, new in Foundation.rename(old, new) })
}
