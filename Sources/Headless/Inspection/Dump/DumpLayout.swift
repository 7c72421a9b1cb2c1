/// Where the columns of a dump are, and how much of a long part is shown.
struct DumpLayout: Equatable {
  /// Columns of the offsets.
  static let offsetColumns = 9
  /// Columns between two columns.
  static let gap = 2
  /// Columns of the names of a row's parts.
  static let nameColumns = 26
  /// Rows of a part that is longer than all of them together: of its beginning and of its end.
  static let (headRows, tailRows) = (8, 2)
  /// Chunks of a message of which each part is shown; of those between them and the last, only what has a finding.
  static let shownChunks = 3
  /// Rows of one finding under which it is marked, before only the first and the last are.
  static let markedRows = 4

  /// Columns of the whole dump.
  let width: Int
  let bytesPerRow: Int
  /// Shows everything, however long.
  let showsAll: Bool

  /// A dump of so many columns (of 80 at least).
  init(width: Int = 80, showsAll: Bool = false) {
    self.width = min(max(width, 80), 104)
    self.showsAll = showsAll
    bytesPerRow = (self.width - Self.offsetColumns - 3 * Self.gap - Self.nameColumns + 1) / 4
  }

  /// Column of the first byte in hexadecimal digits, and of findings.
  var hexColumn: Int { Self.offsetColumns + Self.gap }
  var textColumn: Int { hexColumn + 3 * bytesPerRow - 1 + Self.gap }
  var nameColumn: Int { textColumn + bytesPerRow + Self.gap }
  /// Columns that a finding's text has.
  var findingColumns: Int { width - hexColumn }

  /// Count of bytes that are kept of a part's beginning and of its end while it comes in pieces.
  var headCount: Int { Self.headRows * bytesPerRow }
  var tailCount: Int { Self.tailRows * bytesPerRow }
}
