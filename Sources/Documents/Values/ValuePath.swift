package import JSONText

/// Where a value stands in a JSON text, from the outside in.
package struct ValuePath: Sendable, Hashable {
  package var steps: [JSONStep]
  /// Which text it is of several, counted from zero.
  package var text: Int?
  /// Whether it goes on to levels that are not kept.
  package var isCut: Bool

  /// A place by its steps.
  package init(_ steps: [JSONStep], text: Int? = nil, isCut: Bool = false) {
    self.steps = steps
    self.text = text
    self.isCut = isCut
  }

  /// As a normalized path of JSONPath (RFC 9535 §2.7): `$['items'][3]['name']`.
  package var jsonPath: String { JSONText.normalizedPath(steps) }

  /// As jq takes it: `.items[3].name`.
  package var jq: String { JSONText.jqPath(steps) }
}
