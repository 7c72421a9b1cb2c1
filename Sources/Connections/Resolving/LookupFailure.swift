/// Why a look-up of one family's addresses gave none.
package enum LookupFailure: Error, Sendable, Hashable {
  /// The name does not exist, or has no address of this family.
  case noSuchName
  /// No name server answered.
  case noAnswer
  /// Anything else, in the system's words.
  case other(String)

  /// A sentence for a person who asked for `host`.
  package func message(for host: String) -> String {
    switch self {
    case .noSuchName: "No such host “\(host)”: check the name."
    case .noAnswer: "No name server answered for “\(host)”: check the network connection, then try again."
    case .other(let words):
      "The address of “\(host)” could not be looked up (\(words)): check the name and the network."
    }
  }

  /// The failure in a few words.
  var words: String {
    switch self {
    case .noSuchName: "none"
    case .noAnswer: "no name server answered"
    case .other(let words): words
    }
  }

  /// Of two families' failures the one that tells more: that a name does not exist is known only if somebody answered.
  static func weightier(_ one: LookupFailure?, _ other: LookupFailure) -> LookupFailure {
    guard let one, one != .noSuchName else { return other }
    return one
  }
}
