import Foundation
package import Workspaces

/// A request as the command line gives it: a URL, and options like curl's.
package struct URLRequestForm: Sendable, Equatable {
  package var url: String
  /// Nil means GET, or POST where there is data.
  package var method: String?
  /// Each `Name: value`; `Name:` drops a field that Barewire adds by itself, `Name;` sends one without a value.
  package var fields: [String]
  /// Text, `@` and a path, or `-` for standard input.
  package var data: String?

  package init(url: String, method: String? = nil, fields: [String] = [], data: String? = nil) {
    self.url = url
    self.method = method
    self.fields = fields
    self.data = data
  }

  /// The request; `input` gives the path of a file with the bytes of standard input.
  package func request(input: () throws(URLRequestFormError) -> String) throws(URLRequestFormError) -> SavedRequest {
    var request = SavedRequest(name: url, method: method ?? (data == nil ? "GET" : "POST"), url: url)
    for field in fields { try Self.add(field, to: &request) }
    switch data {
    case nil: break
    case "-"?, "@-"?: request.body = .file(path: try input(), contentType: nil)
    case let text? where text.hasPrefix("@"):
      let path = String(text.dropFirst())
      if path.isEmpty { throw .noDataFile }
      request.body = .file(path: path, contentType: nil)
    case let text?: request.body = Self.isJSON(text) ? .json(text) : .text(text, contentType: nil)
    }
    return request
  }

  private static func add(_ field: String, to request: inout SavedRequest) throws(URLRequestFormError) {
    guard let end = field.firstIndex(where: { $0 == ":" || $0 == ";" }), end > field.startIndex else {
      throw .notAField(field)
    }
    let name = String(field[..<end])
    let value = field[field.index(after: end)...].trimmingCharacters(in: CharacterSet(charactersIn: " \t"))
    if field[end] == ";" {
      guard value.isEmpty else { throw .notAField(field) }
      request.fields.append(NamedValue(name, ""))
    } else if value.isEmpty {
      request.droppedAutomaticFields.insert(name.lowercased())
    } else {
      request.fields.append(NamedValue(name, value))
    }
  }

  /// Whether a text is a JSON object or array: then it is sent as one.
  private static func isJSON(_ text: String) -> Bool {
    guard let first = text.utf8.first(where: { $0 > 0x20 }), first == 0x7B || first == 0x5B else { return false }
    return (try? JSONSerialization.jsonObject(with: Data(text.utf8))) != nil
  }
}

/// Why a command line makes no request.
package enum URLRequestFormError: Error, Equatable, Sendable {
  case notAField(String)
  case noDataFile
  case inputNotRead(reason: String)
}

extension URLRequestFormError: CustomStringConvertible {
  /// One sentence for a person.
  package var description: String {
    switch self {
    case .notAField(let text): "“\(text)” is no field: write it as -H 'Name: value'."
    case .noDataFile: "--data @ names no file: write it as --data @FILE, or - for standard input."
    case .inputNotRead(let reason): "The data cannot be read from standard input: \(reason)"
    }
  }
}
