import HTTPMessages

/// A stream as the fuzzer changes it: a byte that says how it is read, then its bytes.
package enum FuzzInput {
  /// Methods of the requests that responses answer.
  private static let methods = [
    [], ["GET"], ["HEAD"], ["CONNECT"], ["HEAD", "GET"], ["GET", "HEAD"], ["GET", "CONNECT"], ["GET", "HEAD", "GET"],
  ]

  /// Limits that short streams reach.
  private static let limits = [
    "lineLength": 40, "headLength": 80, "fieldCount": 3, "chunkLineLength": 12, "chunkExtensionTotal": 8,
    "trailerLength": 20,
  ]

  /// The stream that an input says: the lowest bit its kind, the next whether limits are low, three for the methods.
  package static func stream(of input: UnsafeRawBufferPointer) -> ParseCase {
    let first = input.first ?? 0
    var stream = ParseCase(name: "found", kind: first & 1 == 0 ? .request : .response, bytes: Array(input.dropFirst()))
    if first & 2 != 0 { stream.limits = limits }
    if stream.kind == .response { stream.methods = methods[Int(first >> 2) & 7] }
    return stream
  }

  /// The input that says a stream; methods and limits that no input can say are left out, or the ones here.
  package static func input(of stream: ParseCase) -> [UInt8] {
    let first = UInt8(methods.firstIndex(of: stream.methods) ?? 0) << 2
    return [first | (stream.limits.isEmpty ? 0 : 2) | (stream.kind == .request ? 0 : 1)] + stream.bytes
  }
}
