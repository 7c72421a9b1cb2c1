/// A `name=value` pair of a field's value, or a name alone.
struct FieldParameter {
  /// All of it.
  var range: Range<Int>
  var name: Range<Int>
  /// The name with ASCII capitals made small.
  var key: String
  /// The value's bytes, quotes included; nil where there is only a name.
  var valueRange: Range<Int>?
  /// The value, quotes and escapes undone.
  var value: [UInt8]?
  var isQuoted = false

  /// The value as text; empty where there is none.
  var text: String { TextOfBytes.decoded(value ?? []) }

  /// The value's bytes, or those of the name where there is no value.
  var place: Range<Int> { valueRange ?? name }
}
