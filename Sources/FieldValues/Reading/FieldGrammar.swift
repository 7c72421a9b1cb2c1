/// How a field's value is read.
struct FieldGrammar: Sendable {
  /// Reads a value that is not empty and says what it means.
  typealias Read = @Sendable (inout ReadingBuilder) -> String

  /// Where the field is written up.
  var rule: FieldRule
  /// Whether a value without bytes is fine, as for most lists.
  var allowsEmpty: Bool
  var read: Read

  init(_ rule: FieldRule, allowsEmpty: Bool = false, _ read: @escaping Read) {
    self.rule = rule
    self.allowsEmpty = allowsEmpty
    self.read = read
  }

  init(_ field: StructuredField) {
    self.init(field.rule, allowsEmpty: field.shape != .item) { field.read(&$0) }
  }
}
