/// What is wrong with the fields of a header section (RFC 9113 §8.2 and §8.3).
///
/// For fields that came and for those that are about to be sent: it changes nothing and decides nothing.
package struct HeadCheck: Sendable {
  /// A finding about a field, by its index; nil where a field is missing.
  package struct Finding: Sendable, Hashable {
    package var code: HTTP2Diagnostic.Code
    package var field: Int?
  }

  package let kind: HeadKind
  /// Whether requests may have `:protocol` (RFC 8441 §4).
  package let allowsProtocol: Bool
  package private(set) var findings: [Finding] = []

  private var seen: [[UInt8]: [UInt8]] = [:]
  private var hasOrdinaryField = false
  private var host: (value: [UInt8], field: Int)?
  private var contentLength: Int?

  /// Checks `fields` as a section of `kind`; one finding of a code for each field at most.
  package init(_ fields: [HeaderField], as kind: HeadKind, allowsProtocol: Bool = true) {
    self.kind = kind
    self.allowsProtocol = allowsProtocol
    for (index, field) in fields.enumerated() {
      if field.isPseudo { checkPseudo(field, index) } else { checkOrdinary(field, index) }
      checkValue(field, index)
    }
    switch kind {
    case .request: checkRequest(fields)
    case .interim, .response: checkResponse(fields)
    case .trailers: break
    }
  }

  private mutating func find(_ code: HTTP2Diagnostic.Code, _ field: Int?) {
    findings.append(Finding(code: code, field: field))
  }

  // MARK: One field

  private mutating func checkPseudo(_ field: HeaderField, _ index: Int) {
    if hasOrdinaryField || kind == .trailers { find(.pseudoFieldMisplaced, index) }
    guard Self.pseudoNames(of: kind).contains(where: { field.isNamed($0) }) else {
      // In a trailer section none is known: that it stands there says it all.
      if kind != .trailers { find(.pseudoFieldUnknown, index) }
      return
    }
    guard seen.updateValue(field.value, forKey: field.name) == nil else {
      return find(.pseudoFieldRepeated, index)
    }
  }

  private static func pseudoNames(of kind: HeadKind) -> [StaticString] {
    switch kind {
    case .request: [":method", ":scheme", ":authority", ":path", ":protocol"]
    case .interim, .response: [":status"]
    case .trailers: []
    }
  }

  private mutating func checkOrdinary(_ field: HeaderField, _ index: Int) {
    hasOrdinaryField = true
    checkName(field.name, index)
    switch field.name.count {
    case 2 where field.isNamed("te"):
      if !field.value.trimmed.map(Byte.lowercased).equals("trailers") { find(.fieldTEInvalid, index) }
    case 4 where field.isNamed("host"):
      if host == nil { host = (field.value, index) }
    case 14 where field.isNamed("content-length"):
      checkContentLength(field.value, index)
    case 7...17 where Self.isConnectionSpecific(field.name):
      find(.fieldConnectionSpecific, index)
    default: break
    }
  }

  private mutating func checkName(_ name: [UInt8], _ index: Int) {
    if name.isEmpty { return find(.fieldNameEmpty, index) }
    if name.contains(where: { $0 <= Byte.space || $0 >= Byte.delete || $0 == Byte.colon }) {
      find(.fieldNameInvalid, index)
    } else if name.contains(where: Byte.isCapital) {
      find(.fieldNameUppercase, index)
    } else if !name.allSatisfy(Self.isTokenByte) {
      find(.fieldNameNotToken, index)
    }
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x5e...0x7a, 0x21, 0x23...0x27, 0x2a, 0x2b, 0x2d, 0x2e, 0x7c, 0x7e: true
    default: false
    }
  }

  /// Fields that HTTP/1 has about the connection (RFC 9113 §8.2.2), in small letters.
  static func isConnectionSpecific(_ name: [UInt8]) -> Bool {
    name.equals("connection") || name.equals("keep-alive") || name.equals("proxy-connection")
      || name.equals("transfer-encoding") || name.equals("upgrade")
  }

  private mutating func checkContentLength(_ value: [UInt8], _ index: Int) {
    // A list of one number repeated is what joining makes of repeated fields (RFC 9110 §8.6).
    for member in value.split(separator: Byte.comma, omittingEmptySubsequences: false) {
      guard let number = member.trimmed.decimalNumber, number == contentLength ?? number else {
        return find(.contentLengthInvalid, index)
      }
      contentLength = number
    }
  }

  private mutating func checkValue(_ field: HeaderField, _ index: Int) {
    if field.value.contains(where: Byte.isForbiddenInValues) { find(.fieldValueForbiddenByte, index) }
    if let first = field.value.first, let last = field.value.last,
      Byte.isWhitespace(first) || Byte.isWhitespace(last)
    {
      find(.fieldValueWhitespace, index)
    }
  }

  // MARK: The whole section

  private func value(_ name: StaticString) -> [UInt8]? { seen.first { $0.key.equals(name) }?.value }

  private func index(_ name: StaticString, _ fields: [HeaderField]) -> Int? {
    fields.firstIndex { $0.isNamed(name) }
  }

  private mutating func checkRequest(_ fields: [HeaderField]) {
    let method = value(":method")
    let isConnect = method?.equals("CONNECT") == true
    let isExtended = value(":protocol") != nil
    if isExtended, !isConnect || !allowsProtocol { find(.protocolNotAllowed, index(":protocol", fields)) }
    if isConnect, !isExtended {
      if value(":authority") == nil { find(.pseudoFieldMissing, nil) }
      if let place = index(":path", fields) ?? index(":scheme", fields) { find(.connectFieldsInvalid, place) }
    } else {
      if method?.isEmpty ?? true || value(":scheme") == nil || value(":path") == nil { find(.pseudoFieldMissing, nil) }
      checkPath(fields)
    }
    checkAuthority(fields, isConnect: isConnect)
  }

  private mutating func checkPath(_ fields: [HeaderField]) {
    guard let path = value(":path"), let scheme = value(":scheme"), scheme.equals("http") || scheme.equals("https")
    else { return }
    let isAsterisk = path.equals("*") && value(":method")?.equals("OPTIONS") == true
    if path.first != Byte.slash && !isAsterisk || path.contains(where: { $0 <= Byte.space || $0 == Byte.delete }) {
      find(.pathInvalid, index(":path", fields))
    }
  }

  private mutating func checkAuthority(_ fields: [HeaderField], isConnect: Bool) {
    let authority = value(":authority")
    if authority?.contains(Byte.at) == true { find(.authorityUserInformation, index(":authority", fields)) }
    if let authority, let host, !authority.map(Byte.lowercased).elementsEqual(host.value.map(Byte.lowercased)) {
      find(.authorityHostDiffering, host.field)
    }
    if authority == nil, host == nil, !isConnect { find(.authorityMissing, nil) }
  }

  private mutating func checkResponse(_ fields: [HeaderField]) {
    guard let status = value(":status") else { return find(.pseudoFieldStatusMissing, nil) }
    if status.count != 3 || (status.decimalNumber ?? 0) < 100 {
      find(.statusInvalid, index(":status", fields))
    } else if status.equals("101") {
      find(.statusSwitchingProtocols, index(":status", fields))
    }
  }
}
