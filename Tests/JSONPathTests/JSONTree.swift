import JSONText

/// A JSON text taken apart, for test data: each value knows its bytes.
struct JSONTree {
  var text: String
  var isObject = false
  /// Members and elements in their order.
  var children: [(step: JSONStep, value: JSONTree)] = []
  var string: String?

  var elements: [JSONTree] { children.map(\.value) }

  var members: [String: JSONTree] {
    Dictionary(
      children.compactMap { child in if case .name(let name) = child.step { (name, child.value) } else { nil } },
      uniquingKeysWith: { first, _ in first })
  }

  init(_ bytes: [UInt8]) throws(JSONError) {
    var tokens: [JSONToken] = []
    var tokenizer = JSONTokenizer()
    var position = 0
    let failure: JSONError? = bytes.withUnsafeBytes { bytes in
      do throws(JSONError) {
        while let token = try tokenizer.next(bytes, at: &position) { tokens.append(token) }
        while let token = try tokenizer.finish() { tokens.append(token) }
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
    var index = 0
    self.init(bytes, tokens, &index)
  }

  private init(_ bytes: [UInt8], _ tokens: [JSONToken], _ index: inout Int) {
    let first = tokens[index]
    var end = first.range.upperBound
    index += 1
    switch first.kind {
    case .string: string = JSONText.string(ofQuoted: Array(bytes[first.range]))
    case .objectStart, .arrayStart:
      var name = ""
      while tokens[index].kind != .objectEnd, tokens[index].kind != .arrayEnd {
        switch tokens[index].kind {
        case .comma, .colon: index += 1
        case .key:
          name = JSONText.string(ofQuoted: Array(bytes[tokens[index].range]))
          index += 1
        default:
          let child = JSONTree(bytes, tokens, &index)
          children.append((first.kind == .objectStart ? .name(name) : .index(children.count), child))
        }
      }
      end = tokens[index].range.upperBound
      index += 1
    default: break
    }
    isObject = first.kind == .objectStart
    text = String(decoding: bytes[first.range.lowerBound..<end], as: UTF8.self)
  }
}
