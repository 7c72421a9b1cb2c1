import Synchronization

/// How much was read.
enum Progress {
  private static let inputs = Atomic(0)
  private static let bytes = Atomic(0)

  static func count(_ byteCount: Int) {
    inputs.wrappingAdd(1, ordering: .relaxed)
    bytes.wrappingAdd(byteCount, ordering: .relaxed)
  }

  /// A line that `.ci/fuzz` adds up.
  static func report() {
    print("read \(inputs.load(ordering: .relaxed)) inputs, \(bytes.load(ordering: .relaxed)) bytes")
  }
}
