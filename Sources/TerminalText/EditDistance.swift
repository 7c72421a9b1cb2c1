/// How many characters must be typed, removed or changed to make one text of another (Levenshtein's distance).
package enum EditDistance {
  package static func between(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one.unicodeScalars.prefix(128)), Array(other.unicodeScalars.prefix(128)))
    var row = Array(0...other.count)
    for (index, scalar) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in other.indices {
        let changed = diagonal + (scalar == other[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, min(row[column], row[column + 1]) + 1)
      }
    }
    return row[other.count]
  }
}
