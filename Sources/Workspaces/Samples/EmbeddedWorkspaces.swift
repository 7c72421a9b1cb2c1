extension SampleWorkspaces {
  // Written by the test "the samples inside the program are the files of the Workspaces folder".
  static let embedded: [(name: String, text: String)] = []
}
