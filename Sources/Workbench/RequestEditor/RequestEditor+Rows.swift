import Workspaces

/// What a view draws.
extension RequestEditor {
  package var layout: RequestLayout {
    RequestLayout(columns: columns, rows: rows, methodColumns: draft.method.count)
  }

  /// "Form  Raw", then the sections.
  package var views: [RequestTab] {
    [
      RequestTab(title: "Form", isSelected: !isRaw, command: .showForm),
      RequestTab(title: "Raw", isSelected: isRaw, command: .showRaw),
    ]
  }

  package var sections: [RequestTab] {
    RequestSection.allCases.map { section in
      RequestTab(
        title: section.title, count: count(of: section), isSelected: !isRaw && section == self.section,
        command: .show(section))
    }
  }

  /// The rows of the section that is shown; those on the screen begin at `firstRow`.
  package var formRows: [RequestFormRow] {
    switch section {
    case .params: tableRows(.parameters, new: "parameter")
    case .headers: tableRows(.fields, new: "field") + automaticRows
    case .body: bodyRows
    case .auth: authRows
    case .options: optionRows
    }
  }

  private func count(of section: RequestSection) -> Int? {
    switch section {
    case .params: parameters.rows.count { $0.isEnabled && !$0.isBlank }
    case .headers: draft.fields.count { $0.isEnabled && !$0.isBlank } + shownAutomaticFields.count { !isDropped($0) }
    case .body, .auth, .options: nil
    }
  }

  private func tableRows(_ table: RequestTable, new: String) -> [RequestFormRow] {
    let entries = entries(of: table)
    var rows = entries.indices.map { row in
      let entry = entries[row]
      return RequestFormRow(
        style: .table,
        cells: [
          toggle(.cell(table, row: row, .toggle), isOn: entry.isEnabled),
          cell(.cell(table, row: row, .name), entry.name, placeholder: "name"),
          cell(.cell(table, row: row, .value), entry.value, placeholder: "value"),
        ],
        isEnabled: entry.isEnabled)
    }
    rows.append(
      RequestFormRow(
        style: .table,
        cells: [
          RequestFormCell(),
          cell(.cell(table, row: entries.count, .name), "", placeholder: "new \(new)"),
          cell(.cell(table, row: entries.count, .value), "", placeholder: "value"),
        ],
        isNew: true))
    return rows
  }

  private var automaticRows: [RequestFormRow] {
    shownAutomaticFields.enumerated().map { row, field in
      RequestFormRow(
        style: .table,
        cells: [
          toggle(.cell(.automaticFields, row: row, .toggle), isOn: !isDropped(field)),
          RequestFormCell(text: field.name),
          cell(
            .cell(.automaticFields, row: row, .value),
            field.name == "Authorization" ? ConcealedText.authorization(field.value) : field.value),
        ],
        isEnabled: !isDropped(field), isAutomatic: true)
    }
  }

  private var bodyRows: [RequestFormRow] {
    let kind = labelled("Kind", .bodyKind)
    let coding = labelled("Compression", .bodyCoding)
    let type = labelled("Content-Type", .bodyContentType)
    switch draft.body {
    case .none: return [kind]
    case .text: return [kind, coding, placeholder("text/plain; charset=utf-8", in: type), bodyText]
    case .json: return [kind, coding, bodyText]
    case .form: return [kind, coding] + tableRows(.form, new: "entry")
    case .file:
      let path = labelled("File", .bodyPath)
      return [
        kind, coding, placeholder("a path, from the workspace's folder", in: path),
        placeholder("application/octet-stream", in: type),
      ]
    }
  }

  private var bodyText: RequestFormRow {
    RequestFormRow(style: .text, cells: [cell(.bodyText, "")])
  }

  private var authRows: [RequestFormRow] {
    let kind = labelled("Kind", .authKind)
    switch draft.auth {
    case .none: return [kind]
    case .basic, .digest: return [kind, labelled("User", .user), labelled("Password", .password)]
    case .bearer: return [kind, labelled("Token", .token)]
    }
  }

  private var optionRows: [RequestFormRow] {
    let options = draft.options
    return [
      heading("Exchange"),
      labelled("HTTP version", .httpVersion),
      labelled("Redirects", .redirects), limit(.redirects),
      heading("Connection"),
      labelled("New connection", .usesNewConnection, isOn: options.usesNewConnection),
      labelled("Addresses", .addresses),
      placeholder("the path of a Unix-domain socket, instead of the host", in: labelled("Socket path", .socketPath)),
      placeholder("socks5h://host:port, direct, or what http_proxy says", in: proxy),
      placeholder("delay=200ms,down=64k,up=16k,drop=reset@10k", in: labelled("Bad network", .networkCondition)),
      heading("Times"),
      limit(.connect), limit(.handshake), limit(.firstByte), limit(.idle), limit(.total), limit(.continuing),
      heading("TLS"),
      labelled("Verify certificates", .verifiesCertificates, isOn: options.verifiesCertificates),
    ] + TLSControl.allCases.map(tls)
  }

  private var proxy: RequestFormRow {
    var row = labelled("Proxy", .proxy)
    row.cells[0].text = ConcealedText.url(row.cells[0].text)
    return row
  }

  private func heading(_ text: String) -> RequestFormRow {
    RequestFormRow(style: .heading, label: text, cells: [])
  }

  private func tls(_ control: TLSControl) -> RequestFormRow {
    var isOn: Bool?
    if case .toggle(let path) = control.value { isOn = draft.options.tls[keyPath: path] }
    return placeholder(control.remark, in: labelled(control.label, .tls(control), isOn: isOn))
  }

  private func limit(_ limit: RequestLimit) -> RequestFormRow {
    placeholder(limit.remark, in: labelled(limit.label, .limit(limit)))
  }

  private func labelled(_ label: String, _ control: RequestControl, isOn: Bool? = nil) -> RequestFormRow {
    let text = text(of: control)
    var cell = cell(control, control.isSecret ? ConcealedText.secret(text) : text)
    cell.isOn = isOn
    return RequestFormRow(style: .labelled, label: label, cells: [cell])
  }

  private func placeholder(_ text: String, in row: RequestFormRow) -> RequestFormRow {
    var row = row
    for index in row.cells.indices { row.cells[index].placeholder = text }
    return row
  }

  private func toggle(_ control: RequestControl, isOn: Bool) -> RequestFormCell {
    RequestFormCell(control: control, isOn: isOn, isFocused: control == focus)
  }

  private func cell(_ control: RequestControl, _ text: String, placeholder: String = "") -> RequestFormCell {
    RequestFormCell(control: control, text: text, placeholder: placeholder, isFocused: control == focus)
  }
}
