import CNcurses
import TerminalUI

/// The strings that the terminal's description gives for keys.
enum TerminfoKeys {
  private static let capabilities: [(String, KeyPress)] = [
    ("kbs", KeyPress(.backspace)), ("kdch1", KeyPress(.delete)), ("kich1", KeyPress(.insert)),
    ("khome", KeyPress(.home)), ("kend", KeyPress(.end)), ("kpp", KeyPress(.pageUp)), ("knp", KeyPress(.pageDown)),
    ("kcuu1", KeyPress(.up)), ("kcud1", KeyPress(.down)), ("kcub1", KeyPress(.left)), ("kcuf1", KeyPress(.right)),
    ("kcbt", KeyPress(.backTab)), ("kent", KeyPress(.enter)), ("kri", KeyPress(.up, .shift)),
    ("kind", KeyPress(.down, .shift)), ("kLFT", KeyPress(.left, .shift)), ("kRIT", KeyPress(.right, .shift)),
    ("kHOM", KeyPress(.home, .shift)), ("kEND", KeyPress(.end, .shift)), ("kDC", KeyPress(.delete, .shift)),
    ("kIC", KeyPress(.insert, .shift)), ("kPRV", KeyPress(.pageUp, .shift)), ("kNXT", KeyPress(.pageDown, .shift)),
  ]

  /// Reads them of the terminal that is open.
  @MainActor
  static func read() -> [[UInt8]: KeyPress] {
    var keys: [[UInt8]: KeyPress] = [:]
    let functions = (1...12).map { ("kf\($0)", KeyPress(.function($0))) }
    for (name, key) in capabilities + functions {
      guard let string = cnc_string(name) else { continue }
      let bytes = Array(String(cString: string).utf8)
      // One printable byte or a control that is a key already is no key of its own; Backspace may be ^H.
      guard bytes.count > 1 || bytes == [0x08], keys[bytes] == nil else { continue }
      keys[bytes] = key
    }
    return keys
  }
}
