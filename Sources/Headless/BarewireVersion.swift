/// Which Barewire this is.
package enum BarewireVersion {
  package static let text = "0.1.0"
  /// The User-Agent field's value.
  package static let userAgent = "barewire/\(text)"
}
