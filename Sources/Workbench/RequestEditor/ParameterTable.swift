import Workspaces

/// The parameters as the form lists them: those that stand in the URL, and among them those that are switched off.
struct ParameterTable: Sendable, Equatable {
  var rows: [NamedValue]

  init(url: String, disabled: [NamedValue]) {
    rows = RequestURL.parameters(of: url)
    for var row in disabled {
      row.isEnabled = false
      rows.append(row)
    }
  }

  var disabled: [NamedValue] {
    rows.filter { !$0.isEnabled && !$0.isBlank }
  }

  /// Takes over the parameters of an edited URL; those that are off keep their places among them.
  mutating func read(_ url: String) {
    var merged = RequestURL.parameters(of: url)
    let lastEnabled = rows.lastIndex(where: \.isEnabled) ?? -1
    for (index, row) in rows.enumerated() where !row.isEnabled {
      // What stood after all the others stays there, however many come and go while the URL is typed.
      merged.insert(row, at: index > lastEnabled ? merged.count : min(index, merged.count))
    }
    rows = merged
  }

  /// The URL with its query made of the rows that are on; a row that is still blank is not in it.
  func url(replacing url: String) -> String {
    RequestURL.replacingParameters(of: url, with: rows.filter { $0.isEnabled && !$0.isBlank })
  }
}

extension NamedValue {
  /// Whether nothing has been typed into the row yet.
  var isBlank: Bool { name.isEmpty && value.isEmpty }
}
