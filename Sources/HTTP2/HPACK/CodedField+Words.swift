extension CodedField {
  /// Where name and value came from and what became of the table, in words: "static 2", "name static 4, value Huffman,
  /// added to the table".
  package var sourceWords: String {
    guard representation != .indexed else { return nameSource.words }
    return "name \(nameSource.words), value \(valueSource.words), \(representation.effect)"
  }
}

extension CodedField.Source {
  /// The place in words: "static 2", "dynamic 62", "literal", "Huffman".
  package var words: String {
    switch self {
    case .staticTable(let index): "static \(index)"
    case .dynamicTable(let index): "dynamic \(index)"
    case .literal(let isHuffmanCoded): isHuffmanCoded ? "Huffman" : "literal"
    }
  }
}

extension CodedField.Representation {
  /// What it means for the table.
  fileprivate var effect: String {
    switch self {
    case .indexed: "from the table"
    case .literalIndexed: "added to the table"
    case .literalNotIndexed: "not added"
    case .literalNeverIndexed: "never indexed"
    }
  }
}
