/// How well a name fits to what somebody typed: its letters in order, the better the more of them begin words.
package struct FuzzyMatch: Sendable, Hashable {
  package var score: Int
  /// The offsets of the letters that were typed, in Unicode scalars.
  package var offsets: [Int]

  /// Nil where a word of the pattern has letters that the text has not, in this order.
  package init?(_ pattern: String, in text: String) {
    let letters = Array(text.unicodeScalars)
    let lowered = Array(text.lowercased().unicodeScalars)
    // Some scalars become several; names of commands have none of those.
    guard letters.count == lowered.count else { return nil }
    score = 0
    var found: Set<Int> = []
    for word in pattern.lowercased().split(separator: " ") {
      guard let (points, offsets) = Self.best(Array(word.unicodeScalars), in: lowered, letters) else { return nil }
      score += points
      found.formUnion(offsets)
    }
    offsets = found.sorted()
  }

  private static let absent = Int.min / 2

  /// The placement of a word's letters with the most points: for a word's begin, for letters that follow each other, and
  /// for standing early.
  private static func best(
    _ word: [Unicode.Scalar], in text: [Unicode.Scalar], _ original: [Unicode.Scalar]
  ) -> (points: Int, offsets: [Int])? {
    guard !word.isEmpty, word.count <= text.count else { return word.isEmpty ? (0, []) : nil }
    var points: [[Int]] = []
    var from: [[Int]] = []
    for (index, letter) in word.enumerated() {
      var row = [Int](repeating: absent, count: text.count)
      var origins = [Int](repeating: -1, count: text.count)
      var best = (points: absent, offset: -1)
      for place in text.indices {
        if index > 0, place > 0, points[index - 1][place - 1] > best.points {
          best = (points[index - 1][place - 1], place - 1)
        }
        guard text[place] == letter else { continue }
        let own = begins(place, original) ? 8 : 0
        if index == 0 {
          row[place] = own - min(place, 6)
        } else if best.offset >= 0, best.points > absent {
          row[place] = best.points + own - 1
          origins[place] = best.offset
          let joined = points[index - 1][place - 1] + 9
          if joined > row[place] { (row[place], origins[place]) = (joined, place - 1) }
        }
      }
      points.append(row)
      from.append(origins)
    }
    guard let last = text.indices.max(by: { points[word.count - 1][$0] < points[word.count - 1][$1] }),
      points[word.count - 1][last] > absent / 2
    else { return nil }
    var offsets = [last]
    for index in stride(from: word.count - 1, to: 0, by: -1) { offsets.append(from[index][offsets[offsets.count - 1]]) }
    return (points[word.count - 1][last], offsets.reversed())
  }

  /// Whether a word begins at a place: behind something that is no letter, or with a capital.
  private static func begins(_ place: Int, _ text: [Unicode.Scalar]) -> Bool {
    guard place > 0 else { return true }
    return !text[place - 1].properties.isAlphabetic
      || text[place].properties.isUppercase && !text[place - 1].properties.isUppercase
  }
}
