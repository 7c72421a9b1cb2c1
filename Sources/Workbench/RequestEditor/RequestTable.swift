/// A table of names and values in the form.
package enum RequestTable: Sendable, Hashable, CaseIterable {
  case parameters
  /// The user's header fields.
  case fields
  /// The fields that Barewire adds by itself.
  case automaticFields
  /// The entries of a form body.
  case form
}

/// A column of a table.
package enum RequestColumn: Sendable, Hashable, CaseIterable {
  case toggle, name, value
}
