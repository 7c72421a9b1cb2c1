import JSONText

/// The names of the objects of JSON that are open, as hashes: which of them come again.
struct OpenNames: RowSink {
  /// A name whose hash another one of its object has: the places of both opening quotes.
  struct Candidate {
    var first: Int
    var second: Int
  }

  private struct Name {
    var hash: UInt64
    var place: Int
  }

  /// A container that is open.
  private struct Container {
    /// Where its names begin among all.
    var start: Int
    /// The names of one that has many, by hash.
    var places: [UInt64: Int]?
  }

  static var wantsStructure: Bool { true }
  /// Names that are kept, of all open objects together.
  static let limit = 1 << 16
  /// Bytes of a name that is looked at.
  static let nameLength = 1024
  /// Levels that are told apart; what is deeper is not looked at.
  private static let depthLimit = JSONRows.checkedDepth
  /// Names that are compared one by one.
  private static let few = 24

  private var names: [Name] = []
  private var containers: [Container] = []
  private var deeper = 0
  /// Names that are kept by hash.
  private var many = 0
  /// The present name as far as it has come, with its quotes.
  private var quoted: [UInt8] = []
  private var place = 0
  private var candidates: [Candidate] = []
  /// Whether names were left out, for there were too many, or a name was too long.
  private(set) var isIncomplete = false

  var wantsWords: Bool { false }
  var passage: RowPassage? { RowPassage(rows: .max, before: .max) }

  mutating func append(_ bytes: UnsafeRawBufferPointer, at position: Int, role: TextRole) {
    if role == .key {
      if quoted.isEmpty { place = position }
      quoted.append(contentsOf: bytes.prefix(Self.nameLength + 2 - quoted.count))
    } else if role == .punctuation, let mark = bytes.first {
      switch mark {
      case UInt8(ascii: "{"), UInt8(ascii: "["): open()
      case UInt8(ascii: "}"), UInt8(ascii: "]"): close()
      case UInt8(ascii: ":"): takeName()
      default: break
      }
      quoted.removeAll(keepingCapacity: true)
    }
  }

  mutating func append(blanks: Int) {}
  mutating func append(words: String, role: TextRole) {}
  mutating func append(row: DocumentRow) {}
  mutating func endRow(next: borrowing JSONRows) -> Bool { true }

  /// What was found since the last time.
  mutating func takeCandidates() -> [Candidate] {
    defer { candidates = [] }
    return candidates
  }

  /// Forgets all names where the walker has another depth, as behind a text that was cut.
  mutating func settle(depth: Int) {
    if containers.count + deeper == depth { return }
    self = OpenNames(isIncomplete: isIncomplete)
    for _ in 0..<depth { open() }
  }

  init() {}

  private init(isIncomplete: Bool) {
    self.isIncomplete = isIncomplete
  }

  private mutating func open() {
    if containers.count < Self.depthLimit {
      containers.append(Container(start: names.count))
    } else {
      deeper += 1
      isIncomplete = true
    }
  }

  private mutating func close() {
    if deeper > 0 {
      deeper -= 1
    } else if let last = containers.popLast() {
      names.removeLast(names.count - last.start)
      many -= last.places?.count ?? 0
    }
  }

  private mutating func takeName() {
    let top = containers.count - 1
    guard top >= 0, deeper == 0, quoted.count >= 2 else { return }
    if quoted.count > Self.nameLength {
      isIncomplete = true
      return
    }
    let hash = Self.hash(ofQuoted: quoted)
    let own = containers[top].start..<names.count
    let known = containers[top].places.map { $0[hash] } ?? names[own].first { $0.hash == hash }?.place
    if let known {
      again(known)
    } else if names.count + many >= Self.limit {
      isIncomplete = true
    } else if containers[top].places != nil {
      containers[top].places?[hash] = place
      many += 1
    } else {
      names.append(Name(hash: hash, place: place))
      if own.count == Self.few { keepByHash(top) }
    }
  }

  /// Names of a container that has many are looked up, not compared one by one.
  private mutating func keepByHash(_ container: Int) {
    let start = containers[container].start
    containers[container].places = Dictionary(uniqueKeysWithValues: names[start...].map { ($0.hash, $0.place) })
    many += names.count - start
    names.removeLast(names.count - start)
  }

  private mutating func again(_ first: Int) {
    candidates.append(Candidate(first: first, second: place))
  }

  /// The hash of a name's text; seeded anew in each process, so that nobody makes names of the same one.
  private static func hash(ofQuoted quoted: [UInt8]) -> UInt64 {
    var hasher = Hasher()
    if quoted.contains(UInt8(ascii: "\\")) {
      Array(JSONText.string(ofQuoted: quoted).utf8).withUnsafeBytes { hasher.combine(bytes: $0) }
    } else {
      quoted.withUnsafeBytes { hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[1..<$0.count - 1])) }
    }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}
