import CCounters

/// Counts instructions, which repeat where times do not: the processor stops after each (see `CCounters`).
///
/// The difference of two counts, so that what surrounds the reading is not in it.
enum InstructionCount {
  /// Instructions for one byte of the input; nil where they cannot be counted.
  static func perByte(_ input: Input, _ contestant: any Contestant) throws -> Double? {
    if input.unitCount == 1 {
      guard let reading = try contestant.reading(input), let one = count(reading, passes: 1),
        let two = count(reading, passes: 2)
      else { return nil }
      return Double(two - one) / Double(input.bytes.count)
    }
    // A few units tell it: each step takes the kernel microseconds.
    let few = input.isChunked ? 16 : 1
    let small = input.resized(to: few)
    let large = input.resized(to: few * 2)
    guard let smaller = try contestant.reading(small), let larger = try contestant.reading(large),
      let less = count(smaller, passes: 1), let more = count(larger, passes: 1)
    else { return nil }
    return Double(more - less) / Double(large.bytes.count - small.bytes.count)
  }

  private static func count(_ reading: any Reading, passes: Int) -> Int64? {
    for _ in 0..<3 {
      reading.prepare(passes: passes)
      _ = reading.read(passes: passes)
    }
    reading.prepare(passes: passes)
    guard barewire_begin_counting_instructions() != 0 else { return nil }
    _ = reading.read(passes: passes)
    return barewire_end_counting_instructions()
  }
}
