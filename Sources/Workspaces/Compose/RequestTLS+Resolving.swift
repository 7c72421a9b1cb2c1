extension RequestTLS {
  /// The options with their variables resolved and the paths of files made absolute; an empty text stays empty.
  func resolved(in scope: VariableScope, baseDirectory: String?) throws(ComposeError) -> RequestTLS {
    var tls = self
    func resolve(_ text: String, _ words: String, isFile: Bool) throws(ComposeError) -> String {
      if text.isEmpty { return "" }
      let resolved = try scope.resolve(text, at: .option(words))
      return isFile ? BodyFile.absolute(resolved, baseDirectory: baseDirectory) : resolved
    }
    for option in TextOption.allCases {
      tls[keyPath: option.path] = try resolve(self[keyPath: option.path], option.words, isFile: option.isFile)
    }
    for option in ListOption.allCases {
      tls[keyPath: option.path] = try self[keyPath: option.path].map { text throws(ComposeError) in
        try resolve(text, option.words, isFile: option.isFile)
      }
    }
    tls.alpn = try alpn?.map { text throws(ComposeError) in try resolve(text, "ALPN", isFile: false) }
    return tls
  }
}
