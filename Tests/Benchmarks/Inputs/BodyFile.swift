import BenchmarkSupport
import Glibc

/// A file with a body of some shape and size.
struct BodyFile {
  let shape: BodyShape
  let path: String
  /// Bytes of the file: the wanted size, or less by a part of a record.
  let size: Int

  /// The digits of a number that stands in each record.
  private static let firstNumber = 100_000_000

  /// Writes the file as whole records, each with its own number.
  init(_ shape: BodyShape, size: Int, at path: String) throws {
    self.shape = shape
    self.path = path
    let descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw MeasurementFailure.system("open", errno) }
    defer { close(descriptor) }

    let separator = Array(shape.separator.utf8)
    let (start, end) = (Array(shape.frame.start.utf8), Array(shape.frame.end.utf8))
    let length = shape.record(Self.firstNumber).count + separator.count
    let count = (size - start.count - end.count + separator.count) / length
    var block = start
    for number in 0..<count {
      block += shape.record(Self.firstNumber + number)
      block += number < count - 1 ? separator : end
      if block.count >= 1 << 20 || number == count - 1 {
        try Self.write(block, to: descriptor)
        block.removeAll(keepingCapacity: true)
      }
    }
    self.size = start.count + count * length - separator.count + end.count
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw MeasurementFailure.system("write", errno) }
      rest = rest.dropFirst(count)
    }
  }
}
