/// The bytes that the form makes, or why it makes none.
package struct RequestPreview: Sendable, Hashable {
  package var bytes: [UInt8]
  /// A sentence, such as an unknown variable's.
  package var problem: String?
  /// Bytes of a file that is sent as well but is too much to show; 0 when `bytes` is everything.
  package var missingBytes: Int

  package init(bytes: [UInt8], missingBytes: Int = 0) {
    self.bytes = bytes
    self.missingBytes = missingBytes
  }

  package init(problem: String) {
    self.bytes = []
    self.problem = problem
    self.missingBytes = 0
  }
}
