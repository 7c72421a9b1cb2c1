import Foundation
import ParserProperties

/// The inputs to begin with, and those that are kept.
enum Corpus {
  /// Bytes of one file of kept cases; one that is larger is tiresome to read.
  private static let fileSize = 100_000
  /// Bytes of all of them.
  private static let totalSize = 900_000

  static func stream(ofInputAt path: String) throws -> ParseCase {
    try Data(contentsOf: URL(filePath: path)).withUnsafeBytes { FuzzInput.stream(of: $0) }
  }

  /// Writes every case and every kept input into a folder, a file for each.
  static func writeSeeds(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let streams = (CaseFile.all + CaseFile.corpus).flatMap(\.cases)
    for (index, stream) in streams.enumerated() {
      try Data(FuzzInput.input(of: stream)).write(to: URL(filePath: "\(folder)/seed-\(index)"))
    }
  }

  /// Replaces the kept inputs by those in a folder, the shortest first, as many as there is room for.
  static func keep(inputsIn folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let streams = try names.map { try stream(ofInputAt: "\(folder)/\($0)") }
      .filter { !$0.bytes.isEmpty }.sorted { $0.bytes.count < $1.bytes.count }
    let target = "\(CaseFile.tests)/\(CaseFile.corpusFolder)"
    for file in CaseFile.corpus { try FileManager.default.removeItem(atPath: file.path) }
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    var (files, room) = ([[ParseCase]](), (file: 0, total: totalSize))
    for (index, var stream) in streams.enumerated() {
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
    print("kept \(files.joined().count) of \(streams.count) inputs")
  }
}
