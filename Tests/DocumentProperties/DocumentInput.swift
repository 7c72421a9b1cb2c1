@testable import Documents

/// An input as the fuzzer changes it: three bytes that say what it is and how it is read, then the content.
package struct DocumentInput {
  package enum Kind: UInt8, CaseIterable {
    case json, markup, text, form, field, bytes, expression, query, code, multipart
  }

  package var kind: Kind
  /// Chooses the language's form, its encoding, the width of a row.
  var choice: UInt8
  /// Chooses what is folded.
  var folding: UInt8
  package var content: [UInt8]

  init(_ kind: Kind, choice: UInt8 = 0, folding: UInt8 = 0, _ content: [UInt8]) {
    self.kind = kind
    self.choice = choice
    self.folding = folding
    self.content = content
  }

  package init(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    kind = Kind.allCases[Int(bytes.first ?? 0) % Kind.allCases.count]
    choice = bytes.dropFirst().first ?? 0
    folding = bytes.dropFirst(2).first ?? 0
    content = Array(bytes.dropFirst(3))
  }

  package var bytes: [UInt8] { [kind.rawValue, choice, folding] + content }

  /// How many columns a row has; 0 for no limit, as half of the inputs say.
  var columns: Int { [0, 0, 0, 0, 1, 5, 20, 80][Int(choice >> 2) & 7] }

  /// Containers inside of so many others are folded; none in a quarter of the inputs.
  var folds: Folds { Folds(depth: Int(folding & 3) - 1) }

  var encoding: TextEncoding {
    [.utf8, .windows1252, .utf16LittleEndian, .utf16BigEndian][Int(choice & 3)]
  }

  var jsonForm: JSONRows.Form { [.text, .lines, .sequence, .text][Int(choice & 3)] }

  var multipart: Multipart? {
    let kind = ["form-data", "byteranges", "mixed", "related"][Int(choice & 3)]
    return Multipart(MediaType("multipart/\(kind); boundary=a"))
  }

  /// The content up to its first line end, and what follows.
  var line: (first: [UInt8], rest: [UInt8]) {
    let end = content.firstIndex(of: 0x0A) ?? content.count
    return (Array(content[..<end]), Array(content[min(content.count, end + 1)...]))
  }
}

extension Folds {
  fileprivate init(depth: Int) { self.init(depth: depth < 0 ? Int?.none : depth) }
}
