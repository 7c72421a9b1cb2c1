/// A set of codes, as a value without references.
package struct DiagnosticSet: Sendable, Hashable, ExpressibleByArrayLiteral {
  private var bits: UInt128 = 0

  package init(arrayLiteral codes: Diagnostic.Code...) { self.init(codes) }

  package init(_ codes: some Sequence<Diagnostic.Code>) {
    for code in codes { insert(code) }
  }

  @inline(__always)
  package func contains(_ code: Diagnostic.Code) -> Bool {
    bits >> UInt128(code.rawValue) & 1 != 0
  }

  package mutating func insert(_ code: Diagnostic.Code) {
    // A shift beyond the width would lose the code.
    precondition(code.rawValue < 128, "the set has room for 128 codes")
    bits |= 1 << UInt128(code.rawValue)
  }

  package mutating func remove(_ code: Diagnostic.Code) {
    bits &= ~(1 << UInt128(code.rawValue))
  }
}
