import ParserProperties

@testable import Documents

/// What must hold of every content, whatever is in it and however it is shown.
package enum DocumentProperties {
  /// Holds an input to all properties of its kind, at cuts and places that its bytes choose.
  package static func hold(_ input: DocumentInput) throws(BrokenProperty) {
    var random = Random(of: input.bytes)
    switch input.kind {
    case .json:
      let properties = try rows(
        JSONRows(input.jsonForm, folds: input.folds, columns: input.columns), .utf8, input, &random)
      try properties.holdPassing(&random)
      try properties.holdSkipping(&random)
      try properties.holdRepeatedNames(&random)
    case .markup:
      let form: MarkupRows.Form = input.choice & 1 == 0 ? .xml : .html
      try rows(MarkupRows(form, folds: input.folds, columns: input.columns), .utf8, input, &random)
    case .text:
      try rows(TextRows(encoding: input.encoding, columns: input.columns), input.encoding, input, &random)
    case .form: try rows(FormRows(), .utf8, input, &random)
    case .field: try FieldProperties.hold(input)
    case .bytes: try ByteProperties.hold(input, &random)
    case .expression: try ExpressionProperties.hold(input)
    case .query: try QueryProperties.hold(input)
    case .code:
      switch input.choice & 3 {
      case 0: try rows(CodeRows(BraceLexer(.css), columns: input.columns), .utf8, input, &random)
      case 1: try rows(CodeRows(YAMLLexer(), columns: input.columns), .utf8, input, &random)
      default: try rows(CodeRows(BraceLexer(.javaScript), columns: input.columns), .utf8, input, &random)
      }
    case .multipart:
      // Words are on its rows, and what is no text is not.
      guard let start = input.multipart else { return }
      try rows(
        MultipartRows(start, folds: input.folds, columns: input.columns), .utf8, input, &random, showsAll: false)
    }
  }

  @discardableResult
  private static func rows<Walker: ContentWalker>(
    _ start: Walker, _ encoding: TextEncoding, _ input: DocumentInput, _ random: inout Random,
    showsAll: Bool = true
  ) throws(BrokenProperty) -> RowProperties<Walker> {
    let properties = try RowProperties(start, encoding, input)
    try properties.holdPlaces()
    try properties.holdCuts(budget: 1)
    try properties.holdCuts(budget: 1 + random.below(40))
    try properties.holdResuming(&random)
    try properties.holdGrowing(&random)
    if Walker.canFold { try properties.holdFolding(&random) }
    if showsAll { try properties.holdAll() }
    return properties
  }

  /// What holds of every row: it has an end, and its spans lie on its text one after the other, between characters.
  static func holdText(_ row: DocumentRow, _ input: DocumentInput) throws(BrokenProperty) {
    let text = row.text.utf8
    try input.hold(text.count < 64 << 10, "a row of \(text.count) bytes")
    var end = 0
    for span in row.spans {
      try input.hold(
        span.range.lowerBound >= end && span.range.upperBound <= text.count, "spans \(row.spans) of \(row.text)")
      end = span.range.upperBound
      for offset in [span.range.lowerBound, end] {
        let place = text.index(text.startIndex, offsetBy: offset)
        try input.hold(
          place == text.endIndex || text[place] & 0xC0 != 0x80, "a span ends in a character: \(span), \(row.text)")
      }
    }
  }
}
