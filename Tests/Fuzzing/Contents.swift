import DocumentProperties

/// Contents, which documents show.
enum Contents: FuzzTarget {
  static var seeds: [[UInt8]] { DocumentCorpus.seeds.map(\.bytes) }

  static func hold(_ input: UnsafeRawBufferPointer) throws -> Int {
    let input = DocumentInput(input)
    try DocumentProperties.hold(input)
    return input.content.count
  }

  static func text(of input: [UInt8]) -> String {
    let input = DocumentInput(input)
    return "\(input.kind): \(input.kept)"
  }

  static func keep(_ inputs: [[UInt8]]) throws -> Int {
    try DocumentCorpus.keep(inputs.map { DocumentInput($0) })
  }
}
