/// What is in parts, and what is in none.
extension MultipartRows {
  /// What is folded of the content itself.
  var contentFolds: Folds { folds.within(levels.count) }

  private var contentColumns: Int { columns == 0 ? 0 : max(16, columns - contentIndent) }

  /// Begins what is in no part.
  mutating func beginOutside() {
    isOutside = true
    hasToldOutside = false
    content = .text(TextRows(encoding: .utf8, columns: contentColumns), .utf8)
    begin()
  }

  /// Begins the content of the part whose head was shown, or is folded.
  mutating func beginContent() {
    isOutside = false
    if fold.isActive {
      content = .hidden
    } else if let multipart = head.multipart {
      levels.append(Level(multipart))
      return beginOutside()
    } else {
      content = .begin(head, at: position, folds: contentFolds, columns: contentColumns)
    }
    begin()
  }

  private mutating func begin() {
    contentStart = position
    knownEnd = position
    mode = .content
    isRowEmpty = !fold.isActive
    if !levels.isEmpty { match.begin(at: position, isLineStart: true) }
  }

  /// Takes the content for what a sample of it is, and goes back to its beginning.
  mutating func chooseContent(_ sample: [UInt8]) {
    content = .choose(head, sample, at: contentStart, folds: contentFolds, columns: contentColumns)
    position = contentStart
    if mode == .ending { begin() }
  }

  /// Shows bytes that are content; false when the sink wants no more.
  mutating func show<Sink: RowSink<Self>>(_ bytes: UnsafeRawBufferPointer, into sink: inout Sink) -> Bool {
    guard let first = bytes.first else { return true }
    if isOutside, !hasToldOutside {
      hasToldOutside = true
      if !CodeByte.isLineEnd(first), !tell(.outside, at: position, into: &sink) { return false }
    }
    switch content {
    case .hidden:
      position += bytes.count
      return true
    case .sample(var sample):
      content = .hidden
      let count = min(bytes.count, PartContent.sampleSize - sample.count)
      sample += bytes[..<count]
      position += count
      content = .sample(sample)
      if sample.count == PartContent.sampleSize { chooseContent(sample) }
      return true
    case .binary(let shown):
      showBinary(bytes, shown, into: &sink)
      return true
    case .text(let rows, let encoding):
      return show(bytes, by: rows, from: contentStart, encoding, into: &sink) { .text($0, encoding) }
    case .json(let rows): return show(bytes, by: rows, from: 0, .utf8, into: &sink) { .json($0) }
    case .markup(let rows, let encoding):
      return show(bytes, by: rows, from: 0, encoding, into: &sink) { .markup($0, encoding) }
    case .form(let rows): return show(bytes, by: rows, from: contentStart, .utf8, into: &sink) { .form($0) }
    case .brace(let rows, let encoding):
      return show(bytes, by: rows, from: contentStart, encoding, into: &sink) { .brace($0, encoding) }
    case .yaml(let rows, let encoding):
      return show(bytes, by: rows, from: contentStart, encoding, into: &sink) { .yaml($0, encoding) }
    }
  }

