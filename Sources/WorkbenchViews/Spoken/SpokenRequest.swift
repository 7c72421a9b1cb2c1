import TerminalUI
import Workbench

/// What has the focus in the request, in words.
struct SpokenRequest {
  private let editor: RequestEditor

  init(_ editor: RequestEditor) {
    self.editor = editor
  }

  var place: SpokenPlace {
    if let menu = editor.menu {
      return SpokenPlace(
        "List", menu.items[menu.selected], unit: "item", row: menu.selected + 1, count: menu.items.count)
    }
    switch editor.focus {
    case .method: return text("Request", "method")
    case .url: return text("Request", "URL")
    case .tabs:
      let shown = (editor.isRaw ? editor.views : editor.sections).first(where: \.isSelected)
      return SpokenPlace("Request, tabs", shown?.text ?? "")
    case .raw: return text("Request, raw bytes", "")
    default: return inForm
    }
  }

  private var section: String { "Request, \(editor.section.title) tab" }

  /// A row of the form: of a table its number among those of the table, its name and the column.
  private var inForm: SpokenPlace {
    let rows = editor.formRows.filter { !$0.controls.isEmpty }
    guard let index = rows.firstIndex(where: { $0.controls.contains(editor.focus) }),
      let cell = rows[index].cells.first(where: { $0.control == editor.focus })
    else { return SpokenPlace(section, "") }
    let row = rows[index]
    var place: SpokenPlace
    let label = label(of: row)
    if let isOn = cell.isOn {
      place = SpokenPlace(section, isOn ? "on" : "off", label: label.isEmpty ? "" : label + ",")
    } else if cell.control?.kind == .choice {
      place = SpokenPlace(section, "\(cell.text), a list", label: label + ",")
    } else {
      place = text(section, label)
    }
    if place.row == nil { (place.unit, place.row, place.count) = ("row", index + 1, rows.count) }
    return place
  }

  private func label(of row: RequestFormRow) -> String {
    guard row.style == .table else { return row.label }
    var parts: [String] = []
    if row.isNew { parts.append("new row") }
    if row.isAutomatic { parts.append("added by Barewire") }
    if !row.isEnabled { parts.append("not sent") }
    let name = row.cells.dropFirst().first?.text ?? ""
    switch editor.focus {
    case .cell(_, _, .name): parts.append("name")
    case .cell(_, _, .value): parts += [name, "value"].filter { !$0.isEmpty }
    default: parts.append(name)
    }
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func text(_ name: String, _ label: String) -> SpokenPlace {
    guard let focused = editor.focusedEditor else {
      return SpokenPlace(name, editor.text(of: editor.focus), label: label)
    }
    return SpokenPlace(name, label: label, editing: focused)
  }
}
