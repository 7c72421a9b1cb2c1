import FieldValues
import Foundation
import Testing

/// A field with its expected reading, as it stands in the files of `Readings`.
///
/// The first line is the field (`>` before it: in a request), the value behind the bar with `\xNN` for a byte; then the
/// meaning, the parts with their ranges, and the findings.
struct ReadingCase: Sendable, CustomTestStringConvertible {
  /// Mon, 23 Nov 2026 10:14:12 GMT.
  static let now = 1_795_428_852

  let file: String
  let line: Int
  let field: String
  let expected: String

  var testDescription: String { "\(file):\(line) \(field)" }

  var isInRequest: Bool { field.hasPrefix(">") }

  var name: String { String(field.drop { $0 == ">" }.prefix { $0 != "|" }) }

  var value: [UInt8] {
    let text = field.utf8.drop { $0 != UInt8(ascii: "|") }.dropFirst()
    var bytes: [UInt8] = []
    var rest = text[...]
    while let byte = rest.first {
      if rest.starts(with: "\\x".utf8),
        let value = UInt8(String(decoding: rest.dropFirst(2).prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(4)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return bytes
  }

  /// The reading as the files have it.
  var actual: String {
    guard let reading = FieldReading(name: name.utf8, value: value, inRequest: isInRequest, now: Self.now) else {
      return "  not read\n"
    }
    var text = "  = \(reading.meaning)\n"
    for part in reading.parts {
      text += String(repeating: "  ", count: part.depth + 1)
      text += "\(part.label) [\(part.range.lowerBound)-\(part.range.upperBound)]"
      text += part.text.isEmpty ? "" : " \(part.text)"
      text += part.meaning.map { " -- \($0)" } ?? ""
      text += "\n"
    }
    for finding in reading.findings {
      let range = "[\(finding.range.lowerBound)-\(finding.range.upperBound)]"
      text += "  ! \(finding.severity.name) \(range) \(finding.rule): \(finding.message)\n"
    }
    return Self.printable(text)
  }

  /// Controls as `\xNN`, line ends left.
  private static func printable(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar.value >= 0x20 && scalar.value != 0x7F {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      }
    }
    return result
  }

  /// All cases of all files.
  static let all: [ReadingCase] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Readings")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.sorted().filter { $0.hasSuffix(".readings") }.flatMap { file in
      cases(in: (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? "", of: file)
    }
  }()

  private static func cases(in text: String, of file: String) -> [ReadingCase] {
    var cases: [ReadingCase] = []
    var field: (text: String, line: Int)?
    var expected = ""
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("  ") {
        expected += line + "\n"
        continue
      }
      if let field { cases.append(ReadingCase(file: file, line: field.line, field: field.text, expected: expected)) }
      field = line.isEmpty || line.hasPrefix("#") ? nil : (String(line), number + 1)
      expected = ""
    }
    return cases
  }
}
