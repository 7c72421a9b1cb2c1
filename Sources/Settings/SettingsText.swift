import JSONText

/// Changes a settings file as a person would: one value, and nothing else in it.
package enum SettingsText {
  /// The file that is written where there is none.
  package static let standard = """
    {
      "note": [
        "What can be set, and the names of all panes, keys and actions: barewire settings --print",
        "This file is read again whenever it is saved."
      ],
      "theme": "terminal",
      "colors": "auto",
      "reducedMotion": false,
      "pictures": "auto",
      "screenReader": false,
      "keys": {
        "everywhere": {},
        "tree": {},
        "request": {},
        "connection": {},
        "headers": {},
        "body": {}
      },
      "themes": {}
    }

    """

  /// The text with a member of its object set to a text; nil where the file is no object of JSON.
  package static func setting(_ name: String, to text: String, in bytes: [UInt8]) -> [UInt8]? {
    let (value, problem) = PlacedJSON.read(bytes, file: "")
    guard problem == nil, let value, let members = value.members else { return nil }
    var quoted: [UInt8] = []
    JSONText.appendQuoted(text, to: &quoted)
    var changed = bytes
    if let member = members.last(where: { $0.name.value == name }) {
      changed.replaceSubrange(member.value.range, with: quoted)
    } else {
      var member: [UInt8] = Array("\n  ".utf8)
      JSONText.appendQuoted(name, to: &member)
      member += Array(": ".utf8) + quoted + Array((members.isEmpty ? "\n" : ",").utf8)
      changed.insert(contentsOf: member, at: value.range.lowerBound + 1)
    }
    return changed
  }
}
