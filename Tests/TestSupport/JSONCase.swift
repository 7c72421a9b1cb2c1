import Foundation

/// A text that is JSON or is not.
package struct JSONCase: Sendable {
  package enum Verdict: Sendable, Equatable {
    case right
    /// The offset of the first byte that cannot stand there, or of the end where something is missing; nil where the
    /// case does not say it.
    case wrong(at: Int?)
    /// Readers differ.
    case either
  }

  package var name: String
  package var bytes: [UInt8]
  package var verdict: Verdict

  /// The cases in `Tests/JSONTextTests/Cases/texts.txt`, and those of a folder that the variable `JSON_SUITE` names:
  /// files whose names begin with `y_` where a text is right, `n_` where it is wrong and `i_` where readers differ.
  package static func all() -> [JSONCase] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "JSONTextTests/Cases/texts.txt")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.compactMap(JSONCase.init(line:)) + suite()
  }

  /// A line: `right`, `either` or an offset, a blank, and the text, in which `%` and two digits are a byte; none of `#`.
  private init?(line: Substring) {
    guard !line.hasPrefix("#"), let blank = line.firstIndex(of: " ") else { return nil }
    name = String(line)
    switch line[..<blank] {
    case "right": verdict = .right
    case "either": verdict = .either
    default: verdict = .wrong(at: Int(line[..<blank]))
    }
    bytes = []
    var text = line[line.index(after: blank)...].utf8
    while let byte = text.popFirst() {
      if byte == UInt8(ascii: "%"), let digits = String(text.prefix(2)), let escaped = UInt8(digits, radix: 16) {
        bytes.append(escaped)
        text = text.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
  }

  private init?(file: String, in folder: String) {
    guard let content = FileManager.default.contents(atPath: folder + "/" + file) else { return nil }
    name = file
    bytes = Array(content)
    switch file.prefix(2) {
    case "y_": verdict = .right
    case "n_": verdict = .wrong(at: nil)
    case "i_": verdict = .either
    default: return nil
    }
  }

  private static func suite() -> [JSONCase] {
    guard let folder = ProcessInfo.processInfo.environment["JSON_SUITE"] else { return [] }
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
    return files.compactMap { JSONCase(file: $0, in: folder) }
  }
}
