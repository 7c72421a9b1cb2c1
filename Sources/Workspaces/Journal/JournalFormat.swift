import Foundation

/// The form of a journal: the drafts in the form in which workspaces hold requests.
enum JournalFormat {
  private static let version = 1

  static func write(_ drafts: [JournalledDraft], boot: String) -> [UInt8] {
    JSONPrinter.print(
      .object([
        ("barewireDrafts", .number(String(version))), ("boot", .string(boot)), ("drafts", .array(drafts.map(json))),
      ]))
  }

  private static func json(_ draft: JournalledDraft) -> OrderedJSON {
    .object([
      ("workspace", draft.workspacePath.map(OrderedJSON.string) ?? .null),
      ("item", .array(draft.itemPath.map(OrderedJSON.string))),
      ("savedAt", .number(String(Int((draft.savedAt.timeIntervalSince1970 * 1000).rounded())))),
      ("request", WorkspaceWriter.json(draft.request)),
    ])
  }

  static func read(_ bytes: [UInt8]) throws(WorkspaceFormatError) -> (drafts: [JournalledDraft], boot: String) {
    let result: Result<(drafts: [JournalledDraft], boot: String), WorkspaceFormatError> = bytes.withUnsafeBytes {
      bytes in
      do throws(WorkspaceFormatError) {
        var cursor = try JSONCursor(bytes)
        return .success(try read(&cursor))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func read(
    _ cursor: inout JSONCursor
  ) throws(WorkspaceFormatError) -> (drafts: [JournalledDraft], boot: String) {
    var drafts: [JournalledDraft] = []
    var boot = ""
    try cursor.object("") { member, cursor throws(WorkspaceFormatError) in
      switch member {
      case "boot": boot = try cursor.string(member)
      case "drafts":
        try cursor.array(member) { cursor throws(WorkspaceFormatError) in drafts.append(try draft(&cursor)) }
      default: _ = try cursor.value()
      }
    }
    return (drafts, boot)
  }

  private static func draft(_ cursor: inout JSONCursor) throws(WorkspaceFormatError) -> JournalledDraft {
    var draft = JournalledDraft(workspacePath: nil, itemPath: [], request: SavedRequest(name: ""))
    try cursor.object("drafts") { member, cursor throws(WorkspaceFormatError) in
      switch member {
      case "workspace":
        if case .string(let path) = try cursor.value() { draft.workspacePath = path }
      case "item":
        try cursor.array(member) { cursor throws(WorkspaceFormatError) in
          draft.itemPath.append(try cursor.string(member))
        }
      case "savedAt": draft.savedAt = Date(timeIntervalSince1970: Double(try cursor.count(member)) / 1000)
      case "request": draft.request = try RequestReader.request(&cursor)
      default: _ = try cursor.value()
      }
    }
    return draft
  }
}
