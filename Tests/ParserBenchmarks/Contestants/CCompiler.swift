import BenchmarkSupport
import Foundation

/// The system's C compiler, into a temporary folder: nothing of the peers is kept.
struct CCompiler {
  let folder: TemporaryFolder

  /// Compiles a driver and the files it calls as a library, and opens it.
  func parser(
    _ name: String, driver: String, files: [String] = [], headers: [String] = [], flags: [String]
  ) throws -> CompiledParser {
    let base = folder.file(name.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined())
    try driver.write(toFile: "\(base).c", atomically: true, encoding: .utf8)
    let compiler = try Child(
      "cc",
      ["-O3", "-shared", "-fPIC"] + headers.map { "-I\($0)" } + ["\(base).c"] + files + flags + ["-o", "\(base).so"],
      environment: folder.environment, descriptors: [STDERR_FILENO: STDERR_FILENO])
    guard try compiler.wait().status == 0 else { throw MeasurementFailure("\(name) cannot be compiled.") }
    return try CompiledParser(name: name, library: "\(base).so")
  }
}
