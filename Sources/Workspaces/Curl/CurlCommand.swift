/// Requests as curl command lines.
package enum CurlCommand {
  /// Whether a text is meant as a curl command: it begins with the word curl.
  package static func isCommand(_ text: String) -> Bool {
    let start = text.drop { $0.isWhitespace || $0 == "$" }
    guard start.hasPrefix("curl") else { return false }
    let after = start.dropFirst(4)
    return after.first?.isWhitespace == true || after.hasPrefix("\\") || after.hasPrefix(".exe ")
  }

  /// The request that a pasted command line would send; nothing is carried out and no file is read.
  ///
  /// What could not be taken over stands in the request's note. Data that is form fields becomes form fields.
  package static func parse(_ text: String) throws(CurlError) -> SavedRequest {
    guard isCommand(text) else { throw .notCurl }
    let start = text.drop { $0.isWhitespace || $0 == "$" }
    return try CurlReader.request(Array(try ShellWords.split(String(start)).dropFirst()))
  }

  /// A command line, and what it leaves out.
  package struct Text: Sendable, Hashable {
    package var command: String
    /// What the request asks for and the command cannot say, in words such as "the accepted certificates".
    package var omissions: [String]

    /// What the command leaves out as a sentence; nil where that is nothing.
    package var remark: String? {
      omissions.isEmpty ? nil : "The command leaves out \(omissions.joined(separator: "; "))."
    }
  }

  /// A command line that sends what `request` sends, quoted for any POSIX shell so that no part of it is carried out.
  ///
  /// Bytes that curl cannot be told to send go through `printf` into `nc`, or into `openssl s_client` for https.
  package static func command(for request: PreparedRequest) -> Text {
    CurlWriter.command(for: request)
  }
}
