import Foundation
import HTTPMessages
import Workspaces

extension InspectedMessage {
  /// Adds the message to a list or, with a name, to an object that is open.
  func write(to layout: inout JSONLayout, named name: String? = nil) {
    layout.open("{", named: name)
    layout.value(.string(kindName), named: "kind")
    if kind == nil {
      layout.value(.range(range), named: "range")
    } else {
      layout.value(startLineJSON, named: "startLine")
      Self.write(fields, named: "fields", to: &layout)
      layout.value(framing.map { .string($0.identifier) } ?? .null, named: "framing")
      layout.value(contentLength.map { .number("\($0)") } ?? .null, named: "contentLength")
      Self.write(content.lazy.map { .range($0) }, named: "content", to: &layout)
      Self.write(chunks.lazy.map(Self.chunk), named: "chunks", to: &layout)
      Self.write(trailers, named: "trailers", to: &layout)
      layout.value(.bool(isComplete), named: "complete")
    }
    Self.write(diagnostics.lazy.map(\.json), named: "diagnostics", to: &layout)
    layout.close("}")
  }

  private var kindName: String {
    switch kind {
    case .request: "request"
    case .response: "response"
    case nil: "leftover"
    }
  }

  private var startLineJSON: OrderedJSON {
    let wanted: [(MessagePart, String)] =
      kind == .request
      ? [(.method, "method"), (.target, "target"), (.version, "version")]
      : [(.version, "version"), (.statusCode, "status"), (.reason, "reason")]
    var members: [(name: String, value: OrderedJSON)] = []
    for (part, name) in wanted {
      guard let found = startLine.first(where: { $0.part == part }) else {
        members.append((name, .null))
        continue
      }
      let text = Self.text(found, named: name)
      let isNumber =
        part == .statusCode && found.bytes.count == 3 && found.bytes.allSatisfy { (0x30...0x39).contains($0) }
      // A code such as 099 is no number in JSON.
      members +=
        isNumber && found.bytes[0] != 0x30 ? [(name, .number(String(decoding: found.bytes, as: UTF8.self)))] : text
    }
    let start = startLine.first?.range.lowerBound ?? range.lowerBound
    members.append(("range", .range(start..<(startLine.last?.range.upperBound ?? start))))
    for (part, name) in wanted {
      let range = startLine.first { $0.part == part }?.range
      members.append(("\(name)Range", range.map { .range($0) } ?? .null))
    }
    return .object(members, isInline: true)
  }

  private static func write(_ fields: [Field], named name: String, to layout: inout JSONLayout) {
    layout.open("[", named: name)
    for field in fields {
      let members =
        text(field.name, named: "name") + text(field.value, named: "value")
        + [("nameRange", .range(field.name.range)), ("valueRange", .range(field.value.range))]
      layout.value(.object(members, isInline: true))
    }
    layout.close("]")
  }

  private static func write(
    _ values: some Sequence<OrderedJSON>, named name: String, to layout: inout JSONLayout
  ) {
    layout.open("[", named: name)
    for value in values { layout.value(value) }
    layout.close("]")
  }

  private static func chunk(_ chunk: Chunk) -> OrderedJSON {
    var members: [(name: String, value: OrderedJSON)] = [("sizeRange", .range(chunk.size))]
    if let chunkExtension = chunk.chunkExtension {
      members += text(chunkExtension, named: "extension")
      members.append(("extensionRange", .range(chunkExtension.range)))
    } else {
      members.append(("extension", .null))
    }
    members.append(("dataRange", .range(chunk.data)))
    return .object(members, isInline: true)
  }

  /// The text of a part; where it is not UTF-8, its bytes too.
  private static func text(_ part: Part, named name: String) -> [(name: String, value: OrderedJSON)] {
    let text = String(decoding: part.bytes, as: UTF8.self)
    let member: (name: String, value: OrderedJSON) = (name, .string(text))
    if text.utf8.elementsEqual(part.bytes) { return [member] }
    return [member, ("\(name)Base64", .string(Data(part.bytes).base64EncodedString()))]
  }
}

extension Diagnostic {
  /// The finding as the command line's JSON tells it.
  var json: OrderedJSON {
    .object(
      [
        ("severity", .string(severity.name)), ("code", .string(code.identifier)),
        ("range", .range(range)),
        ("rule", .string(rule.description)), ("message", .string(message)),
      ], isInline: true)
  }
}

extension Framing {
  /// The framing's name in JSON.
  var identifier: String {
    switch self {
    case .none: "none"
    case .contentLength: "contentLength"
    case .chunked: "chunked"
    case .untilClose: "untilClose"
    case .stream: "stream"
    case .tunnel: "tunnel"
    }
  }
}
