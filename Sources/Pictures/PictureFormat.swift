/// A format of pictures that can be shown.
package enum PictureFormat: String, Sendable, Hashable, CaseIterable {
  case png, jpeg, gif

  /// As people write it.
  package var name: String { rawValue.uppercased() }
}
