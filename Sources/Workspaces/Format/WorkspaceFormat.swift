import JSONText

/// The form of a workspace file, format 1.
///
/// A file is one JSON object with the members `barewire` (the format's number), `name`, `note`, `environments` and `items`.
/// An item with `items` is a folder, any other is a request. Members stand in a fixed order that suits a reader, two spaces a
/// level, named values on one line; notes and bodies are lists of lines (joined by LF; one string is read too), and the bytes
/// of a detached draft (`raw`) a list of lines with their line ends. Members that this version does not know are kept and
/// written after those it knows. What has its default is not written.
package enum WorkspaceFormat {
  /// The number of the format that this version reads and writes.
  package static let version = 1

  /// Reads a workspace; every item gets a new identity.
  package static func read(_ bytes: UnsafeRawBufferPointer) throws(WorkspaceFormatError) -> Workspace {
    var cursor = try JSONCursor(bytes)
    if cursor.isAtEnd {
      throw cursor.error(.syntax(JSONError(.unexpectedEnd(expected: .value), at: JSONPosition(offset: 0, in: bytes))))
    }
    return try WorkspaceReader.workspace(&cursor)
  }

  package static func read(_ bytes: [UInt8]) throws(WorkspaceFormatError) -> Workspace {
    let result: Result<Workspace, WorkspaceFormatError> = bytes.withUnsafeBytes { bytes in
      do throws(WorkspaceFormatError) {
        return .success(try read(bytes))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The bytes of a workspace's file, with a line end at the end.
  package static func write(_ workspace: Workspace) -> [UInt8] {
    JSONPrinter.print(WorkspaceWriter.json(workspace))
  }
}
