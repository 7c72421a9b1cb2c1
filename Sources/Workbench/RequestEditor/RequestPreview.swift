package import HTTPMessages
package import TextRopes

/// The bytes that the form makes, or why it makes none.
package struct RequestPreview: Sendable, Hashable {
  /// More bytes than that are not looked at while a key is handled: who prepares them does it.
  package static let mostBytesChecked = 64 * 1024

  package var text: TextRope
  /// A sentence, such as an unknown variable's.
  package var problem: String?
  /// Bytes of a file that is sent as well but is too much to show; 0 when `text` is everything.
  package var missingBytes: Int
  /// What is wrong with the bytes, where they are too many to be looked at later.
  package var diagnostics: [Diagnostic] = []
  /// Which bytes are there for a proxy alone, such as its password: they are no part of the request.
  package var proxyFields: Range<Int>?

  package init(_ text: TextRope, missingBytes: Int = 0, proxyFields: Range<Int>? = nil) {
    self.text = text
    self.missingBytes = missingBytes
    self.proxyFields = proxyFields
    if text.count > Self.mostBytesChecked { diagnostics = DraftCheck.diagnostics(of: text.bytes) }
  }

  package init(bytes: [UInt8], missingBytes: Int = 0, proxyFields: Range<Int>? = nil) {
    self.init(TextRope(bytes), missingBytes: missingBytes, proxyFields: proxyFields)
  }

  package init(problem: String) {
    self.text = TextRope()
    self.problem = problem
    self.missingBytes = 0
  }
}
