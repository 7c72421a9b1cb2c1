import Glibc

/// A system call that failed under a test, and why.
package struct SystemFailure: Error, CustomStringConvertible {
  /// What was tried, as in "open /proc/self/status".
  package let operation: String
  /// The error number.
  package let code: Int32

  /// A failure of `operation`; the number is the last call's unless another one is given.
  package init(_ operation: String, code: Int32 = errno) {
    self.operation = operation
    self.code = code
  }

  package var description: String { "\(operation): error \(code)" }
}
