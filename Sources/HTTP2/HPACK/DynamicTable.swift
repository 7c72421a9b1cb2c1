/// The fields that one side has put into a connection's table (RFC 7541 §2.3.2).
///
/// The newest field has index 1 here; HPACK counts it after those of the static table.
struct DynamicTable: Sendable, Hashable {
  /// Bytes that the fields may take.
  private(set) var capacity: Int
  /// Bytes that the fields take.
  private(set) var size = 0
  /// The oldest first; those before `start` are gone.
  private var fields: [HeaderField] = []
  private var start = 0

  init(capacity: Int) {
    self.capacity = capacity
  }

  var count: Int { fields.count - start }

  /// The field at an index from 1 to `count`.
  subscript(index: Int) -> HeaderField? {
    guard index >= 1, index <= count else { return nil }
    return fields[fields.count - index]
  }

  /// Puts a field in front; the oldest ones leave.
  ///
  /// One that is larger than the table empties it (RFC 7541 §4.4).
  mutating func insert(_ field: HeaderField) {
    shrink(to: capacity - field.size)
    guard field.size <= capacity else { return }
    fields.append(field)
    size += field.size
  }

  mutating func resize(to capacity: Int) {
    self.capacity = capacity
    shrink(to: capacity)
  }

  /// Index of a field, and whether its value is the same; nil where no field has the name.
  func match(_ field: HeaderField) -> (index: Int, isWhole: Bool)? {
    var named: Int?
    for (distance, entry) in fields[start...].reversed().enumerated() where entry.name == field.name {
      if entry.value == field.value { return (distance + 1, true) }
      named = named ?? distance + 1
    }
    return named.map { ($0, false) }
  }

  private mutating func shrink(to limit: Int) {
    while size > limit, start < fields.count {
      size -= fields[start].size
      start += 1
    }
    // Dropping the gone ones in half-full steps costs one move for each field.
    guard start > 16, start * 2 > fields.count else { return }
    fields.removeFirst(start)
    start = 0
  }
}
