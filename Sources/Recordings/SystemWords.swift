import Glibc

/// The system's words for its error numbers.
package enum SystemWords {
  /// What `errno` means, as in "No space left on device".
  package static func text(for errno: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    return buffer.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, strerror_r(errno, base, buffer.count) == 0 else { return "error \(errno)" }
      return String(cString: base)
    }
  }
}
