import Foundation
import TerminalText
package import Workspaces

/// Finds saved requests by what a person types: `WORKSPACE/FOLDER/REQUEST`, with as many of the names left out as are
/// not needed to tell it from others.
package struct RequestLookup: Sendable {
  private static let nearCount = 3

  private let places: [SavedRequestPlace]
  private let unreadable: [UnreadableWorkspace]
  private let directory: String

  /// A look-up among the workspaces of a folder.
  package init(_ entries: [WorkspaceEntry], directory: String) {
    self.directory = directory
    var places: [SavedRequestPlace] = []
    unreadable = entries.compactMap { if case .unreadable(let file) = $0 { file } else { nil } }
    for case .workspace(let file) in entries {
      Self.collect(file.workspace.items, in: file, under: [file.workspace.name], into: &places)
    }
    self.places = places
  }

  /// The request that a text means.
  ///
  /// The last name must be the request's; names before it may be left out. A workspace goes by its name or its file's.
  /// Where several fit, one whose whole path was given wins; case counts only where nothing fits otherwise.
  package func place(named text: String) throws(RequestLookupError) -> SavedRequestPlace {
    let text = text.hasSuffix("/") ? String(text.dropLast()) : text
    for isExact in [true, false] {
      let found = places.filter { place in
        Self.spellings(of: place).contains { Self.fits(text, $0[...], isExact: isExact) }
      }
      if found.count == 1 { return found[0] }
      let whole = found.filter { place in
        Self.spellings(of: place).contains { Self.isEqual(text, $0.joined(separator: "/"), isExact: isExact) }
      }
      if whole.count == 1 { return whole[0] }
      if found.count > 1 { throw .ambiguous(name: text, paths: found.prefix(5).map(\.path)) }
    }
    let first = text.split(separator: "/").first.map(String.init) ?? text
    if let file = unreadable.first(where: { Self.fileNames($0.path).contains(first) }) { throw .unreadable(file) }
    if places.isEmpty {
      if let file = unreadable.first { throw .unreadable(file) }
      throw .noRequests(directory: directory)
    }
    throw .unknown(name: text, near: near(text))
  }

  private static func collect(
    _ items: [WorkspaceItem], in file: WorkspaceFile, under names: [String], into places: inout [SavedRequestPlace]
  ) {
    for item in items {
      switch item.content {
      case .folder(let folder): collect(folder.items, in: file, under: names + [folder.name], into: &places)
      case .request(let request):
        places.append(SavedRequestPlace(request: request, file: file, names: names + [request.name]))
      }
    }
  }

  /// The paths by which a request goes: its workspace has up to three names.
  private static func spellings(of place: SavedRequestPlace) -> [[String]] {
    let workspaceNames = [place.names[0]] + fileNames(place.file.path)
    return workspaceNames.map { [$0] + place.names.dropFirst() }
  }

  private static func fileNames(_ path: String) -> [String] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".json") ? [name, String(name.dropLast(5))] : [name]
  }

  /// Whether a text names the last of `names`, with some of those before it in front; names may hold slashes.
  private static func fits(_ text: String, _ names: ArraySlice<String>, isExact: Bool) -> Bool {
    guard let first = names.first else { return false }
    if names.count == 1 { return isEqual(text, first, isExact: isExact) }
    let prefix = first + "/"
    if text.utf8.count > prefix.utf8.count, isEqual(String(text.prefix(prefix.count)), prefix, isExact: isExact),
      fits(String(text.dropFirst(prefix.count)), names.dropFirst(), isExact: isExact)
    {
      return true
    }
    return fits(text, names.dropFirst(), isExact: isExact)
  }

  private static func isEqual(_ one: String, _ other: String, isExact: Bool) -> Bool {
    isExact ? one == other : one.lowercased() == other.lowercased()
  }

  /// The paths whose names are nearest to a text.
  private func near(_ text: String) -> [String] {
    let wanted = text.lowercased()
    let last = wanted.split(separator: "/").last.map(String.init) ?? wanted
    let scored = places.map { place -> (path: String, distance: Int) in
      let name = place.names[place.names.count - 1].lowercased()
      let distance = min(
        EditDistance.between(last, name), EditDistance.between(wanted, place.path.lowercased()),
        name.contains(last) && last.count > 2 ? 1 : .max)
      return (place.path, distance)
    }
    let limit = max(2, last.count / 3)
    return scored.filter { $0.distance <= limit }.sorted { $0.distance < $1.distance }.prefix(Self.nearCount)
      .map(\.path)
  }
}
