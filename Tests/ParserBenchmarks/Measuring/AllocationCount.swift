import BenchmarkSupport
import CCounters

/// Counts calls of malloc, calloc, realloc and their kin.
enum AllocationCount {
  /// Calls for one head or chunk, once the parser is warm; nil where they cannot be counted.
  static func perUnit(_ input: Input, _ reading: any Reading) -> Double? {
    let passes = max(1, 100 / input.unitCount)
    reading.prepare(passes: passes)
    _ = reading.read(passes: passes)
    reading.prepare(passes: passes)
    let before = barewire_allocations()
    _ = reading.read(passes: passes)
    let after = barewire_allocations()
    return before < 0 ? nil : Double(after - before) / Double(passes * input.unitCount)
  }

  /// Makes arrays and says how many were counted: a counter that counts nothing shows itself here.
  static func control() -> String {
    let made = 1000
    let before = barewire_allocations()
    if before < 0 { return "allocations: not counted on this system" }
    for index in 0..<made {
      let array = [Int](repeating: index, count: 100 + index)
      Calibration.keep(array.withUnsafeBufferPointer { UInt64(UInt(bitPattern: $0.baseAddress)) })
    }
    let counted = barewire_allocations() - before
    precondition(counted >= made, "allocations are not counted")
    return "allocations: \(counted) counted where \(made) arrays were made"
  }
}
