/// Where the bytes of a row stand on the screen: as hexadecimal digits and as characters, one column each.
///
/// The row's `source` says which bytes they are; the first of them is byte 0 here.
package struct ByteCells: Sendable, Hashable {
  /// Column of the first byte's first digit.
  package var hexColumn: Int
  /// Column of the first byte's character.
  package var textColumn: Int
  /// How many bytes the row shows.
  package var count: Int

  /// Cells for `count` bytes.
  package init(hexColumn: Int, textColumn: Int, count: Int) {
    self.hexColumn = hexColumn
    self.textColumn = textColumn
    self.count = count
  }

  /// The column of the first of a byte's two digits; a gap stands after every eighth byte.
  package func hexColumn(ofByte index: Int) -> Int { hexColumn + Self.hexWidth(of: index) }

  /// The column of a byte's character.
  package func textColumn(ofByte index: Int) -> Int { textColumn + index }

  /// The byte whose digits or character stand in a column.
  package func byte(atColumn column: Int) -> Int? {
    if column >= textColumn, column < textColumn + count { return column - textColumn }
    return (0..<count).first { (0..<2).contains(column - hexColumn(ofByte: $0)) }
  }

  /// The byte whose digits or character stand in a column, else the last one before it in the same part of the row.
  package func nearestByte(toColumn column: Int) -> Int {
    let isAmongCharacters = textColumn > hexColumn ? column >= textColumn : column < hexColumn
    return (0..<count).last { (isAmongCharacters ? textColumn(ofByte: $0) : hexColumn(ofByte: $0)) <= column } ?? 0
  }

  /// Columns that the digits of `count` bytes take, with the space after them.
  static func hexWidth(of count: Int) -> Int { count * 3 + count / 8 }
}
