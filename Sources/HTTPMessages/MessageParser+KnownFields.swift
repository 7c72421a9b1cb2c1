/// The values of the fields that framing, routing and reuse depend on.
extension MessageParser {
  /// Begins a line of the field `line.field`.
  @inline(__always)
  mutating func beginKnownField() {
    let isFirst = !head.seen.contains(line.field)
    switch line.field {
    case .contentLength:
      if isFirst { readers.contentLength = ContentLengthReader() }
      readers.contentLength.beginLine()
    case .transferEncoding:
      if isFirst { readers.transferEncoding = TransferEncodingReader() }
      readers.transferEncoding.beginLine()
      readers.list = ListTokenReader()
    case .connection:
      if isFirst { readers.connection = ConnectionOptionReader() }
      readers.connection.beginLine()
      readers.list = ListTokenReader()
    case .host: readers.host = HostReader(hashes: head.hasAuthority)
    case .te:
      readers.codingPreferences.beginLine()
      readers.list = ListTokenReader()
    case .expect:
      if isFirst { readers.expectations = ExpectationReader() }
      readers.expectations.beginLine()
      readers.list = ListTokenReader()
    case .upgrade, .keepAlive, .trailer, .other: break
    }
  }

  mutating func takeValueBytes(_ bytes: UnsafeRawPointer, count: Int) {
    var index = 0
    while index < count {
      index &+= takeValueRun(bytes + index, count: count &- index)
      guard index < count else { return }
      takeValueByte(bytes.load(fromByteOffset: index, as: UInt8.self))
      index &+= 1
    }
  }

  /// Takes as many bytes as can be taken at once; returns how many.
  @inline(__always)
  private mutating func takeValueRun(_ bytes: UnsafeRawPointer, count: Int) -> Int {
    switch line.field {
    case .contentLength: readers.contentLength.takeRun(bytes, count: count)
    case .host: readers.host.takeRun(bytes, count: count)
    case .transferEncoding, .connection, .te, .expect: readers.list.takeRun(bytes, count: count)
    case .upgrade, .keepAlive, .trailer, .other: count
    }
  }

  mutating func takeValueByte(_ byte: UInt8) {
    switch line.field {
    case .contentLength: readers.contentLength.take(byte)
    case .host: readers.host.take(byte)
    case .transferEncoding, .connection, .te, .expect:
      if let member = readers.list.take(byte) { takeMember(member) }
    case .upgrade, .keepAlive, .trailer, .other: break
    }
  }

  private mutating func takeMember(_ member: ListTokenReader.Member) {
    switch line.field {
    case .transferEncoding: readers.transferEncoding.take(member)
    case .connection: readers.connection.take(member)
    case .te: readers.codingPreferences.take(member)
    case .expect: readers.expectations.take(member)
    default: break
    }
  }

  /// Ends a line of the field `line.field`, whose value is from `start` to `end`.
  @inline(__always)
  mutating func endKnownField(from start: Int, to end: Int, _ feed: inout ParserFeed) {
    let isFirst = !head.seen.contains(line.field)
    head.seen.insert(line.field)
    readers.keep(start..<end, of: line.field)
    switch line.field {
    case .contentLength: endContentLength(start..<end, &feed)
    case .transferEncoding: endTransferEncoding(start..<end, isFirst: isFirst, &feed)
    case .connection: endList(start..<end, &feed) { $0.connection.code($0.list) }
    case .host: if kind == .request { endHost(start..<end, isFirst: isFirst, &feed) }
    case .te: if kind == .request { endList(start..<end, &feed) { $0.codingPreferences.code($0.list) } }
    case .expect: if kind == .request { endList(start..<end, &feed) { $0.expectations.code($0.list) } }
    case .upgrade, .keepAlive, .trailer, .other: break
    }
  }

  private mutating func endContentLength(_ range: Range<Int>, _ feed: inout ParserFeed) {
    let code = readers.contentLength.endLine()
    guard code != .none else { return }
    if code.severity == .error {
      head.contentLengthIsUnreadable = true
      head.isFaulty = true
    }
    report(code, range, &feed)
  }

  private mutating func endTransferEncoding(_ range: Range<Int>, isFirst: Bool, _ feed: inout ParserFeed) {
    if let member = readers.list.end() { takeMember(member) }
    let code = readers.transferEncoding.code(readers.list)
    if code != .none {
      if code.severity == .error { head.isFaulty = true }
      report(code, range, &feed)
    }
    if readers.list.hasMember, readers.list.hasEmptyMember { report(.transferEncodingEmptyElement, range, &feed) }
    if !isFirst { report(.transferEncodingSeveralLines, range, &feed) }
  }

  /// Ends a list and reports what is wrong with it.
  @inline(__always)
  private mutating func endList(
    _ range: Range<Int>, _ feed: inout ParserFeed, _ code: (borrowing FieldReaders) -> Diagnostic.Code
  ) {
    if let member = readers.list.end() { takeMember(member) }
    let code = code(readers)
    if code != .none { report(code, range, &feed) }
  }

  private mutating func endHost(_ range: Range<Int>, isFirst: Bool, _ feed: inout ParserFeed) {
    if !isFirst {
      report(.hostRepeated, range, &feed)
    } else if !readers.host.isValid {
      report(.hostInvalid, range, &feed)
    } else if head.hasAuthority {
      if readers.host.hash != readers.authorityHash { report(.hostDiffering, range, &feed) }
    } else if range.isEmpty || !readers.host.hasHost {
      report(.hostEmpty, range, &feed)
    }
  }
}
