extension Array {
  /// The element at an index that may be outside.
  subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
