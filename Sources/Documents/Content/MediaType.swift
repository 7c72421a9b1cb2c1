/// What a Content-Type field says (RFC 9110 §8.3): a type, a charset, a boundary.
struct MediaType: Sendable, Equatable {
  /// Type and subtype in small letters, as in `application/json`.
  var name: String
  /// The charset parameter's value.
  var charset: String?

  /// What divides the parts of a multipart type.
  var boundary: String?

  /// Reads a field's value; anything that is not a type has an empty name.
  init(_ value: String) {
    let value = ParameterizedValue(value)
    name = value.name
    charset = value.parameters["charset"]
    boundary = value.parameters["boundary"]
  }

  /// Whether the content should be JSON.
  var isJSON: Bool {
    name == "application/json" || name == "text/json" || name.hasSuffix("+json") || jsonForm != .text
  }

  /// How many JSON texts the content should be.
  var jsonForm: JSONRows.Form {
    switch name {
    case "application/json-seq": .sequence
    case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines",
      "application/jsonlines":
      .lines
    default: name.hasSuffix("+json-seq") ? .sequence : .text
    }
  }

  /// Which markup the content should be, if any.
  var markupForm: MarkupRows.Form? {
    if name == "text/html" { return .html }
    return name == "application/xml" || name == "text/xml" || name.hasSuffix("+xml") ? .xml : nil
  }

  /// Whether the content should be a form's pairs.
  var isForm: Bool { name == "application/x-www-form-urlencoded" }

  /// Which program or settings the content should be, if any.
  var codeLanguage: CodeLanguage? {
    switch name {
    case "text/css": .css
    case "text/javascript", "application/javascript", "application/x-javascript", "text/ecmascript",
      "application/ecmascript":
      .javaScript
    case "application/yaml", "text/yaml", "application/x-yaml", "text/x-yaml", "text/vnd.yaml": .yaml
    default: name.hasSuffix("+yaml") ? .yaml : nil
    }
  }

  /// Whether the content should be several parts with a boundary between.
  var isMultipart: Bool { name.hasPrefix("multipart/") }
}
