/// A walker's way over a folded container: a little of it is shown, the rest is counted.
///
/// What is known at its end is kept until the next one ends, so that a walker that starts behind a large container
/// tells those before it where that ends.
struct FoldProgress: Sendable {
  /// Bytes of source shown of a container, and of one that is in no other.
  static let shownLength = 60
  static let shownLengthAtTop = 240

  /// Where nothing more is shown.
  static let noRoom = -3

  /// What there is to say of a container that was passed over.
  struct Summary: Sendable {
    var start = -1
    /// Where its closing mark stands.
    var end = -1
    var members = 0
    var problems = 0
    /// Whether it ended before its closing mark.
    var isCut = false
  }

  /// How many containers are around the folded one; negative while there is none.
  private(set) var level = -1
  private(set) var start = -1
  var members = 0
  var problems = 0
  private(set) var last = Summary()
  /// Bytes that may still be shown; a little below zero for the rest of a character.
  private var room = 0

  var isActive: Bool { level >= 0 }
  /// Whether nothing more of the container is shown before its end.
  var isPassingOver: Bool { level >= 0 && room <= Self.noRoom }
  /// Whether blanks between what is shown are wanted.
  var hasRoom: Bool { room > 0 }

  /// Begins at a container, of which `room` bytes are shown, or as many as its level has.
  mutating func begin(at place: Int, level: Int, room: Int? = nil) {
    self.level = level
    start = place
    members = 0
    problems = 0
    self.room = room ?? (level == 0 ? Self.shownLengthAtTop : Self.shownLength)
  }

  /// Ends with the container, whose closing mark stands at `place`.
  mutating func end(at place: Int, isCut: Bool) {
    last = Summary(start: start, end: place, members: members, problems: problems, isCut: isCut)
    level = -1
  }

  /// The part of some bytes that is still to be shown, whole characters.
  mutating func shown(of range: Range<Int>, _ bytes: UnsafeRawBufferPointer) -> Range<Int> {
    if room <= Self.noRoom { return range.lowerBound..<range.lowerBound }
    var end = range.lowerBound
    while end < range.upperBound, room > 0 || (room > Self.noRoom && bytes[end] & 0xC0 == 0x80) {
      end += 1
      room -= 1
    }
    if end < range.upperBound { room = Self.noRoom }
    return range.lowerBound..<end
  }

  /// Shows nothing more of the container.
  mutating func passOver() { room = Self.noRoom }

  /// Takes what a later walker knows of the same container; false when it knows nothing.
  mutating func take(_ known: Summary) -> Bool {
    guard isActive, known.start == start else { return false }
    members = known.members
    problems = known.problems
    passOver()
    return true
  }

  /// How much was not shown, in words.
  func words(unit: (one: String, many: String), upTo place: Int) -> String {
    var words = "… \(members) \(members == 1 ? unit.one : unit.many), \(ByteCount.words(place - start))"
    if problems > 0 { words += ", \(problems == 1 ? "a mistake" : "\(problems) mistakes") inside" }
    return words
  }
}
