/// What inputs are sought for, and how they are kept.
protocol FuzzTarget: SendableMetatype {
  /// The inputs to begin with, those that are kept included.
  static var seeds: [[UInt8]] { get }

  /// Throws when an input has not all properties; otherwise how many of its bytes were read.
  static func hold(_ input: UnsafeRawBufferPointer) throws -> Int

  /// An input as it is kept.
  static func text(of input: [UInt8]) -> String

  /// Replaces the kept inputs by these, which come the shortest first, as many as there is room for; how many those are.
  static func keep(_ inputs: [[UInt8]]) throws -> Int
}
