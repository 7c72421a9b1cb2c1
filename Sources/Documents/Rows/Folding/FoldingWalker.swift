/// A walker that indents what it shows by its level, shows folded containers as one row each, and has rows between for
/// what is wrong: all that does not depend on the language that is read.
protocol FoldingWalker: ContentWalker {
  associatedtype Problem: WalkerProblem

  var position: Int { get set }
  var isRowEmpty: Bool { get set }
  var isContinuation: Bool { get set }
  /// Where the present row begins.
  var rowStart: Int { get set }
  /// Blanks before the present row.
  var rowIndent: Int { get set }
  /// Columns after which a row goes on in the next one; 0 for none.
  var columns: Int { get }
  var fold: FoldProgress { get set }
  /// How many containers are open.
  var depth: Int { get }
  /// Wrong places that were told.
  var problems: Int { get set }
  /// Where the last problem was told, so that it is told once.
  var told: Int { get set }

  /// The level by which a new row is indented; nil where its blanks are the source's.
  var indentedLevel: Int? { get }
  /// Whether a token is under way, which goes on behind a row between.
  var isInToken: Bool { get }
  /// What a folded container is counted in.
  var foldedUnit: (one: String, many: String) { get }
  /// Where the open container of a level begins; nil where that is too deep to be known.
  func start(ofLevel level: Int) -> Int?

  /// Ends the present row; the next one begins at `position`. False when the sink wants no more.
  mutating func breakRow<Sink: RowSink<Self>>(isContinued: Bool, into sink: inout Sink) -> Bool
}

/// What can be wrong at a place of a content.
protocol WalkerProblem: Sendable {
  /// How the row that tells it looks.
  static var role: TextRole { get }
  /// What is wrong, as part of a sentence.
  var message: String { get }
}

extension FoldingWalker {
  /// Levels that are indented; deeper ones stand under each other.
  static var indentedDepth: Int { 32 }
  /// Wrong places that are told; the text behind them is shown all the same.
  static var problemLimit: Int { 100 }

  static var canFold: Bool { true }

  var isPassingOver: Bool { fold.isPassingOver }
  var level: Int { depth }
  var isInToken: Bool { false }

  // MARK: Rows

  /// Bytes of source after which a row ends whatever is in it.
  var rowLimit: Int {
    if columns == 0 { return RowRoom.limit }
    return max(16, columns - (isRowEmpty ? nextIndent : rowIndent) - 1)
  }

  /// Blanks before a row that begins here.
  private var nextIndent: Int { indentedLevel.map { 2 * min($0, Self.indentedDepth) } ?? 0 }

  /// Ends a row that has come to its limit, between two characters; false when the sink wants no more.
  mutating func limitRow<Sink: RowSink<Self>>(before byte: UInt8, into sink: inout Sink) -> Bool {
    if fold.isActive {
      rowStart = position
    } else if position - rowStart >= rowLimit, byte & 0xC0 != 0x80 || position - rowStart > rowLimit + 3 {
      if !isRowEmpty { return breakRow(isContinued: true, into: &sink) }
      rowStart = position
    }
    return true
  }

  mutating func breakRow<Sink: RowSink<Self>>(isContinued: Bool, into sink: inout Sink) -> Bool {
    endRow(isContinued: isContinued, into: &sink)
  }

  /// What every `breakRow` does: in a fold a blank stands for the row's end.
  mutating func endRow<Sink: RowSink<Self>>(isContinued: Bool, into sink: inout Sink) -> Bool {
    if fold.isActive {
      blank(into: &sink)
      return true
    }
    isRowEmpty = true
    isContinuation = isContinued
    rowStart = position
    rowIndent = 0
    return sink.endRow(next: self)
  }

  /// Puts bytes on the present row, indented where they are its first.
  mutating func put<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ role: TextRole, into sink: inout Sink
  ) {
    if range.isEmpty { return }
    if fold.isActive {
      let shown = fold.shown(of: range, bytes)
      if !shown.isEmpty { sink.append(UnsafeRawBufferPointer(rebasing: bytes[shown]), at: position, role: role) }
      return
    }
    if isRowEmpty {
      rowIndent = nextIndent
      isRowEmpty = false
      sink.append(blanks: rowIndent)
    }
    sink.append(UnsafeRawBufferPointer(rebasing: bytes[range]), at: position, role: role)
  }

  /// Puts a space between what is on the present row.
  mutating func blank<Sink: RowSink<Self>>(into sink: inout Sink) {
    if !fold.isActive || fold.hasRoom { sink.append(blanks: 1) }
  }

  /// A row that says what is wrong at a place; false when the sink wants no more.
  mutating func tell<Sink: RowSink<Self>>(_ problem: Problem, at place: Int, into sink: inout Sink) -> Bool {
    guard told != place, problems < Self.problemLimit else { return true }
    if fold.isActive {
      told = place
      problems += 1
      fold.problems += 1
      return true
    }
    let isContinued = isInToken
    if !isRowEmpty, !breakRow(isContinued: isContinued, into: &sink) { return false }
    told = place
    problems += 1
    if sink.wantsWords {
      sink.append(words: "▲ byte \(place): \(problem.message)", role: Problem.role)
      if problems == Self.problemLimit {
        sink.append(words: " (what else is wrong is not told)", role: Problem.role)
      }
    }
    return breakRow(isContinued: isContinued, into: &sink)
  }

  // MARK: Folds

  /// Puts what there is to say of the folded container on its row, which goes on behind it.
  mutating func endFold<Sink: RowSink<Self>>(upTo end: Int, isCut: Bool = false, into sink: inout Sink) {
    if fold.isPassingOver, sink.wantsWords {
      sink.append(words: fold.words(unit: foldedUnit, upTo: end), role: .note)
    }
    fold.end(at: position, isCut: isCut)
    rowStart = position
  }

  /// Rows that begin at one place, around a row that tells what is wrong, are told apart by what was told.
  func meets(_ other: borrowing Self) -> Bool {
    let there = (other.position, other.told, other.isContinuation)
    return (position, told, isContinuation) == there
  }

  /// Where the first container of all begins, as far as it is open or was folded last.
  var firstContainer: Int? { depth > 0 ? start(ofLevel: 0) : fold.last.start >= 0 ? fold.last.start : nil }

  func foldPlace(next: borrowing Self) -> Int? {
    // What begins on the row, folded or not, else what the row is in.
    if next.fold.last.start >= position, next.fold.last.start > fold.last.start { return next.fold.last.start }
    if next.depth > depth, let start = next.start(ofLevel: depth) { return start }
    return depth > 0 ? start(ofLevel: depth - 1) : nil
  }
}
