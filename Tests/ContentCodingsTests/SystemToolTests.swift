import ContentCodings
import Foundation
import Testing

/// Against the programs of the system, which the README's test command installs.
@Suite("The system's own programs")
struct SystemToolTests {
  static let text = (0..<20_000).flatMap { Array("line \($0) goes to another program and back, \($0 &* 7919)\n".utf8) }

  @Test(
    "what they pack is decoded, and what is encoded they unpack",
    arguments: [
      (ContentEncoder.Format.gzip, "gzip", ["-1", "-9"]),
      (.br, "brotli", ["-1", "-9", "--lgwin=24", "--lgwin=10"]),
      (.zstd, "zstd", ["-1", "-19", "--long=23", "--no-check"]),
    ])
  func roundTrip(format: ContentEncoder.Format, program: String, options: [String]) throws {
    for option in options {
      let coded = try Self.run(program, ["-c", option], Self.text)
      let decoding = Decoding(coded, contentEncoding: format.coding, step: 5000)
      let isSame = decoding.bytes == Self.text
      #expect(isSame, "\(program) \(option)")
      #expect(decoding.error == nil)
    }
    let unpacked = try Self.run(program, ["-d", "-c"], ContentEncoder.encode(Self.text, format))
    let isSame = unpacked == Self.text
    #expect(isSame, "\(program) -d")
  }

  /// What a program writes when it reads these bytes.
  private static func run(_ program: String, _ arguments: [String], _ input: [UInt8]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "barewire-\(UUID().uuidString)")
    try Data(input).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(program) must be installed and end well")
    return Array(bytes)
  }
}
