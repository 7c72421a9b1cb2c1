/// What a person does again and again in the workbench.
extension TerminalSession {
  /// Opens a saved request by typing a part of its name into the tree's filter; the first that matches is opened.
  func openRequest(_ name: String) async throws {
    try await press("M-1", "/")
    try await waitFor("Filter")
    try await press("C-u")
    try await type(name)
    try await waitFor("the tree to hold only “\(name)”") { $0.shows("│\(name) ") }
    try await press("Enter")
    try await waitFor("“\(name)” to be open") { $0.rows.first?.contains(name) == true }
  }

  /// Makes a new request with a method and a URL.
  func compose(_ method: String = "GET", _ url: String) async throws {
    try await press("C-n")
    try await waitFor("a new request to be open") { $0.rows.first?.contains("New request") == true }
    try await press("C-u")
    try await type(url)
    if method != "GET" {
      try await press("BTab", "C-u")
      try await type(method)
      try await press("Tab")
    }
    try await waitFor("the new request to be typed") { $0.requestLine.contains(url) && $0.requestLine.contains(method) }
  }

  /// Sends the open request and waits for what the answer's title must hold.
  @discardableResult
  func send(_ expected: String...) async throws -> Screen {
    try await press("C-r")
    return try await waitFor("the answer to show \(expected)") { screen in
      expected.allSatisfy(screen.text.contains)
    }
  }

  /// Leaves the workbench, throwing away what is unsaved.
  func quitWithoutSaving() async throws {
    try await press("C-q")
    let asked = try await Deadline.poll("the program to end or to ask") { () -> Bool? in
      if !isProgramAlive { return false }
      return try await screen().shows("Leave with unsaved work?") ? true : nil
    }
    if asked {
      try await press("Down", "Enter")
      _ = try await exitStatus()
    }
  }
}