  private mutating func show<Walker: ContentWalker, Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, by rows: Walker, from base: Int, _ encoding: TextEncoding,
    into sink: inout Sink, _ content: @escaping (Walker) -> PartContent
  ) -> Bool {
    var rows = rows
    let goesOn = withSink(base, encoding, &sink, content) { rows.take(bytes, into: &$0) }
    take(content(rows), at: rows.position + base, isRowEmpty: rows.isRowEmpty, isContinuation: rows.isContinuation)
    return goesOn
  }

  /// Hands rows of the content on to the sink while `body` runs.
  private mutating func withSink<Walker: ContentWalker, Sink: RowSink<Self>>(
    _ base: Int, _ encoding: TextEncoding, _ sink: inout Sink, _ content: @escaping (Walker) -> PartContent,
    _ body: (inout PartSink<Walker, Sink>) -> Bool
  ) -> Bool {
    var whole = self
    // Made anew at each row.
    whole.content = .hidden
    var inner = PartSink<Walker, Sink>(
      sink: sink, whole: whole, base: base, encoding: encoding, role: isOutside ? .comment : nil,
      isRowEmpty: isRowEmpty, content: content)
    let goesOn = body(&inner)
    sink = inner.sink
    return goesOn && inner.wantsMore
  }

  /// Takes up a content's walker with its place.
  mutating func take(_ content: PartContent, at position: Int, isRowEmpty: Bool, isContinuation: Bool) {
    self.content = content
    self.position = position
    self.isRowEmpty = isRowEmpty
    self.isContinuation = isContinuation
  }

  /// Shows the first bytes of what is no text as hexadecimal digits, and passes over the rest.
  private mutating func showBinary<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ shown: Int, into sink: inout Sink
  ) {
    if fold.isActive {
      position += bytes.count
      return
    }
    let count = min(bytes.count, PartContent.binaryShown - shown)
    beginRow(into: &sink)
    for byte in bytes[..<count] {
      if sink.wantsWords {
        let digits = String(byte, radix: 16)
        sink.append(
          words: (byte < 16 ? "0" : "") + digits + " ", role: .hexByte, for: position..<position + 1)
      }
      position += 1
    }
    content = .binary(shown + count)
    if shown + count == PartContent.binaryShown {
      fold.begin(at: contentStart, level: levels.count, room: FoldProgress.noRoom)
    }
  }

  // MARK: The end

  /// Goes back to what the content's own walker holds, if it does.
  mutating func settleContent() -> Bool {
    switch content {
    case .markup(var rows, let encoding):
      return settle(&rows, from: 0) { .markup($0, encoding) }
    case .brace(var rows, let encoding):
      return settle(&rows, from: contentStart) { .brace($0, encoding) }
    case .yaml(var rows, let encoding):
      return settle(&rows, from: contentStart) { .yaml($0, encoding) }
    default: return false
    }
  }

  private mutating func settle<Walker: RereadingWalker>(
    _ rows: inout Walker, from base: Int, _ content: (Walker) -> PartContent
  ) -> Bool {
    guard rows.settle() else { return false }
    self.content = content(rows)
    knownEnd = position
    position = rows.position + base
    mode = .content
    return true
  }

  /// Ends the content's last row; false when the sink wants no more.
  mutating func endContent<Sink: RowSink<Self>>(into sink: inout Sink) -> Bool {
    if case .sample(let bytes) = content {
      if !bytes.isEmpty {
        chooseContent(bytes)
        return true
      }
      content = .hidden
    }
    if settleContent() { return true }
    let goesOn: Bool
    switch content {
    case .hidden, .sample, .binary: goesOn = true
    case .text(let rows, let encoding):
      goesOn = end(rows, from: contentStart, encoding, into: &sink) { .text($0, encoding) }
    case .json(let rows): goesOn = end(rows, from: 0, .utf8, into: &sink) { .json($0) }
    case .markup(let rows, let encoding):
      goesOn = end(rows, from: 0, encoding, into: &sink) { .markup($0, encoding) }
    case .form(let rows): goesOn = end(rows, from: contentStart, .utf8, into: &sink) { .form($0) }
    case .brace(let rows, let encoding):
      goesOn = end(rows, from: contentStart, encoding, into: &sink) { .brace($0, encoding) }
    case .yaml(let rows, let encoding):
      goesOn = end(rows, from: contentStart, encoding, into: &sink) { .yaml($0, encoding) }
    }
    mode = .size
    return goesOn
  }

  private mutating func end<Walker: ContentWalker, Sink: RowSink<Self>>(
    _ rows: Walker, from base: Int, _ encoding: TextEncoding, into sink: inout Sink,
    _ content: @escaping (Walker) -> PartContent
  ) -> Bool {
    var rows = rows
    let goesOn = withSink(base, encoding, &sink, content) { inner in
      rows.finish(into: &inner)
      return true
    }
    take(content(rows), at: position, isRowEmpty: true, isContinuation: false)
    return goesOn
  }

  /// Ends a part with how much it was.
  mutating func showSize<Sink: RowSink<Self>>(into sink: inout Sink) -> Bool {
    mode = .unclosed
    let size = ByteCount.words(position - contentStart)
    if case .binary = content {
      beginRow(into: &sink)
      if sink.wantsWords {
        sink.append(words: "\(fold.isActive ? "… " : "")binary, \(size)", role: .note, for: contentStart..<position)
      }
      if fold.isActive { fold.end(at: position, isCut: false) }
    } else if fold.isActive {
      endFold(upTo: position, into: &sink)
    } else if isOutside {
      return true
    } else {
      beginRow(into: &sink)
      if sink.wantsWords {
        let words = position == contentStart ? "no content" : size
        let coding = head.transferEncoding.map { " as \($0)" } ?? ""
        sink.append(words: words + coding, role: .note)
      }
    }
    isRowEmpty = false
    return breakRow(isContinued: false, into: &sink)
  }
}
