import CLibFuzzer
import Foundation
import ParserProperties

/// Finds streams that the parser does not read as every stream must be read.
///
/// Run it through `.ci/fuzz`. With a command of its own it turns inputs into cases and back; with anything else it is
/// libFuzzer, whose options and folders of inputs follow.
@main struct Fuzzing {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let operands = Array(arguments.dropFirst())
    switch arguments.first {
    case "seed": try Corpus.writeSeeds(to: operands[0])
    case "keep": try Corpus.keep(inputsIn: operands[0])
    case "show": try show(operands[0])
    default: fuzz()
    }
  }

  /// Prints an input as a case.
  private static func show(_ path: String) throws {
    print(try Corpus.stream(ofInputAt: path).text)
  }

  private static func fuzz() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    atexit { Progress.report() }
    _ = LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
      let stream = FuzzInput.stream(of: UnsafeRawBufferPointer(start: bytes, count: count))
      do throws(Violation) {
        try ParserProperties.hold(stream)
      } catch {
        fatalError("a property does not hold; \(error)")
      }
      Progress.count(stream.bytes.count)
      return 0
    }
  }
}
