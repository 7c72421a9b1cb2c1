import Documents
import Exchanges
import HTTPMessages
import Pictures
import TerminalText
import TerminalUI
import Workbench
import Workspaces

extension SpokenLines.Moment {
  init(_ workbench: Workbench, _ keymap: Keymap) {
    if let popup = workbench.popup {
      let spoken = SpokenPopup(popup, keymap)
      place = spoken.place
      introduction = spoken.introduction
    } else {
      place = Self.place(workbench)
    }
    let tabs = workbench.tabs
    if tabs.all.count > 1, let editor = workbench.editor {
      tab = "Tab \(tabs.index + 1) of \(tabs.all.count): \(editor.draft.method) \(editor.draft.name)"
    }
    if let record = workbench.exchange {
      exchange = record.id
      isRunning = record.isRunning
      progress = Self.progress(record, workbench, keymap)
    }
    if let message = workbench.message {
      let offer = message.offer.map {
        [keymap.keys(for: $0).first, $0.title].compactMap(\.self).joined(separator: " ")
      }
      let kind = message.kind == .problem ? "Problem: " : ""
      self.message = kind + message.text + (offer.map { ". \($0)" } ?? "")
    }
    guard workbench.focus == .request, let editor = workbench.editor else { return }
    if let shown = editor.completion {
      let (first, others) = (shown.items[shown.marked], shown.items.dropFirst(shown.marked + 1))
      completion = "Tab completes to \(first)" + (others.isEmpty ? "" : "; also \(others.joined(separator: ", "))")
    }
    if editor.isRaw {
      finding = editor.status.severity == nil ? "Bytes: well formed" : "Bytes: \(editor.status.text.dropFirst(2))"
    }
  }

  private static func place(_ workbench: Workbench) -> SpokenPlace {
    switch workbench.focus {
    case .tree: tree(workbench.tree, workbench)
    case .request: workbench.editor.map { SpokenRequest($0).place } ?? SpokenPlace("Request", "none is open")
    case .connection: connection(workbench)
    case .headers: document(workbench.viewer.headers, "Response headers", workbench)
    case .body: body(workbench)
    }
  }

  // MARK: Workspaces

  private static func tree(_ tree: WorkspaceTree, _ workbench: Workbench) -> SpokenPlace {
    let name = tree.filter.isEmpty ? "Workspaces" : "Workspaces with \(tree.filter)"
    guard let row = tree.rowAtCursor else { return SpokenPlace(name, "nothing is here") }
    var parts: [String] = []
    switch row.kind {
    case .workspace: parts.append("workspace \(row.name)")
    case .folder: parts.append("folder \(row.name)")
    case .request(let method): parts.append("\(method) \(row.name)")
    case .unreadable(let reason): parts.append("\(row.name), cannot be read: \(reason)")
    }
    if let isUnfolded = row.isUnfolded { parts.append(isUnfolded ? "unfolded" : "folded") }
    if TreePane.isOpen(row, in: workbench) { parts.append("open") }
    if row.isModified { parts.append("not saved") }
    if row.depth > 0 { parts.append("level \(row.depth + 1)") }
    return SpokenPlace(name, parts.joined(separator: ", "), row: tree.cursor + 1, count: tree.rows.count)
  }

  // MARK: The connection

  private static func connection(_ workbench: Workbench) -> SpokenPlace {
    let name = "Connection, \(workbench.connectionPanel.view.title) tab"
    let rows = workbench.connectionRows
    guard !rows.isEmpty else { return SpokenPlace(name, "nothing yet") }
    let index = workbench.connectionPanel.cursorRow(of: rows.count)
    let row = rows[index]
    let text = [row.label, row.text].filter { !$0.isEmpty }.joined(separator: ", ")
    return SpokenPlace(name, text, row: index + 1, count: rows.count)
  }

  // MARK: The answer

  private static func body(_ workbench: Workbench) -> SpokenPlace {
    let viewer = workbench.viewer
    let name = "Response body, \(viewer.view.rawValue) view"
    switch viewer.view {
    case .note:
      let note = workbench.editor?.draft.note ?? ""
      return SpokenPlace("Note", note.isEmpty ? "nothing was sent yet" : note)
    case .picture:
      guard case .decoded(let picture)? = viewer.picture?.state else { return SpokenPlace(name, "decoding") }
      return SpokenPlace(name, "\(picture.format.name), \(picture.fullSize.width) by \(picture.fullSize.height) pixels")
    default: break
    }
    if case .failed(let failure)? = workbench.exchange?.summary?.outcome, viewer.body.totalRows == 0 {
      return SpokenPlace(name, failure.message)
    }
    return document(viewer.body, name, workbench)
  }

  private static func document(_ pane: DocumentPane, _ name: String, _ workbench: Workbench) -> SpokenPlace {
    guard let row = pane.rowAtCursor else { return SpokenPlace(name, pane.isReading ? "reading" : "empty") }
    var text = RowWords.text(of: row)
    if let remark = row.remark { text += ". \(remark.text)" }
    if workbench.focus == .body, workbench.viewer.hasByteCursor, let part = workbench.viewer.partName {
      text += ", \(part)"
    }
    if pane.hasSelection { text += ", selected" }
    return SpokenPlace(name, text, row: pane.cursor + 1, count: pane.totalRows)
  }

  /// The start or the end of an exchange, which may have been a while ago.
  private static func progress(
    _ record: ExchangeHistory.Record, _ workbench: Workbench, _ keymap: Keymap
  ) -> [String] {
    guard let summary = record.summary, !summary.outcome.isRunning else {
      return ["Sending \(record.request.method) \(record.request.url)"]
    }
    let title = ResponsePane(theme: .terminal, keymap: keymap).title(workbench)
    let words = title.split(separator: "   ", maxSplits: 1).joined(separator: ": ").replacing(" · ", with: ", ")
    var lines = [words.replacing("→", with: "to")]
    if case .failed(let failure) = summary.outcome { lines.append("Problem: \(failure.message)") }
    let findings = summary.diagnostics.filter { $0.severity > .note }
    for finding in findings.prefix(3) { lines.append("Finding: \(finding.message) \(finding.rule)") }
    if findings.count > 3 { lines.append("\(findings.count - 3) more findings are in the headers") }
    return lines
  }
}

/// A row of a document as it is heard: bounded, and without the line that divides two halves.
enum RowWords {
  private static let limit = 2000

  static func text(of row: DocumentRow) -> String {
    var text = row.text
    if let divider = row.divider {
      let bytes = Array(text.utf8)
      text =
        "before: \(String(decoding: bytes[..<divider.lowerBound], as: UTF8.self).trimmingSpaces), after: "
        + String(decoding: bytes[divider.upperBound...], as: UTF8.self).trimmingSpaces
    }
    text = text.trimmingSpaces
    return text.isEmpty ? "blank" : text.count > limit ? text.prefix(limit) + ", cut" : text
  }
}

extension String {
  /// Indentation is for the eye.
  fileprivate var trimmingSpaces: String {
    let start = drop { $0 == " " }
    return String(start.prefix(upTo: start.lastIndex { $0 != " " }.map { start.index(after: $0) } ?? start.startIndex))
  }
}
