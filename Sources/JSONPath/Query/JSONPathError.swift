/// Why a text is no query of RFC 9535, and where.
package struct JSONPathError: Error, Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    case missingRoot
    case expected(String, found: Character?)
    case whiteSpace
    case emptyBrackets
    case integerForm
    case integerRange
    case numberForm
    case wrongEscape
    case controlCharacter
    case loneSurrogate
    case unclosedString
    case unknownFunction(String)
    case functionArguments(String, wanted: Int, found: Int)
    case argumentOfOneNode(String)
    case argumentOfNodes(String)
    case notSingular
    case literalAlone
    case valueAlone(String)
    case logicalCompared(String)
    case conditionCompared
    case tooDeep(limit: Int)
    case tooLong(limit: Int)
  }

  package var reason: Reason
  /// Bytes of the query, as UTF-8, before the place.
  package var offset: Int

  /// What is wrong and what to do, as one sentence without the place.
  package var message: String {
    switch reason {
    case .missingRoot: "A query begins with “$”, the whole text."
    case .expected(let wanted, .none): "The query ends where \(wanted) should stand."
    case .expected(let wanted, .some(let found)): "Expected \(wanted), found “\(found)”."
    case .whiteSpace: "No blank may stand here."
    case .emptyBrackets: "The brackets choose nothing: write a name in quotes, an index, “*” or a filter “?…”."
    case .integerForm: "An index has no leading zeros and is not -0."
    case .integerRange: "An index lies between -9007199254740991 and 9007199254740991."
    case .numberForm: "This is no number of JSON's form."
    case .wrongEscape:
      "This is no escape: a backslash stands before its own quote, \\ / b f n r t or u and four digits."
    case .controlCharacter: "A control character in quotes is written as an escape, such as \\n."
    case .loneSurrogate: "Half of a surrogate pair means no character: write both halves."
    case .unclosedString: "The quote is never closed."
    case .unknownFunction(let name): "There is no function “\(name)”: only length, count, match, search and value."
    case .functionArguments(let name, let wanted, let found):
      "“\(name)” takes \(wanted == 1 ? "one argument" : "two arguments"), not \(found)."
    case .argumentOfOneNode(let name): "“\(name)” needs one value: a literal, or a query that finds one node at most."
    case .argumentOfNodes(let name): "“\(name)” needs a query, beginning with “@” or “$”."
    case .notSingular:
      "Only a query that finds one node at most can be compared: names and indices, no “*”, “..”, slice or filter."
    case .literalAlone: "A literal alone is no condition: compare it with something."
    case .valueAlone(let name): "“\(name)” gives a value, which is no condition: compare it with something."
    case .logicalCompared(let name): "“\(name)” is true or false by itself and cannot be compared."
    case .conditionCompared: "A condition in parentheses, or behind “!”, cannot be compared."
    case .tooDeep(let limit): "More than \(limit) parentheses and brackets stand inside of each other."
    case .tooLong(let limit): "The query has more than \(limit) segments or selectors."
    }
  }
}
