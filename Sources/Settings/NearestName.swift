import TerminalText

/// Finds what somebody meant who wrote a name that there is not.
package enum NearestName {
  /// The end of a sentence about an unknown name: ", did you mean “…”?", or nothing where no name is near.
  package static func hint(for written: String, among names: some Sequence<String>) -> String {
    nearest(to: written, among: names).map { "; did you mean “\($0)”?" } ?? ""
  }

  /// The name that takes the fewest changes of a letter, if these are few for its length.
  package static func nearest(to written: String, among names: some Sequence<String>) -> String? {
    let wanted = written.lowercased()
    let length = wanted.unicodeScalars.count
    // Two letters that changed places count as two.
    let limit = length < 4 ? 1 : max(2, length / 3)
    var best: (name: String, distance: Int)?
    for name in names {
      let distance = EditDistance.between(wanted, name.lowercased())
      if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
    }
    if let best { return best.name }
    guard length >= 3 else { return nil }
    // A part of a longer name, such as "next" of "searchNext".
    return names.first { $0.lowercased().contains(wanted) }
  }
}
