/// Bytes that differ at every offset in a way that a wrong offset is noticed.
func pattern(_ range: Range<Int>) -> [UInt8] {
  Array(patternBytes[range])
}

private let patternBytes = (0..<5 << 20).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ ($0 >> 8) &* 7 &+ ($0 >> 16)) }
