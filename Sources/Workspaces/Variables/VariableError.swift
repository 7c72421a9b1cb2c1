/// Why a text with variables cannot be resolved.
package enum VariableError: Error, Sendable, Hashable {
  /// No variable of this name in the environment; `known` are those there are, sorted.
  case unknown(name: String, place: RequestPlace, known: [String])
}

extension VariableError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknown(let name, let place, let known):
      "The variable {{\(name)}} in \(place.words) is not known: add it to the environment, or correct its name"
        + (known.isEmpty ? "." : " (known: \(known.joined(separator: ", "))).")
    }
  }
}
