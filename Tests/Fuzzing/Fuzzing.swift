import CLibFuzzer
import Foundation

/// Finds streams that the parser does not read as every stream must be read, or with `--contents` contents that the
/// documents do not show as every content must be shown.
///
/// Run it through `.ci/fuzz`. With a command of its own it turns inputs into what is kept and back; with anything else
/// it is libFuzzer, whose options and folders of inputs follow.
@main struct Fuzzing {
  /// libFuzzer ignores the option, and hands it on to the processes that it starts.
  private static let target: any FuzzTarget.Type =
    CommandLine.arguments.contains("--contents") ? Contents.self : Streams.self

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("--") }
    let operands = Array(arguments.dropFirst())
    switch arguments.first {
    case "seed": try writeSeeds(to: operands[0])
    case "keep": try keep(inputsIn: operands[0])
    case "show": print(target.text(of: try bytes(of: operands[0])))
    default: fuzz()
    }
  }

  /// Writes the inputs to begin with into a folder, a file for each.
  private static func writeSeeds(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (index, input) in target.seeds.enumerated() {
      try Data(input).write(to: URL(filePath: "\(folder)/seed-\(index)"))
    }
  }

  private static func keep(inputsIn folder: String) throws {
    let inputs = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .map { try bytes(of: "\(folder)/\($0)") }.filter { $0.count > 1 }.sorted { $0.count < $1.count }
    print("kept \(try target.keep(inputs)) of \(inputs.count) inputs")
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }

  private static func fuzz() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    atexit { Progress.report() }
    _ = LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
      do {
        Progress.count(try Fuzzing.target.hold(UnsafeRawBufferPointer(start: bytes, count: count)))
      } catch {
        fatalError("a property does not hold; \(error)")
      }
      return 0
    }
  }
}
