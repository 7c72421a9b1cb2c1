package import Foundation

/// An unsaved draft as the journal keeps it.
package struct JournalledDraft: Sendable, Hashable {
  /// The workspace's file, or nil for a draft that is in none yet.
  package var workspacePath: String?
  /// The names of the folders around the request and its own, from the outside in.
  package var itemPath: [String]
  package var request: SavedRequest
  /// To the millisecond.
  package var savedAt: Date

  package init(workspacePath: String?, itemPath: [String], request: SavedRequest, savedAt: Date = Date()) {
    self.workspacePath = workspacePath
    self.itemPath = itemPath
    self.request = request
    self.savedAt = savedAt
  }
}
