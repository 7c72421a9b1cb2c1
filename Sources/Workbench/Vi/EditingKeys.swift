/// Which keys texts take.
package enum EditingKeys: String, Sendable, Hashable, CaseIterable {
  case readline, vi
}
