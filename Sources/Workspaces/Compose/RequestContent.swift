import ContentCodings
import HTTPMessages
import TextRopes

/// A request's body made ready: its parts, its length and its type.
struct RequestContent {
  var parts: [PreparedRequest.Part]
  var length: Int
  /// The automatic Content-Type; nil without a body.
  var type: String?
  /// How the parts are coded.
  var coding = ContentCoding.identity

  static let none = RequestContent(parts: [], length: 0, type: nil)

  init(parts: [PreparedRequest.Part], length: Int, type: String?) {
    self.parts = parts
    self.length = length
    self.type = type
  }

  init(_ bytes: [UInt8], type: String) {
    self.init(parts: bytes.isEmpty ? [] : [.bytes(bytes)], length: bytes.count, type: type)
  }

  /// Resolves a form's body; `baseDirectory` is where relative paths start.
  init(_ body: RequestBody, in scope: VariableScope, baseDirectory: String?) throws(ComposeError) {
    switch body {
    case .none:
      self = .none
    case .text(let text, let contentType):
      let type = try contentType.map { typed throws(ComposeError) in try scope.resolveLine(typed, at: .contentType) }
      self.init(try scope.resolve(text, at: .body), type: type ?? Self.textType)
    case .json(let text):
      self.init(try scope.resolve(text, at: .body), type: Self.jsonType)
    case .form(let entries):
      var bytes: [UInt8] = []
      for entry in entries where entry.isEnabled && !(entry.name.isEmpty && entry.value.isEmpty) {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
        bytes += PercentEncoding.encodeForm(try scope.resolve(entry.name, at: .formEntry(entry.name)))
        bytes.append(UInt8(ascii: "="))
        bytes += PercentEncoding.encodeForm(try scope.resolve(entry.value, at: .formEntry(entry.name)))
      }
      self.init(bytes, type: Self.formType)
    case .file(let typed, let contentType):
      let type = try contentType.map { typed throws(ComposeError) in try scope.resolveLine(typed, at: .contentType) }
      let file = try BodyFile(try scope.resolve(typed, at: .bodyFile), baseDirectory: baseDirectory)
      let parts: [PreparedRequest.Part] = file.length == 0 ? [] : [.file(path: file.path, length: file.length)]
      self.init(parts: parts, length: file.length, type: type ?? Self.fileType)
    }
  }

  static let textType = "text/plain; charset=utf-8"
  static let jsonType = "application/json"
  static let formType = "application/x-www-form-urlencoded"
  static let fileType = "application/octet-stream"

  /// The entries of form content where composing them gives the same bytes, else nil.
  static func formEntries(_ content: [UInt8]) -> [NamedValue]? {
    let entries = content.split(separator: UInt8(ascii: "&")).map { piece in
      let halves = piece.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let decoded = halves.map { String(decoding: PercentDecoding.decode($0, plusIsSpace: true), as: UTF8.self) }
      return NamedValue(decoded[0], decoded.count > 1 ? decoded[1] : "")
    }
    guard entries.allSatisfy({ Variables.names(in: $0.name + $0.value).isEmpty }),
      let again = try? RequestContent(.form(entries), in: VariableScope(), baseDirectory: nil), again.bytes == content
    else { return nil }
    return entries
  }

  /// The bytes, without those of a file.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for case .bytes(let part) in parts { bytes += part }
    return bytes
  }

  /// The content as one chunk and the last chunk (RFC 9112 section 7.1), for a form that asks for chunked.
  var chunkedParts: [PreparedRequest.Part] {
    if case .codedFile(let path, let length, let coding, _)? = parts.first {
      return [.codedFile(path: path, length: length, coding: coding, isChunked: true)]
    }
    var opening = MessageWriter()
    var ending = MessageWriter()
    if length > 0 {
      opening.chunkHead(size: length)
      ending.lineEnd()
    }
    ending.lastChunk()
    ending.endOfHead()
    return length == 0 ? [.bytes(ending.bytes)] : [.bytes(opening.bytes)] + parts + [.bytes(ending.bytes)]
  }
}

extension VariableScope {
  /// Resolves a text of a form.
  func resolve(_ text: String, at place: RequestPlace) throws(ComposeError) -> String {
    do throws(VariableError) {
      return try Variables.resolve(text, in: self, at: place)
    } catch {
      throw .variable(error)
    }
  }

  /// Resolves a text of any size; where nothing is to be resolved its bytes are copied once.
  func resolve(_ text: TextRope, at place: RequestPlace) throws(ComposeError) -> [UInt8] {
    do throws(VariableError) {
      return try Variables.resolve(text.bytes, in: self, at: place)
    } catch {
      throw .variable(error)
    }
  }

  /// Resolves a text that stands in one line of the head: a line break in it is an error.
  func resolveLine(_ text: String, at place: RequestPlace) throws(ComposeError) -> String {
    let resolved = try resolve(text, at: place)
    if resolved.utf8.contains(where: { $0 == 0x0D || $0 == 0x0A }) { throw .lineBreak(place) }
    return resolved
  }
}
