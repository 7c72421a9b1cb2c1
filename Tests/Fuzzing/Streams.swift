import Foundation
import ParserProperties

/// Streams of messages, which the parser reads.
enum Streams: FuzzTarget {
  /// Bytes of one file of kept cases; one that is larger is tiresome to read.
  private static let fileSize = 100_000
  /// Bytes of all of them.
  private static let totalSize = 900_000

  static var seeds: [[UInt8]] { (CaseFile.all + CaseFile.corpus).flatMap(\.cases).map(FuzzInput.input) }

  static func hold(_ input: UnsafeRawBufferPointer) throws -> Int {
    let stream = FuzzInput.stream(of: input)
    try ParserProperties.hold(stream)
    return stream.bytes.count
  }

  static func text(of input: [UInt8]) -> String { stream(of: input).text }

  static func keep(_ inputs: [[UInt8]]) throws -> Int {
    let target = "\(CaseFile.tests)/\(CaseFile.corpusFolder)"
    for file in CaseFile.corpus { try FileManager.default.removeItem(atPath: file.path) }
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    var (files, room) = ([[ParseCase]](), (file: 0, total: totalSize))
    for (index, input) in inputs.enumerated() {
      var stream = stream(of: input)
      stream.name = "\(index + 1)"
      let size = stream.text.utf8.count + 1
      room.total -= size
      guard room.total >= 0 else { break }
      if room.file < size {
        files.append([])
        room.file = fileSize
      }
      room.file -= size
      files[files.count - 1].append(stream)
    }
    for (index, cases) in files.enumerated() {
      let file = CaseFile(path: "\(target)/\(index + 1).case", cases: cases)
      try file.text.write(toFile: file.path, atomically: true, encoding: .utf8)
    }
    return files.joined().count
  }

  private static func stream(of input: [UInt8]) -> ParseCase {
    input.withUnsafeBytes { FuzzInput.stream(of: $0) }
  }
}
