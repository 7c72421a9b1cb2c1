package import TextRopes

/// A request as it is saved and edited: the form's parts, or the bytes themselves.
package struct SavedRequest: Sendable, Hashable {
  package var name: String
  /// What to look at and why; the workbench shows it above the response.
  package var note: String
  /// Any token; normally upper case.
  package var method: String
  /// As typed: with variables, and with the query of the parameters that are switched on.
  package var url: String
  /// Parameters that are switched off; those that are on stand in `url`.
  package var disabledParameters: [NamedValue]
  package var fields: [NamedValue]
  /// Names, in lower case, of fields that Barewire would add by itself and that the user dropped.
  package var droppedAutomaticFields: Set<String>
  package var body: RequestBody
  package var auth: RequestAuth
  package var options: RequestOptions
  /// The bytes of a draft that was detached from its form: sent as they are; nil while the form rules.
  package var raw: TextRope?
  /// Members of the file's JSON object that this version does not know, kept for the next save.
  package var unknownMembers: [String: JSONValue]

  package init(name: String, method: String = "GET", url: String = "") {
    self.name = name
    self.note = ""
    self.method = method
    self.url = url
    self.disabledParameters = []
    self.fields = []
    self.droppedAutomaticFields = []
    self.body = .none
    self.auth = .none
    self.options = RequestOptions()
    self.raw = nil
    self.unknownMembers = [:]
  }
  /// All bytes of `raw`: a copy, where they are many.
  package var rawBytes: [UInt8]? {
    get { raw?.bytes }
    set { raw = newValue.map { TextRope($0) } }
  }
}
