import BenchmarkSupport
import Glibc
import HTTPMessages

/// A parser in C, which was compiled together with the loop that calls it.
struct CompiledParser: Contestant {
  /// `barewire_read` of `DriverSource`: bytes, their count, size of a read, passes, whether they are requests, whether
  /// they are chunked; returns how many messages were complete, negative for what it cannot read.
  typealias Read = @convention(c) (UnsafeRawPointer, Int, Int, Int, Int32, Int32) -> Int

  let name: String
  private let function: Read

  /// Opens the library.
  init(name: String, library: String) throws {
    self.name = name
    guard let handle = dlopen(library, RTLD_NOW | RTLD_LOCAL), let symbol = dlsym(handle, DriverSource.symbol) else {
      throw MeasurementFailure(
        "\(name) cannot be loaded: \(dlerror().map { String(cString: $0) } ?? "no reason told").")
    }
    function = unsafeBitCast(symbol, to: Read.self)
  }

  func reading(_ input: Input) throws -> (any Reading)? {
    let reading = CompiledReading(input, function)
    let complete = reading.read(passes: 1)
    if complete < 0 { return nil }
    guard complete == input.messageCount else {
      throw MeasurementFailure("\(input.name): \(name) read \(complete) of \(input.messageCount) messages.")
    }
    return reading
  }
}

private final class CompiledReading: Reading {
  private let input: Input
  private let function: CompiledParser.Read

  init(_ input: Input, _ function: @escaping CompiledParser.Read) {
    self.input = input
    self.function = function
  }

  func read(passes: Int) -> Int {
    input.bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      return function(
        base, bytes.count, input.readSize, passes, input.kind == .request ? 1 : 0, input.isChunked ? 1 : 0)
    }
  }
}
